import { Supergraph } from '@apollo/federation-internals';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Budgets } from '../src/budgets/budgets.ts';
import { defaultLimits } from '../src/limits.ts';
import { toLoadable } from '../src/supergraph.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { library } from './library.ts';
import { composeToys, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const schema = Supergraph.build(toLoadable(composeToys(library).supergraphSdl))
  .apiSchema()
  .toGraphQLJSSchema();

/** Everybody's budget, without end; tells what was asked of it. */
const spent: { requested: number; actual: number }[] = [];
const endless: Budgets = {
  spend: (_spender, requested) =>
    Promise.resolve({
      settle: (actual) => {
        spent.push({ requested, actual });
        const budget = { limit: Infinity, remaining: Infinity, refillPerSecond: Infinity };
        return { requested, actual, budget };
      },
    }),
};

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph(library, {
    limits: {
      ...defaultLimits,
      aliases: 1_000,
      directives: 1_000,
      rootFields: 1_000,
      cost: Infinity,
    },
    budgets: endless,
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

async function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  spent.length = 0;
  await graph.post(query, { variables });
  const [cost] = spent;
  if (cost === undefined) throw new Error('the operation was not paid for');
  return cost;
}

describe('an answer costs', () => {
  test.each([
    ['an object that is there', '{ book(id: "b1") { id title } }', 1],
    ['nothing for one that is not', '{ book(id: "x") { id title } }', 0],
    ['each item of a list', '{ items { id } }', 5],
    ['no item that is null', '{ things { __typename } }', 3],
    ['each item of lists in lists', '{ book(id: "b1") { shelves { label } } }', 1 + 2],
    ['what other subgraphs add', '{ items { ... on Book { offers { price } } } }', 5 + 2],
    ['nothing for the schema', '{ __schema { types { name } } }', 0],
  ])('%s', async (_what, query, actual) => {
    expect((await costOf(query)).actual).toBe(actual);
  });

  test('never more than its operation, whatever is asked', async () => {
    const values = { id: ['"b1"', '"f2"', '"x"'], first: ['1', '3'], perPage: ['1', '2'] };
    const queries = arbitraryQuery(schema, { values, variables: {}, aliases: [] });
    await fc.assert(
      fc.asyncProperty(queries, fc.boolean(), fc.boolean(), async (query, yes, no) => {
        const { requested, actual } = await costOf(query, { yes, no });
        expect(actual, query).toBeLessThanOrEqual(requested);
      }),
      { numRuns: 300 },
    );
  });
});
