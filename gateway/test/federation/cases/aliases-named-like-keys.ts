import type { FederationCase } from '../federation-case.ts';

/** A client may give a field the name of another one, also of one that joins need. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { p: P, any: [Any!]! }
        union Any = P | Q
        type Q { name: String! }
        type P @key(fields: "id") { id: ID! name: String! weight: Int _as_id: String secret: String }
      `,
      resolvers: {
        Query: {
          p: () => ({ id: '1' }),
          any: () => [
            { __typename: 'P', id: '1' },
            { __typename: 'Q', name: 'q' },
          ],
        },
        P: {
          __resolveReference: (reference: unknown) => reference,
          name: () => 'one',
          weight: () => 5,
          _as_id: () => 'as',
          secret: () => {
            throw new Error('secret');
          },
        },
      },
    },
    {
      name: 'b',
      sdl: `
        type P @key(fields: "id") {
          id: ID!
          weight: Int @external
          cost: Int @requires(fields: "weight")
          plain: String
        }
      `,
      resolvers: {
        P: {
          __resolveReference: (reference: unknown) => reference,
          cost: ({ weight }: { weight: number }) => weight * 2,
          plain: ({ id }: { id: string }) => `plain ${id}`,
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ p { id: name plain } }',
      unlikeApollo: 'it takes the alias for the key',
      data: { p: { id: 'one', plain: 'plain 1' } },
    },
    {
      query: '{ p { weight: name cost plain: id id: plain } }',
      unlikeApollo: 'it takes the alias for the key',
      data: { p: { weight: 'one', cost: 10, plain: '1', id: 'plain 1' } },
    },
    {
      query: '{ p { _as_id id: name _as_name: id a: _as_id plain } }',
      unlikeApollo: 'it takes the alias for the key',
      data: { p: { _as_id: 'as', id: 'one', _as_name: '1', a: 'as', plain: 'plain 1' } },
    },
    {
      query: '{ p { __typename: name plain } }',
      unlikeApollo: 'it takes the alias for the key',
      data: { p: { __typename: 'one', plain: 'plain 1' } },
    },
    {
      query: '{ any { __typename ... on P { id: name plain } ... on Q { id: name } } }',
      unlikeApollo: 'it takes the alias for the key',
      data: {
        any: [
          { __typename: 'P', id: 'one', plain: 'plain 1' },
          { __typename: 'Q', id: 'q' },
        ],
      },
    },
    {
      query: '{ p { id: secret plain } }',
      unlikeApollo: 'it takes the alias for the key',
      data: { p: { id: null, plain: 'plain 1' } },
      errorPaths: [['p', 'id']],
    },
  ],
};
