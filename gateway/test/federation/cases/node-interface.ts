import { referTo, type FederationCase } from '../federation-case.ts';

const pens = [{ id: 'p1', name: 'Pen 1', price: 10 }];
const cups = [{ id: 'c1', name: 'Cup 1' }];
const chats = [{ id: 'h1', by: 'a1', text: 'hello' }];

interface Id {
  readonly id: string;
}

const sameIds = {
  Pen: { __resolveReference: ({ id }: Id) => ({ id }) },
  Cup: { __resolveReference: ({ id }: Id) => ({ id }) },
};
const ids = `
  interface Node { id: ID! }
  type Pen implements Node @key(fields: "id") { id: ID! }
  type Cup implements Node @key(fields: "id") { id: ID! }
`;

/** Everything with an id is a node, and each subgraph knows the ids of some of them only. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'nodes',
      sdl: `type Query { pen: Node, cup: Node } ${ids}`,
      resolvers: {
        Query: {
          pen: () => ({ __typename: 'Pen', id: 'p1' }),
          cup: () => ({ __typename: 'Cup', id: 'c1' }),
        },
        ...sameIds,
      },
    },
    { name: 'nodes-too', sdl: ids, resolvers: sameIds },
    {
      name: 'things',
      sdl: `
        interface Node { id: ID! }
        type Pen implements Node @key(fields: "id") @shareable {
          id: ID!
          name: String!
          price: Float!
        }
        type Cup implements Node @key(fields: "id") { id: ID! name: String! }
      `,
      resolvers: {
        Pen: { __resolveReference: referTo(pens, 'id') },
        Cup: { __resolveReference: referTo(cups, 'id') },
      },
    },
    {
      name: 'accounts',
      sdl: `
        type Query { any(id: ID!): Any @shareable, account(id: String!): Account }
        interface Any { id: ID! }
        type Account implements Any @key(fields: "id") { id: ID! login: String! }
        type Chat implements Any @key(fields: "id") { id: ID! @external account: Account! }
      `,
      resolvers: {
        Query: {
          any: (_: unknown, { id }: Id) =>
            id === 'a1'
              ? { __typename: 'Account', id, login: 'ada' }
              : { __typename: 'Chat', id: 'not to be asked here' },
          account: (_: unknown, { id }: Id) => ({ id, login: 'ada' }),
        },
        Account: { __resolveReference: ({ id }: Id) => ({ id, login: 'ada' }) },
        Chat: {
          __resolveReference: referTo(chats, 'id'),
          account: ({ by }: { by: string }) => ({ id: by, login: 'ada' }),
        },
      },
    },
    {
      name: 'chats',
      sdl: `
        type Query { any(id: ID!): Any @shareable, chat(id: String!): Chat }
        interface Any { id: ID! }
        type Account implements Any @key(fields: "id") { id: ID! @external chats: [Chat!]! }
        type Chat implements Any @key(fields: "id") { id: ID! text: String! }
      `,
      resolvers: {
        Query: {
          any: (_: unknown, { id }: Id) =>
            id === 'a1'
              ? { __typename: 'Account', id: 'not to be asked here' }
              : { __typename: 'Chat', ...chats[0] },
          chat: () => chats[0],
        },
        Account: { __resolveReference: ({ id }: Id) => ({ id }), chats: () => chats },
        Chat: { __resolveReference: referTo(chats, 'id') },
      },
    },
  ],
  expectations: [
    {
      query: '{ pen { ... on Pen { id name __typename price } } cup { id ... on Cup { name } } }',
      data: {
        pen: { id: 'p1', name: 'Pen 1', __typename: 'Pen', price: 10 },
        cup: { id: 'c1', name: 'Cup 1' },
      },
    },
    { query: '{ any(id: "a1") { id } }', data: null, errorPaths: [undefined] },
    {
      query: '{ any(id: "a1") { id ... on Chat { id } } b: any(id: "h1") { __typename } }',
      data: null,
      errorPaths: [undefined],
    },
    {
      query: '{ a: any(id: "a1") { __typename } b: any(id: "h1") { __typename } }',
      data: { a: { __typename: 'Account' }, b: { __typename: 'Chat' } },
    },
    {
      query:
        '{ a: any(id: "a1") { ... on Account { id login } } b: any(id: "h1") { ... on Chat { id text } } }',
      data: { a: { id: 'a1', login: 'ada' }, b: { id: 'h1', text: 'hello' } },
    },
    {
      query:
        '{ a: any(id: "a1") { ... on Chat { id } } b: any(id: "h1") { ... on Account { id } } }',
      data: { a: {}, b: {} },
    },
    {
      query:
        '{ a: any(id: "a1") { __typename ... on Chat { id } } b: any(id: "h1") { ... on Account { id } __typename } }',
      data: { a: { __typename: 'Account' }, b: { __typename: 'Chat' } },
    },
    {
      query: '{ chat(id: "h1") { id text account { id login } } }',
      data: { chat: { id: 'h1', text: 'hello', account: { id: 'a1', login: 'ada' } } },
    },
    {
      query: '{ account(id: "a1") { id login chats { id account { login } } } }',
      data: {
        account: { id: 'a1', login: 'ada', chats: [{ id: 'h1', account: { login: 'ada' } }] },
      },
    },
  ],
};
