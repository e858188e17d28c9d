import { type FederationCase } from '../federation-case.ts';

const ovens = [
  { __typename: 'Oven', id: 'o1' },
  { __typename: 'Oven', id: 'o2' },
];
const kettles = [
  { __typename: 'Kettle', id: 'k1', years: 3 },
  { __typename: 'Kettle', id: 'k2', years: 4 },
];
const machines = [...ovens, ...kettles];

/** A type implements an interface in one subgraph, and not in another one that has both. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { machines: [Machine], node(id: ID!): Node, nodes: [Node], kettles: [Kettle] }
        union Machine = Oven | Kettle
        interface Node { id: ID! }
        interface Warranted { years: Int }
        type Oven @key(fields: "id") { id: ID! }
        type Kettle implements Node & Warranted @key(fields: "id") { id: ID! years: Int }
      `,
      resolvers: {
        Query: {
          machines: () => machines,
          node: (_: unknown, { id }: { id: string }) =>
            machines.find((machine) => machine.id === id),
          nodes: () => kettles,
          kettles: () => kettles,
        },
      },
    },
    {
      name: 'b',
      sdl: `
        interface Node { id: ID! }
        interface Warranted { years: Int }
        type Oven implements Node & Warranted @key(fields: "id") { id: ID! years: Int }
      `,
      resolvers: { Oven: { __resolveReference: (oven: object) => ({ ...oven, years: 1 }) } },
    },
  ],
  expectations: [
    {
      query: '{ machines { ... on Node { id } } }',
      data: { machines: machines.map(({ id }) => ({ id })) },
    },
    {
      query: '{ machines { ... on Warranted { years } } }',
      data: { machines: [{ years: 1 }, { years: 1 }, { years: 3 }, { years: 4 }] },
    },
    {
      query: '{ nodes { ... on Kettle { years } ... on Oven { id } } }',
      data: { nodes: [{ years: 3 }, { years: 4 }] },
    },
    {
      query: '{ nodes { id ... on Node { ... on Warranted { years } } } }',
      data: {
        nodes: [
          { id: 'k1', years: 3 },
          { id: 'k2', years: 4 },
        ],
      },
    },
    {
      query: '{ nodes { ... on Node { id ... on Node { id ... on Warranted { years } } } } }',
      data: {
        nodes: [
          { id: 'k1', years: 3 },
          { id: 'k2', years: 4 },
        ],
      },
    },
    {
      query:
        '{ kettles { ...K ...N } } fragment K on Kettle { id } fragment N on Node { id __typename }',
      data: {
        kettles: [
          { id: 'k1', __typename: 'Kettle' },
          { id: 'k2', __typename: 'Kettle' },
        ],
      },
    },
    {
      query: '{ node(id: "o1") { ... on Oven { years } } }',
      data: { node: null },
      errorPaths: [['node']],
    },
    {
      query: '{ node(id: "o1") { ... on Kettle { years } } }',
      data: { node: null },
      errorPaths: [['node']],
    },
    { query: '{ node(id: "k1") { ... on Kettle { years } } }', data: { node: { years: 3 } } },
    { query: '{ node(id: "none") { id } }', data: { node: null } },
  ],
};
