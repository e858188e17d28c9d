import { referTo, type FederationCase } from '../federation-case.ts';

const boats = [
  { id: 'b1', mail: 'one@sea', call: 'alfa', hull: 'h1', name: 'One', price: 7 },
  { id: 'b2', mail: 'two@sea', call: 'bravo', hull: 'h2', name: 'Two', price: 8 },
];

/** A subgraph knows an entity by another key than the one at hand; what is asked first has it. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'register',
      sdl: `
        type Query { boat: Boat, boats: [Boat] }
        type Boat @key(fields: "id") { id: ID! mail: String! }
      `,
      resolvers: {
        Query: { boat: () => boats[0], boats: () => [boats[1], null, boats[0]] },
        Boat: { __resolveReference: referTo(boats, 'id') },
      },
    },
    {
      name: 'radio',
      sdl: 'type Boat @key(fields: "mail") { mail: String! @external call: String! }',
      resolvers: { Boat: { __resolveReference: referTo(boats, 'mail') } },
    },
    {
      name: 'yard',
      sdl: `
        type Boat @key(fields: "mail") @key(fields: "hull") { mail: String! @external hull: String }
      `,
      resolvers: { Boat: { __resolveReference: referTo(boats, 'mail') } },
    },
    {
      name: 'market',
      sdl: `
        type Boat @key(fields: "hull name") @key(fields: "hull") {
          hull: String @shareable
          name: String
          price: Int
        }
      `,
      resolvers: { Boat: { __resolveReference: referTo(boats, 'hull') } },
    },
  ],
  expectations: [
    { query: '{ boat { id call } }', data: { boat: { id: 'b1', call: 'alfa' } } },
    { query: '{ boat { price } }', data: { boat: { price: 7 } } },
    {
      query: '{ boats { name call price id hull } }',
      data: {
        boats: [
          { name: 'Two', call: 'bravo', price: 8, id: 'b2', hull: 'h2' },
          null,
          { name: 'One', call: 'alfa', price: 7, id: 'b1', hull: 'h1' },
        ],
      },
    },
  ],
};
