import type { FederationCase } from '../federation-case.ts';

/** One subgraph names a type by two keys and resolves it by one of them only. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { a: P }
        type P @key(fields: "id") @key(fields: "upc", resolvable: false) { id: ID! upc: ID! a: String }
      `,
      resolvers: {
        Query: { a: () => ({ id: '1', upc: 'u1' }) },
        P: {
          __resolveReference: ({ id }: { id?: string }) => {
            if (id === undefined) throw new Error('resolved by upc');
            return { id, upc: `u${id}` };
          },
          a: ({ id }: { id: string }) => `a${id}`,
        },
      },
    },
    {
      name: 'b',
      sdl: `
        type Query { b: P }
        type P @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! b: String }
      `,
      resolvers: {
        Query: { b: () => ({ id: '1', upc: 'u1' }) },
        P: {
          __resolveReference: ({ id, upc = '' }: { id?: string; upc?: string }) => ({
            id: id ?? upc.slice(1),
            upc,
          }),
          b: ({ id }: { id: string }) => `b${id}`,
        },
      },
    },
    {
      name: 'c',
      sdl: `
        type Query { c: P }
        type P @key(fields: "upc") { upc: ID! c: String }
      `,
      resolvers: {
        Query: { c: () => ({ upc: 'u1' }) },
        P: {
          __resolveReference: (reference: unknown) => reference,
          c: ({ upc }: { upc: string }) => `c${upc}`,
        },
      },
    },
  ],
  expectations: [
    { query: '{ a { a b c } }', data: { a: { a: 'a1', b: 'b1', c: 'cu1' } } },
    { query: '{ b { a b c } }', data: { b: { a: 'a1', b: 'b1', c: 'cu1' } } },
    { query: '{ c { a b c id } }', data: { c: { a: 'a1', b: 'b1', c: 'cu1', id: '1' } } },
  ],
};
