import { Supergraph } from '@apollo/federation-internals';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultLimits } from '../src/limits.ts';
import { toLoadable } from '../src/supergraph.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { askMonolith, letFail, library } from './library.ts';
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
beforeEach(() => {
  letFail(0);
});
afterAll(() => graph[Symbol.asyncDispose]());

async function expectSame(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { body } = await graph.post(query, { variables });
  const expected = await askMonolith(schema, query, variables);
  expect(body, query).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(JSON.stringify(body)).toBe(JSON.stringify(expected));
}

/**
 * The same data, and an error for each null that the one schema in one place explains by an error.
 * Errors below a null are not counted: which of them are found depends on who stops looking first.
 */
async function expectAlike(query: string, variables: Readonly<Record<string, unknown>>) {
  const { body } = await graph.post(query, { variables });
  const expected = parseMonolith(await askMonolith(schema, query, variables));
  expect(JSON.stringify(body.data), query).toBe(JSON.stringify(expected.data));
  expect(explained(body), query).toEqual(explained(expected));
}

const parseMonolith = (answer: unknown) => answerSchema.parse(JSON.parse(JSON.stringify(answer)));
const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() }))
    .optional(),
});

/** The places of the nulls that errors explain, each once. */
function explained({ data, errors = [] }: z.infer<typeof answerSchema>): string[] {
  const places = errors.map(({ path = [] }) => {
    let value = data;
    const place: (string | number)[] = [];
    for (const key of path) {
      if (value === null || typeof value !== 'object') break;
      place.push(key);
      value = Object.entries(value).find(([name]) => name === String(key))?.[1];
    }
    return JSON.stringify(place);
  });
  return [...new Set(places)].sort();
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

  test('to random queries, whatever fails', { timeout: 120_000 }, async () => {
    const options = {
      values: {
        id: ['"b1"', '"f2"', '"x"', '$id'],
        first: ['1', '3', '$first'],
        perPage: ['1', '$perPage'],
      },
      variables: { id: '$id: ID! = "b2"', first: '$first: Int = 2', perPage: '$perPage: Int! = 3' },
      aliases: ['id', 'isbn', 'title', '__typename', '__proto__', 'constructor', '_as_id'],
    };
    const worlds = fc.array(fc.record({ seed: fc.nat(), yes: fc.boolean(), no: fc.boolean() }), {
      minLength: 8,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(schema, options), worlds, async (query, seeds) => {
        for (const { seed, yes, no } of seeds) {
          letFail(seed % 4 === 0 ? 0 : seed);
          await expectAlike(query, { yes, no, ...(seed % 3 === 0 && { id: 'f1', first: 1 }) });
        }
      }),
      { numRuns: 300 },
    );
  });
});
