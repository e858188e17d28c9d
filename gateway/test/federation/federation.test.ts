import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { createLog } from '@skillswap/kit/log';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serveSupergraph } from '../../src/serve-supergraph.ts';
import { startToySubgraph } from '../toy-subgraph.ts';
import type { CaseSubgraph, FederationCase } from './federation-case.ts';
import { startStockGateway } from './stock-gateway.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
      "@external", "@extends", "@requires", "@provides", "@inaccessible", "@interfaceObject",
      "@override", "@composeDirective", "@tag"])
`;

const caseSchema = z.object({
  federationCase: z.custom<FederationCase>((value) => typeof value === 'object'),
});

const folder = join(import.meta.dirname, 'cases');
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const loadCases = names.map(async (name) => {
  const loaded = caseSchema.parse(await import(`./cases/${name}.ts`));
  return [name, loaded.federationCase] as const;
});

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() }))
    .default([]),
});

const schemaOf = ({ sdl, isFirstVersion }: CaseSubgraph) => (isFirstVersion ? sdl : head + sdl);

async function serveCase({ subgraphs }: FederationCase) {
  await using opened = new AsyncDisposableStack();
  const urls = new Map<string, string>();
  for (const subgraph of subgraphs) {
    const { name, resolvers } = subgraph;
    const toy = opened.use(await startToySubgraph({ name, sdl: schemaOf(subgraph), resolvers }));
    urls.set(name, toy.url);
  }
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      url: urls.get(subgraph.name) ?? '',
      typeDefs: parse(schemaOf(subgraph)),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  const log = createLog('gateway', 'silent');
  const serving = opened.use(
    await serveSupergraph({ file: 'case', supergraphSdl, urls, port: 0, log }),
  );
  const stock = opened.use(await startStockGateway(supergraphSdl));
  const running = opened.move();
  return { url: serving.url, stock, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

describe.each(await Promise.all(loadCases))('%s', (_name, { subgraphs, expectations }) => {
  let serving: Awaited<ReturnType<typeof serveCase>>;
  beforeAll(async () => {
    serving = await serveCase({ subgraphs, expectations });
  });
  afterAll(() => serving[Symbol.asyncDispose]());

  test.each(expectations)('$query', async ({ query, variables = {}, data, errorPaths = [] }) => {
    const response = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = answerSchema.parse(await response.json());
    const answered = {
      data: answer.data ?? null,
      errorPaths: answer.errors.map(({ path }) => path),
    };
    expect(answered).toEqual({ data, errorPaths });
    // Apart from the values, a client relies on the order of its fields.
    expect(JSON.stringify(answered.data)).toBe(JSON.stringify(data));
  });

  const queries = expectations.filter(({ query }) => !query.trimStart().startsWith('mutation'));
  test.each(queries)('as Apollo answers: $query', async (expectation) => {
    const { query, variables = {}, data, unlikeApollo } = expectation;
    const stock = await serving.stock.dataOf(query, variables);
    if (unlikeApollo === undefined) expect(stock).toEqual(data);
    else expect(stock, unlikeApollo).not.toEqual(data);
  });
});
