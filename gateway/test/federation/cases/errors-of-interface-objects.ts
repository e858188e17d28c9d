import type { FederationCase } from '../federation-case.ts';

const fail = (what: string) => () => {
  throw new Error(what);
};

/** What is told of errors where a subgraph knows objects by their interface only. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'owner',
      sdl: `
        type Query { items: [Item] }
        interface Item @key(fields: "id") { id: ID! }
        type Reel implements Item @key(fields: "id") { id: ID! minutes: Int! tape: Int }
        type Page implements Item @key(fields: "id") { id: ID! words: Int }
      `,
      resolvers: {
        Query: {
          items: () => [
            { __typename: 'Reel', id: 'r' },
            { __typename: 'Page', id: 'p' },
          ],
        },
        Item: {
          __resolveReference: ({ id }: { id: string }) => ({
            __typename: id === 'r' ? 'Reel' : 'Page',
            id,
            words: 5,
          }),
        },
        Reel: { minutes: fail('minutes'), tape: fail('tape') },
      },
    },
    {
      name: 'marks',
      sdl: `
        type Query { found: [Item], sure: [Item!] }
        type Item @key(fields: "id") @interfaceObject { id: ID! mark: Int }
      `,
      resolvers: {
        Query: {
          found: () => [{ id: 'r' }, { id: 'p' }],
          sure: () => [{ id: 'p' }, { id: 'r' }],
        },
        Item: { __resolveReference: (item: unknown) => item, mark: fail('mark') },
      },
    },
  ],
  expectations: [
    {
      // Both are asked for both names; an error is told of the one that was selected of each.
      query: '{ items { ... on Reel { a: mark } ... on Page { b: mark } } }',
      data: { items: [{ a: null }, { b: null }] },
      errorPaths: [
        ['items', 0, 'a'],
        ['items', 1, 'b'],
      ],
    },
    {
      query: '{ found { ... on Reel { tape } ... on Page { words } } }',
      data: { found: [{ tape: null }, { words: 5 }] },
      errorPaths: [['found', 0, 'tape']],
    },
    {
      query: '{ found { id ... on Reel { minutes } ... on Page { words } } }',
      data: { found: [null, { id: 'p', words: 5 }] },
      errorPaths: [['found', 0, 'minutes']],
      unlikeApollo: 'it answers an object of which it does not know what it is',
    },
    {
      query: '{ sure { ... on Reel { minutes } } }',
      data: { sure: null },
      errorPaths: [['sure', 1, 'minutes']],
      unlikeApollo: 'it answers an object of which it does not know what it is',
    },
  ],
};
