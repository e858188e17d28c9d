import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { graphql, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { BenchSubgraph } from './public-shape.ts';

/** A composed supergraph. */
export interface BenchSupergraph {
  readonly sdl: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
}

/** Composes the subgraphs. */
export function composeShape(
  subgraphs: readonly BenchSubgraph[],
  urlOf: (subgraph: string) => string,
): BenchSupergraph {
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: urlOf(name), typeDefs: parse(sdl) })),
  );
  if (composed.errors !== undefined) {
    throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  }
  return {
    sdl: composed.supergraphSdl,
    schema: composed.schema.toAPISchema().toGraphQLJSSchema(),
  };
}

/** Writes the supergraph into the folder; its file. */
export function writeSupergraph({ sdl }: BenchSupergraph, folder: string): string {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, sdl);
  return file;
}

/** The answer of one server that knew everything. */
export async function answerAtOnce(
  schema: GraphQLSchema,
  query: string,
  rootValue: unknown,
): Promise<ExecutionResult> {
  return await graphql({ schema, source: query, rootValue });
}
