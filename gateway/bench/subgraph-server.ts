import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { z } from 'zod';
import { serveFromMemory, type MemoryServer } from './memory-server.ts';
import type { BenchSubgraph } from './public-shape.ts';

/** Subgraphs, each at its own path of one origin. */
export interface SubgraphServer extends MemoryServer {
  readonly urlOf: (subgraph: string) => string;
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** Serves the subgraphs: graphql-js answers each different request once. */
export async function serveSubgraphs(subgraphs: readonly BenchSubgraph[]): Promise<SubgraphServer> {
  const schemas = new Map(
    subgraphs.map(({ name, sdl, resolvers }) => [
      `/${name}`,
      buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    ]),
  );
  const server = await serveFromMemory(async (path, body) => {
    const schema = schemas.get(path);
    if (schema === undefined) return null;
    const { query, variables } = requestSchema.parse(JSON.parse(body));
    return await execute({ schema, document: parse(query), variableValues: variables ?? {} });
  });
  return { ...server, urlOf: (name) => `http://127.0.0.1:${String(server.port)}/${name}` };
}
