import { referTo, type FederationCase } from '../federation-case.ts';

const users = [{ __typename: 'User', id: 'u1', name: 'Ada' }];
const actors = () => [...users, { __typename: 'Admin', id: 'a1', name: 'Root' }];

const nested = (depth: number): string => {
  const below = depth === 0 ? '' : `actors { ${nested(depth - 1)} }`;
  return `... on User { id name ${below} } ... on Admin { id name ${below} }`;
};
const expected = (depth: number): object[] =>
  actors().map(({ id, name }) => ({ id, name, ...(depth > 0 && { actors: expected(depth - 1) }) }));

/** A field may be null in one subgraph and not in another, or in one member of a union only. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { users: [User!]! } type User { id: ID @shareable }',
      resolvers: { Query: { users: () => users } },
    },
    {
      name: 'b',
      sdl: `
        type Query { actors: [Actor!]! }
        union Actor = User | Admin
        type User @key(fields: "id") { id: ID! name: String actors: [Actor!]! }
        type Admin { id: ID name: String @shareable actors: [Actor!]! }
      `,
      resolvers: {
        Query: { actors },
        User: { __resolveReference: referTo(users, 'id'), actors },
        Admin: { actors },
      },
    },
  ],
  expectations: [0, 1, 2].map((depth) => ({
    query: `{ users { id name } actors { ${nested(depth)} } }`,
    data: { users: [{ id: 'u1', name: 'Ada' }], actors: expected(depth) },
  })),
};
