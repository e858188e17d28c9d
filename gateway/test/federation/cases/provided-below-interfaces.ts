import { referTo, type FederationCase } from '../federation-case.ts';

const coins = [
  { __typename: 'Coin', id: '1', worth: 5 },
  { __typename: 'Coin', id: '2', worth: 2 },
  { __typename: 'Coin', id: '3', worth: 5 },
];

/** An entity refers to others of its kind through an interface and provides what it compares. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'trays',
      sdl: `
        type Query { thing: Thing }
        interface Thing { equal: Thing }
        type Coin implements Thing @key(fields: "id") {
          id: ID!
          equal: Coin @provides(fields: "worth")
          worth: Int @external
        }
      `,
      resolvers: {
        Query: { thing: () => coins[0] },
        Coin: {
          equal: ({ id, worth }: { id: string; worth: number }) =>
            coins.find((coin) => coin.worth === worth && coin.id !== id) ?? null,
        },
      },
    },
    {
      name: 'worths',
      sdl: 'type Coin @key(fields: "id") { id: ID! worth: Int @shareable }',
      resolvers: { Coin: { __resolveReference: referTo(coins, 'id') } },
    },
  ],
  expectations: [
    {
      query: '{ thing { equal { ... on Thing { equal { __typename } } } } }',
      data: { thing: { equal: { equal: { __typename: 'Coin' } } } },
    },
    {
      query: `{ thing {
        __typename
        equal { __typename ... on Coin { id } equal { __typename ... on Coin { id } } }
        ... on Coin { __typename id worth equal { id worth } }
      } }`,
      data: {
        thing: {
          __typename: 'Coin',
          equal: {
            __typename: 'Coin',
            id: '3',
            equal: { __typename: 'Coin', id: '1' },
            worth: 5,
          },
          id: '1',
          worth: 5,
        },
      },
    },
  ],
};
