import type { FederationCase } from '../federation-case.ts';

const refuses = () => {
  throw new Error('no entities today');
};

/** One of several subgraphs that are asked at the same time fails; the others' answers count. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'ships',
      sdl: `
        type Query { ship: Ship, ships: [Ship!]! }
        type Ship @key(fields: "id") { id: ID! name: String }
      `,
      resolvers: {
        Query: {
          ship: () => ({ id: '1', name: 'One' }),
          ships: () => [
            { id: '1', name: 'One' },
            { id: '2', name: 'Two' },
          ],
        },
      },
    },
    {
      name: 'sails',
      sdl: 'type Ship @key(fields: "id") { id: ID! sails: Int }',
      resolvers: {
        Ship: { __resolveReference: ({ id }: { id: string }) => ({ id, sails: Number(id) * 3 }) },
      },
    },
    {
      name: 'crews',
      sdl: 'type Query { port: Port } type Port { name: String } type Ship @key(fields: "id") { id: ID! crew: Int captain: String! rank: String }',
      resolvers: { Ship: { __resolveReference: refuses }, Query: { port: refuses } },
    },
    {
      name: 'pay',
      sdl: `
        type Ship @key(fields: "id") {
          id: ID!
          crew: Int @external
          sails: Int @external
          wages: Int @requires(fields: "crew")
          canvas: Int @requires(fields: "sails")
        }
      `,
      resolvers: {
        Ship: {
          __resolveReference: (ship: unknown) => ship,
          wages: ({ crew }: { crew?: number | null }) => (crew ?? 0) * 10,
          canvas: ({ sails }: { sails: number }) => sails * 2,
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ ship { name sails crew } }',
      data: { ship: { name: 'One', sails: 3, crew: null } },
      errorPaths: [['ship', 'crew']],
    },
    {
      query: '{ ships { sails rank crew } }',
      data: {
        ships: [
          { sails: 3, rank: null, crew: null },
          { sails: 6, rank: null, crew: null },
        ],
      },
      errorPaths: [
        ['ships', 0, 'rank'],
        ['ships', 0, 'crew'],
        ['ships', 1, 'rank'],
        ['ships', 1, 'crew'],
      ],
    },
    {
      query: '{ ship { sails canvas captain } }',
      data: { ship: null },
      errorPaths: [['ship', 'captain']],
    },
    {
      query: '{ ships { canvas } port { name } }',
      data: { ships: [{ canvas: 6 }, { canvas: 12 }], port: null },
      errorPaths: [['port']],
    },
  ],
};
