import { referTo, type FederationCase } from '../federation-case.ts';

const users = [
  { id: 'u1', kind: 'REGULAR', age: 20, friends: ['u2'] },
  { id: 'u2', kind: 'SECRET', age: 21, friends: ['u1'] },
];
const friendsOf = ({ friends }: { friends: readonly string[] }) =>
  users.filter(({ id }) => friends.includes(id));

/** Enum values, types, arguments and input fields that clients must not see, and what comes of it. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { users: [User], withFilter(filter: Filter!): [User!] }
        type User @key(fields: "id") { id: ID kind: Kind @shareable age: Int }
        enum Kind { REGULAR }
        input Filter { first: Int! }
      `,
      resolvers: {
        Query: { users: () => users, withFilter: () => users },
        User: { __resolveReference: referTo(users, 'id') },
      },
    },
    {
      name: 'b',
      sdl: `
        type Query {
          others: [User!]
          byKind(kind: Kind!): [User!]
          alsoWithFilter(filter: Filter!): [User!]
          things: [Thing]
          sure: [Thing!]
          strict: Strict
        }
        extend type User @key(fields: "id") {
          id: ID
          kind: Kind @shareable
          friends(kind: Kind = SECRET @inaccessible): [User!]!
          hidden: Int @inaccessible
        }
        enum Kind { SECRET @inaccessible REGULAR }
        input Filter { first: Int! offset: Int }
        union Thing = Shown | Unseen
        type Shown { word: String }
        type Unseen @inaccessible { word: String }
        type Strict { kind: Kind! kinds: [Kind] sure: [Kind!] }
      `,
      resolvers: {
        Query: {
          others: () => users,
          byKind: (_: unknown, { kind }: { kind: string }) =>
            users.filter((user) => user.kind === kind),
          alsoWithFilter: () => users,
          things: () => [
            { __typename: 'Shown', word: 'a' },
            { __typename: 'Unseen', word: 'b' },
          ],
          sure: () => [
            { __typename: 'Shown', word: 'a' },
            { __typename: 'Unseen', word: 'b' },
          ],
          strict: () => ({ kind: 'SECRET', kinds: ['REGULAR', 'SECRET'], sure: ['SECRET'] }),
        },
        User: {
          __resolveReference: referTo(users, 'id'),
          friends: (user: (typeof users)[number], { kind }: { kind: string }) =>
            kind === 'SECRET' ? friendsOf(user) : [],
        },
      },
    },
  ],
  expectations: [
    { query: '{ users { id } }', data: { users: [{ id: 'u1' }, { id: 'u2' }] } },
    {
      query: '{ users { id kind } }',
      data: {
        users: [
          { id: 'u1', kind: 'REGULAR' },
          { id: 'u2', kind: null },
        ],
      },
      errorPaths: [['users', 1, 'kind']],
    },
    {
      query: '{ others { id kind } }',
      data: {
        others: [
          { id: 'u1', kind: 'REGULAR' },
          { id: 'u2', kind: null },
        ],
      },
    },
    {
      query: '{ byKind(kind: REGULAR) { id kind } }',
      data: { byKind: [{ id: 'u1', kind: 'REGULAR' }] },
    },
    { query: '{ byKind(kind: SECRET) { id } }', data: null, errorPaths: [undefined] },
    {
      query: 'query ($kind: Kind!) { byKind(kind: $kind) { id } }',
      variables: { kind: 'SECRET' },
      data: null,
      errorPaths: [undefined],
    },
    {
      query: '{ users { friends { id age } } }',
      data: { users: [{ friends: [{ id: 'u2', age: 21 }] }, { friends: [{ id: 'u1', age: 20 }] }] },
    },
    { query: '{ users { friends(kind: REGULAR) { id } } }', data: null, errorPaths: [undefined] },
    { query: '{ users { hidden } }', data: null, errorPaths: [undefined] },
    {
      query: '{ withFilter(filter: { first: 1 }) { id } }',
      data: { withFilter: [{ id: 'u1' }, { id: 'u2' }] },
    },
    {
      query: '{ withFilter(filter: { first: 1, offset: 2 }) { id } }',
      data: null,
      errorPaths: [undefined],
    },
    {
      query: '{ alsoWithFilter(filter: { first: 1, offset: 2 }) { id } }',
      data: null,
      errorPaths: [undefined],
    },
    {
      query: 'query ($filter: Filter!) { alsoWithFilter(filter: $filter) { id } }',
      variables: { filter: { first: 1, offset: 2 } },
      data: null,
      errorPaths: [undefined],
    },
    {
      query: '{ things { __typename ... on Shown { word } } }',
      data: { things: [{ __typename: 'Shown', word: 'a' }, null] },
    },
    { query: '{ things { ... on Unseen { word } } }', data: null, errorPaths: [undefined] },
    {
      query: '{ sure { __typename } }',
      data: { sure: null },
      errorPaths: [['sure', 1]],
    },
    { query: '{ strict { kinds } }', data: { strict: { kinds: ['REGULAR', null] } } },
    {
      query: '{ strict { kinds sure } }',
      data: { strict: { kinds: ['REGULAR', null], sure: null } },
      errorPaths: [['strict', 'sure', 0]],
    },
    { query: '{ strict { kind } }', data: { strict: null }, errorPaths: [['strict', 'kind']] },
  ],
};
