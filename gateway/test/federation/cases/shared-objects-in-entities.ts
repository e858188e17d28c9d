import { referTo, type FederationCase } from '../federation-case.ts';

const plots = [
  { id: 'p1', row: 'a', bedId: 'd1' },
  { id: 'p2', row: 'b', bedId: 'd2' },
  { id: 'p3', row: 'c', bedId: 'd1' },
];
const beds = [
  { id: 'd1', name: 'Roses', soil: { acidity: 6 } },
  { id: 'd2', name: 'Herbs', soil: { acidity: 7 } },
];
const bedOf = ({ bedId }: { bedId: string }) => beds.find(({ id }) => id === bedId);

/**
 * An object without a key stands below an entity in several subgraphs, which know different fields
 * of it: for each of them the entity is the way there.
 */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'plots',
      sdl: `
        type Query { plots: [Plot!]! }
        type Plot @key(fields: "id") @key(fields: "id row") { id: ID! row: ID! bed: Bed @shareable }
        type Bed @key(fields: "id") { id: ID! name: String! @shareable }
      `,
      resolvers: {
        Query: { plots: () => plots },
        Plot: { __resolveReference: referTo(plots, 'id'), bed: bedOf },
        Bed: { __resolveReference: referTo(beds, 'id') },
      },
    },
    {
      name: 'beds',
      sdl: `
        type Plot @key(fields: "id row") { id: ID! row: ID! bed: Bed @shareable }
        type Bed @key(fields: "id") { id: ID! name: String! @shareable }
      `,
      resolvers: {
        Plot: { __resolveReference: referTo(plots, 'id'), bed: bedOf },
        Bed: { __resolveReference: referTo(beds, 'id') },
      },
    },
    {
      name: 'soils',
      sdl: `
        type Plot @key(fields: "id row") { id: ID! row: ID! bed: Bed @shareable }
        type Bed { soil: Soil }
        type Soil { acidity: Int }
      `,
      resolvers: {
        Plot: {
          __resolveReference: referTo(plots, 'row'),
          bed: (plot: { bedId: string }) => ({ soil: bedOf(plot)?.soil }),
        },
      },
    },
    {
      name: 'tools',
      sdl: `
        type Query { tool(id: ID!): Tool }
        type Tool @key(fields: "id") { id: ID name: String }
      `,
      resolvers: {
        Query: { tool: (_: unknown, { id }: { id: string }) => ({ id, name: `t${id}` }) },
      },
    },
    {
      name: 'sheds',
      sdl: `
        type Tool @key(fields: "id") { id: ID @external shed: Shed @shareable }
        type Shed { size: String }
      `,
      resolvers: {
        Tool: {
          __resolveReference: ({ id }: { id: string }) => ({ id, shed: { size: `for ${id}` } }),
        },
      },
    },
    {
      name: 'places',
      sdl: `
        type Tool @key(fields: "id") { id: ID @external shed: Shed @shareable }
        type Shed { id: ID @shareable }
      `,
      resolvers: {
        Tool: { __resolveReference: ({ id }: { id: string }) => ({ id, shed: { id: '9' } }) },
      },
    },
    {
      name: 'signs',
      sdl: 'type Shed @key(fields: "id") { id: ID sign: String }',
      resolvers: {
        Shed: { __resolveReference: ({ id }: { id: string }) => ({ id, sign: `shed ${id}` }) },
      },
    },
  ],
  expectations: [
    {
      query: '{ plots { id bed { id soil { acidity } } } }',
      data: {
        plots: [
          { id: 'p1', bed: { id: 'd1', soil: { acidity: 6 } } },
          { id: 'p2', bed: { id: 'd2', soil: { acidity: 7 } } },
          { id: 'p3', bed: { id: 'd1', soil: { acidity: 6 } } },
        ],
      },
    },
    {
      query: '{ tool(id: "1") { id name shed { id sign size } } }',
      data: { tool: { id: '1', name: 't1', shed: { id: '9', sign: 'shed 9', size: 'for 1' } } },
    },
  ],
};
