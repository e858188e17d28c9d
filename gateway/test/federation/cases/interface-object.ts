import type { FederationCase } from '../federation-case.ts';

/** A subgraph adds fields to an interface without knowing its implementations. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { users: [User!]! }
        interface User @key(fields: "id") { id: ID! }
        type Admin implements User @key(fields: "id") { id: ID! role: String }
        type Guest implements User @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: {
          users: () => [
            { __typename: 'Admin', id: '1', role: 'root' },
            { __typename: 'Guest', id: '2' },
          ],
        },
        User: { __resolveType: ({ id }: { id: string }) => (id === '1' ? 'Admin' : 'Guest') },
        Admin: { __resolveReference: (reference: object) => ({ ...reference, role: 'root' }) },
        Guest: { __resolveReference: (reference: unknown) => reference },
      },
    },
    {
      name: 'b',
      sdl: `
        type Query { anyone: User }
        type User @key(fields: "id") @interfaceObject { id: ID! name: String }
      `,
      resolvers: {
        Query: { anyone: () => ({ id: '2' }) },
        User: {
          __resolveReference: (reference: unknown) => reference,
          name: ({ id }: { id: string }) => `name ${id}`,
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ users { __typename id name ... on Admin { role } } }',
      data: {
        users: [
          { __typename: 'Admin', id: '1', name: 'name 1', role: 'root' },
          { __typename: 'Guest', id: '2', name: 'name 2' },
        ],
      },
    },
    { query: '{ anyone { id name } }', data: { anyone: { id: '2', name: 'name 2' } } },
  ],
};
