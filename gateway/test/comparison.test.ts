import { Supergraph } from '@apollo/federation-internals';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../src/limits.ts';
import { toLoadable } from '../src/supergraph.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { askMonolith, library } from './library.ts';
import { composeToys, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const schema = Supergraph.build(toLoadable(composeToys(library).supergraphSdl))
  .apiSchema()
  .toGraphQLJSSchema();

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
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

async function expectSame(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { body } = await graph.post(query, { variables });
  const expected = await askMonolith(schema, query, variables);
  expect(body, query).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(JSON.stringify(body)).toBe(JSON.stringify(expected));
}

describe('a graph of many subgraphs answers like one schema in one place', () => {
  test.each([
    '{ items { __typename id title rating ... on Book { pages weight } ... on Film { minutes based { title offers { price } } } } }',
    '{ topRated { __typename id rating title similar(first: 3) { __typename title rating } } }',
    '{ topRated { rating } }',
    '{ item(id: "f2") { title ... on Film { based { weight(perPage: 3) } } } missing: item(id: "x") { id rating } }',
    '{ book { shelves { label items { title ... on Book { weight } } } sequel { sequel { title } offers { price } } } }',
    '{ things { __typename ... on Book { kind offers { book { title pages } } } ... on Shelf { label } ... on Item { rating } } }',
    '{ bestseller { title weight w3: weight(perPage: 3) } cheapest { price book { title size { width height } } } }',
    '{ a: bestseller { isbn } b: bestseller { title offers { book { offers { book { weight } } } } } }',
    '{ shelf { items { id } } }',
    'query ($first: Int = 2) { topRated { similar(first: $first) { id } } }',
    'query ($yes: Boolean! = true) { items { id title @skip(if: $yes) rating @include(if: $yes) ... @include(if: $yes) { kind: __typename } } }',
    '{ ...Root } fragment Root on Query { items { ...Item } } fragment Item on Item { rating ... on Book { ...Book } } fragment Book on Book { pages offers { price } }',
    // A fetch serves an included and an excluded field; the object itself stays.
    'query ($yes: Boolean = false) { cheapest { book @include(if: $yes) { id } } }',
    'query ($yes: Boolean = false) { item(id: "f1") { ... on Film { based { offers { price } weight @include(if: $yes) } } } }',
  ])('to %s', (query) => expectSame(query));

  test('to random queries', async () => {
    const values = { id: ['"b1"', '"f2"', '"x"'], first: ['1', '3'], perPage: ['1', '2'] };
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(schema, values), ({ query, variables }) =>
        expectSame(query, variables),
      ),
      { numRuns: 200 },
    );
  });
});
