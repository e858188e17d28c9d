import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { createLog } from '@skillswap/kit/log';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serveSupergraph } from '../../src/standalone.ts';
import { startToySubgraph } from '../toy-subgraph.ts';
import type { FederationCase } from './federation-case.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
      "@external", "@extends", "@requires", "@provides", "@inaccessible", "@interfaceObject",
      "@override"])
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
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() }))
    .default([]),
});

async function serveCase({ subgraphs }: FederationCase) {
  await using opened = new AsyncDisposableStack();
  const urls = new Map<string, string>();
  const services = subgraphs.map(({ name, sdl }) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(head + sdl),
  }));
  for (const { name, sdl, resolvers } of subgraphs) {
    const toy = opened.use(await startToySubgraph({ name, sdl: head + sdl, resolvers }));
    urls.set(name, toy.url);
  }
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  const log = createLog('gateway', 'silent');
  const serving = await serveSupergraph({ file: 'case', supergraphSdl, urls, port: 0, log });
  opened.use(serving);
  const running = opened.move();
  return { url: serving.url, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

describe.each(await Promise.all(loadCases))('%s', (_name, federationCase) => {
  let serving: Awaited<ReturnType<typeof serveCase>>;
  beforeAll(async () => {
    serving = await serveCase(federationCase);
  });
  afterAll(() => serving[Symbol.asyncDispose]());

  test.each(federationCase.expectations)('$query', async (expectation) => {
    const { query, variables, data, errorPaths = [] } = expectation;
    const response = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = answerSchema.parse(await response.json());
    expect({ data: answer.data, errorPaths: answer.errors.map(({ path }) => path) }).toEqual({
      data,
      errorPaths,
    });
  });
});
