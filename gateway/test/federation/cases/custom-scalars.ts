import type { FederationCase } from '../federation-case.ts';

const anything = { __proto__: null, a: [1, { b: 'c' }, null], constructor: 'x', n: 1e21, t: true };
const big = '123456789012345678901234567890';

/** Scalars of subgraphs' own, whose values may be anything that JSON can say. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        scalar Json
        scalar Big
        type Query { box(json: Json, list: [Json!]): Box, boxes: [Box!]! }
        type Box @key(fields: "id") {
          id: Big!
          json: Json
          lists: [[Json]!]
          echo: Json
          dates: [Big!]
        }
      `,
      resolvers: {
        Query: {
          box: (_: unknown, args: object) => ({
            id: big,
            json: anything,
            lists: [[1, 'a', null], []],
            echo: args,
            dates: [big],
          }),
          boxes: () => [
            { id: 7, json: 'text' },
            { id: '7', json: 'text' },
            { id: { half: [3.5] }, json: false },
          ],
        },
      },
    },
    {
      name: 'b',
      sdl: `
        scalar Json
        scalar Big
        type Box @key(fields: "id") {
          id: Big!
          json: Json @external
          told: Json @requires(fields: "json")
          key: Json
        }
      `,
      resolvers: {
        Box: {
          __resolveReference: (box: unknown) => box,
          told: ({ json }: { json: unknown }) => ({ told: json }),
          key: ({ id }: { id: unknown }) => [id],
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ box { id json lists dates } }',
      data: { box: { id: big, json: anything, lists: [[1, 'a', null], []], dates: [big] } },
    },
    {
      query: '{ box { told key } }',
      data: { box: { told: { told: anything }, key: [big] } },
    },
    {
      query: '{ boxes { id told key } }',
      data: {
        boxes: [
          { id: 7, told: { told: 'text' }, key: [7] },
          { id: '7', told: { told: 'text' }, key: ['7'] },
          { id: { half: [3.5] }, told: { told: false }, key: [{ half: [3.5] }] },
        ],
      },
    },
    {
      query: 'query ($json: Json, $list: [Json!]) { box(json: $json, list: $list) { echo told } }',
      variables: { json: { deep: [{ id: 1 }, null] }, list: [1, 'two', { three: 3 }] },
      data: {
        box: {
          echo: { json: { deep: [{ id: 1 }, null] }, list: [1, 'two', { three: 3 }] },
          told: { told: anything },
        },
      },
    },
    {
      query: '{ box(json: { a: [1, 2.5, "x", true, null, ENUM] }, list: "one") { echo } }',
      data: {
        box: { echo: { json: { a: [1, 2.5, 'x', true, null, 'ENUM'] }, list: ['one'] } },
      },
    },
  ],
};
