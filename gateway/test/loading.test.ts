import { describe, expect, test } from 'vitest';
import { closed } from '../src/access-rules.ts';
import { loadGraph } from '../src/graph.ts';
import { defaultLimits } from '../src/limits.ts';
import { createSubgraphClient } from '../src/subgraph-client.ts';
import { toLoadable } from '../src/supergraph.ts';
import { composeToys, head } from './toy-supergraph.ts';

const { supergraphSdl, contracts, accessRules } = composeToys([
  {
    name: 'users',
    sdl: `${head} type Query { open: String @public, shut: String @requiresScopes(scopes: [["admin"]]) }`,
  },
]);

function load(sdl: string, rules: typeof accessRules) {
  return loadGraph({
    supergraphSdl: sdl,
    contracts,
    scalars: [],
    client: createSubgraphClient({
      urls: new Map(),
      headersFor: () => Promise.resolve({}),
      timeoutMilliseconds: 1,
      observe: () => undefined,
    }),
    policy: {
      limits: defaultLimits,
      accessRules: rules,
      credentialFields: new Set(),
      demandsPageSize: true,
      fieldCosts: null,
      introspection: 'everyone',
    },
  });
}

describe('a supergraph', () => {
  test('with a rule for every field is loaded, and its schema shows no machinery', async () => {
    await using graph = await load(supergraphSdl, accessRules);
    const { engine } = graph;
    expect(Object.keys(engine.schema.getQueryType()?.getFields() ?? {})).toEqual(['open', 'shut']);
    expect(engine.schema.getDirective('requiresScopes')).toBeUndefined();
  });

  test('with a field without a rule is refused, naming the field', async () => {
    const rules = new Map([...accessRules].filter(([coordinate]) => coordinate !== 'Query.shut'));
    await expect(load(supergraphSdl, rules)).rejects.toThrow('Query.shut');
  });

  test('that links a security feature which nothing enforces is refused', () => {
    const sdl = supergraphSdl.replace(
      '@link(url: "https://specs.apollo.dev/link/v1.0")',
      '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://example.org/vault/v1.0", for: SECURITY)',
    );
    expect(() => toLoadable(sdl)).toThrow('vault');
  });

  test('that does not parse is refused', async () => {
    await expect(load('type Query {', accessRules)).rejects.toThrow();
  });

  test('has no field that is open by mistake: no rule lets nobody in', () => {
    expect(closed).toEqual([]);
  });
});
