import { referTo, type FederationCase } from '../federation-case.ts';

const users = ['u1', 'u2'].map((id) => ({ id, name: `name ${id}`, room: `r${id}` }));
const toys = [
  { id: '1', name: 'Top', price: 1 },
  { id: '2', name: 'Kite', price: 2 },
];

const roomy = {
  __resolveReference: ({ id }: { id: string }) => ({ id, room: `r${id}` }),
  name: ({ name }: { name?: string }) => name ?? 'not to be asked here',
};

/** Key fields that a subgraph calls external, in a type that it extends in one of three ways. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'extends',
      sdl: `
        type Query { one: User, provided: User @provides(fields: "name") }
        type User @key(fields: "id") @extends { id: ID! @external name: String! @external room: ID }
      `,
      resolvers: {
        Query: {
          one: () => ({ id: 'u1', room: 'ru1' }),
          provided: () => ({ id: 'u1', room: 'ru1', name: 'name u1' }),
        },
        User: roomy,
      },
    },
    {
      name: 'extend-type',
      sdl: `
        type Query { cheapest: Toy }
        extend type Toy @key(fields: "id") { id: ID! @external price: Float }
      `,
      resolvers: {
        Query: { cheapest: () => ({ id: '1', price: 1 }) },
        Toy: { __resolveReference: referTo(toys, 'id') },
      },
    },
    {
      name: 'owner',
      sdl: `
        type Query { user(id: ID): User, toys: [Toy!]! }
        type User @key(fields: "id") { id: ID! name: String! @shareable }
        type Toy @key(fields: "id") { id: ID! name: String! }
      `,
      resolvers: {
        Query: {
          user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
          toys: () => toys.map(({ id, name }) => ({ id, name })),
        },
        User: { __resolveReference: referTo(users, 'id') },
        Toy: { __resolveReference: referTo(toys, 'id') },
      },
    },
  ],
  expectations: [
    {
      query: '{ one { id name room } user(id: "u2") { id room } }',
      data: { one: { id: 'u1', name: 'name u1', room: 'ru1' }, user: { id: 'u2', room: 'ru2' } },
    },
    {
      query: '{ provided { id room name } }',
      data: { provided: { id: 'u1', room: 'ru1', name: 'name u1' } },
    },
    {
      query: '{ cheapest { id price name } toys { name price id } }',
      data: {
        cheapest: { id: '1', price: 1, name: 'Top' },
        toys: [
          { name: 'Top', price: 1, id: '1' },
          { name: 'Kite', price: 2, id: '2' },
        ],
      },
    },
  ],
};
