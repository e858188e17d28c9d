import type { CaseSubgraph, FederationCase } from '../federation-case.ts';

const users = ['u1', 'u2'].map((id) => ({ id, name: `name ${id}`, nick: `nick ${id}` }));
const userOf = ({ id }: { id: string }) => users.find((user) => user.id === id) ?? null;
const offer = { id: 'o1', name: 'Lamp', part: 'part 1', code: 'code 1', price: 12.5 };

const extending = (form: string, root: string): CaseSubgraph['sdl'] => `
  type Query { ${root}: User, provided: User @provides(fields: "name") }
  ${form} @key(fields: "id") { id: ID! @external name: String! @external room: ID }
`;

/** Subgraphs that link no specification: their types are shared, and they extend one another's. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'rooms',
      isFirstVersion: true,
      sdl: extending('extend type User', 'random').concat(`
        type Offer @key(fields: "id") { id: ID! name: String part: ID }
        extend type Query { offer: Offer }
      `),
      resolvers: {
        Query: {
          random: () => ({ id: 'u1', room: 'r1' }),
          provided: () => ({ id: 'u1', room: 'r1', name: 'name u1' }),
          offer: () => offer,
        },
        User: {
          __resolveReference: ({ id }: { id: string }) => ({ id, room: `r${id.slice(1)}` }),
          name: ({ name }: { name?: string }) => name ?? 'not to be asked here',
        },
        Offer: { __resolveReference: () => offer },
      },
    },
    {
      name: 'users',
      isFirstVersion: true,
      sdl: `
        type Query { user(id: ID): User }
        type User @key(fields: "id") { id: ID! name: String! nick: String }
        extend type Offer @key(fields: "id name") @key(fields: "code") {
          id: ID @external
          name: String @external
          code: String @external
          price: Float!
        }
      `,
      resolvers: {
        Query: { user: (_: unknown, key: { id: string }) => userOf(key) },
        User: { __resolveReference: userOf },
        Offer: {
          __resolveReference: (key: object) =>
            ('name' in key && key.name === offer.name) || 'code' in key ? offer : null,
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ random { id name } user(id: "u2") { id name nick } }',
      data: {
        random: { id: 'u1', name: 'name u1' },
        user: { id: 'u2', name: 'name u2', nick: 'nick u2' },
      },
    },
    { query: '{ random { id room } }', data: { random: { id: 'u1', room: 'r1' } } },
    {
      query: '{ random { id room name } }',
      data: { random: { id: 'u1', room: 'r1', name: 'name u1' } },
    },
    {
      query: '{ provided { id room name nick } }',
      data: { provided: { id: 'u1', room: 'r1', name: 'name u1', nick: 'nick u1' } },
    },
    { query: '{ user(id: "u2") { room } }', data: { user: { room: 'r2' } } },
    {
      query: '{ offer { id part price code name } }',
      data: {
        offer: { id: 'o1', part: 'part 1', price: 12.5, code: 'code 1', name: 'Lamp' },
      },
    },
  ],
};
