import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { BenchSubgraph } from './public-shape.ts';

/** A composed supergraph. */
export interface BenchSupergraph {
  readonly file: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
}

/** Composes the subgraphs and writes the supergraph into the folder. */
export function writeSupergraph(
  subgraphs: readonly BenchSubgraph[],
  urlOf: (subgraph: string) => string,
  folder: string,
): BenchSupergraph {
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: urlOf(name), typeDefs: parse(sdl) })),
  );
  if (composed.errors !== undefined) {
    throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  }
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed.supergraphSdl);
  return { file, schema: composed.schema.toAPISchema().toGraphQLJSSchema() };
}

/** The answer of one server that knew everything. */
export async function answerAtOnce(
  { schema }: BenchSupergraph,
  query: string,
  rootValue: unknown,
): Promise<unknown> {
  return await graphql({ schema, source: query, rootValue });
}
