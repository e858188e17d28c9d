import type { CaseSubgraph, FederationCase } from '../federation-case.ts';

const parts = {
  engine: { id: 'e', power: 90 },
  frame: { id: 'f', colour: 'red' },
  wheels: { id: 'w', count: 4 },
};

/** A subgraph that knows one part of the car. */
function knowing(part: keyof typeof parts, type: string, fields: string): CaseSubgraph {
  const car = () => ({ id: '1', [part]: parts[part] });
  return {
    name: part,
    sdl: `
      type Query { car: Car! @shareable, cars: [Car!]! @shareable, none: Car @shareable }
      type Car { id: ID! @shareable ${part}: ${type}! }
      type ${type} { id: ID! ${fields} }
    `,
    resolvers: { Query: { car, cars: () => [car(), car()], none: () => null } },
  };
}

/** A root field that several subgraphs have, each with fields that only it knows. */
export const federationCase: FederationCase = {
  subgraphs: [
    knowing('engine', 'Engine', 'power: Int!'),
    knowing('frame', 'Frame', 'colour: String!'),
    knowing('wheels', 'Wheels', 'count: Int!'),
  ],
  expectations: [
    {
      query: '{ car { id engine { id power } frame { id colour } wheels { id count } } }',
      data: { car: { id: '1', ...parts } },
    },
    {
      query: '{ cars { id engine { id power } frame { id colour } wheels { id count } } }',
      data: {
        cars: [
          { id: '1', ...parts },
          { id: '1', ...parts },
        ],
      },
    },
    {
      query: '{ none { wheels { count } frame { colour } } a: car { frame { colour } } }',
      data: { none: null, a: { frame: { colour: 'red' } } },
    },
  ],
};
