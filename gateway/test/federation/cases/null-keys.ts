import type { FederationCase } from '../federation-case.ts';

const upcs: Readonly<Record<string, string>> = { '1': 'u1', '2': 'u2' };

/** An entity is not known to the subgraph on the way to another one. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { books: [Book] } type Book @key(fields: "upc") { upc: ID! }',
      resolvers: { Query: { books: () => [{ upc: 'u1' }, { upc: 'u9' }, null, { upc: 'u2' }] } },
    },
    {
      name: 'b',
      sdl: 'type Book @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }',
      resolvers: {
        Book: {
          __resolveReference: ({ upc }: { upc: string }) => {
            const id = Object.keys(upcs).find((key) => upcs[key] === upc);
            return id === undefined ? null : { id, upc };
          },
        },
      },
    },
    {
      name: 'c',
      sdl: 'type Book @key(fields: "id") { id: ID! author: String }',
      resolvers: {
        Book: {
          __resolveReference: (reference: unknown) => reference,
          author: ({ id }: { id: string }) => `author ${id}`,
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ books { upc author } }',
      data: {
        books: [
          { upc: 'u1', author: 'author 1' },
          { upc: 'u9', author: null },
          null,
          { upc: 'u2', author: 'author 2' },
        ],
      },
    },
  ],
};
