import { neverAsked, type FederationCase } from '../federation-case.ts';

interface Lamp {
  readonly price?: number;
  readonly dear?: boolean;
}

const needsDear = ({ dear }: Lamp) => {
  if (dear === undefined) throw new Error('a required field is missing');
  return true;
};

const lamp = (head: string, selections: string, data: object) => ({
  query: `query ${head} { lamp { price ${selections} } }`,
  data: { lamp: { price: 699.5, ...data } },
});

/** What `@skip` and `@include` leave out is not asked for, nor is what it would require. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { lamp: Lamp, lamps: [Lamp] }
        type Lamp @key(fields: "id") { id: ID! name: String! price: Float! }
      `,
      resolvers: {
        Query: {
          lamp: () => ({ id: '1', name: 'Lamp', price: 699.5 }),
          lamps: neverAsked,
        },
      },
    },
    {
      name: 'b',
      sdl: `
        type Lamp @key(fields: "id") {
          id: ID!
          price: Float! @external
          dear: Boolean! @requires(fields: "price")
        }
      `,
      resolvers: {
        Lamp: {
          __resolveReference: (reference: unknown) => reference,
          dear: ({ price }: Lamp) => price !== undefined && price > 500,
        },
      },
    },
    {
      name: 'c',
      sdl: `
        type Lamp @key(fields: "id") {
          id: ID!
          dear: Boolean! @external
          shade: Boolean! @requires(fields: "dear")
          bulb: Boolean! @requires(fields: "dear")
          never: Boolean! @requires(fields: "dear")
        }
      `,
      resolvers: {
        Lamp: {
          __resolveReference: (reference: unknown) => reference,
          shade: needsDear,
          bulb: needsDear,
          never: neverAsked,
        },
      },
    },
  ],
  expectations: [
    lamp('($on: Boolean = false)', 'never @include(if: $on)', {}),
    lamp('($on: Boolean = true)', 'never @skip(if: $on)', {}),
    lamp('($on: Boolean = true)', 'shade @include(if: $on)', { shade: true }),
    lamp('($on: Boolean = false)', 'bulb @skip(if: $on)', { bulb: true }),
    lamp('', 'never @include(if: false) shade @include(if: true) @skip(if: false)', {
      shade: true,
    }),
    lamp('($on: Boolean!)', '... @include(if: $on) { never } ... @skip(if: $on) { shade }', {
      shade: true,
    }),
    lamp('($on: Boolean = true)', 'shade @include(if: $on) shade @skip(if: $on) dear', {
      shade: true,
      dear: true,
    }),
    lamp('($on: Boolean = false)', '...F @include(if: $on) bulb', { bulb: true }),
    {
      query: 'query ($on: Boolean = false) { lamps @include(if: $on) { id } lamp { id } }',
      data: { lamp: { id: '1' } },
    },
    { query: '{ lamps @skip(if: true) { id } }', data: {} },
    { query: '{ lamp { ... @skip(if: true) { id } } }', data: { lamp: {} } },
  ].map((expectation) => ({
    ...expectation,
    ...(expectation.query.includes('$on: Boolean!') && { variables: { on: false } }),
    ...(expectation.query.includes('...F') && {
      query: `${expectation.query} fragment F on Lamp { never }`,
    }),
  })),
};
