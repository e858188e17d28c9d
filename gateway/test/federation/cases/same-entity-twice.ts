import type { FederationCase } from '../federation-case.ts';

interface Street {
  readonly id: string;
}

/** One entity at several places, asked each time with other arguments under other names. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'streets',
      sdl: `
        type Query { street(id: ID! = "1"): Street, all: [Street!]! }
        type Street @key(fields: "id") { id: ID! twin: Street! }
      `,
      resolvers: {
        Query: {
          street: (_: unknown, { id }: Street) => ({ id }),
          all: () => [{ id: '1' }, { id: '1' }, { id: '2' }],
        },
        Street: { twin: ({ id }: Street) => ({ id }) },
      },
    },
    {
      name: 'houses',
      sdl: `
        type Street @key(fields: "id") {
          id: ID!
          house(number: Int! = 1, door: Door): House
          houses(numbers: [Int!]! = [1, 2], first: Int): [House!]!
        }
        type House { name: String! street: Street! tags(prefix: String = "t"): [String!]! }
        input Door { colour: Colour! = RED, width: Float }
        enum Colour { RED BLUE }
      `,
      resolvers: {
        Street: {
          __resolveReference: (street: unknown) => street,
          house: (
            { id }: Street,
            { number, door }: { number: number; door?: { colour: string } },
          ) =>
            number === 0 ? null : { id, name: `${id}/${String(number)} ${door?.colour ?? ''}` },
          houses: (
            { id }: Street,
            { numbers, first }: { numbers: number[]; first?: number | null },
          ) =>
            numbers
              .slice(0, first ?? undefined)
              .map((number) => ({ id, name: `${id}/${String(number)}` })),
        },
        House: {
          street: ({ id }: Street) => ({ id }),
          tags: ({ name }: { name: string }, { prefix }: { prefix: string }) => [prefix + name],
        },
      },
    },
  ],
  expectations: [
    {
      query: `{ street {
        house { name }
        two: house(number: 2) { name }
        blue: house(door: { colour: BLUE }) { name }
        red: house(door: { width: 2.5 }) { name }
        none: house(number: 0) { name }
      } }`,
      data: {
        street: {
          house: { name: '1/1 ' },
          two: { name: '1/2 ' },
          blue: { name: '1/1 BLUE' },
          red: { name: '1/1 RED' },
          none: null,
        },
      },
    },
    {
      query:
        '{ a: street { house { name } } b: street { house(number: 5) { name } } c: street(id: 2) { house { name } } }',
      data: {
        a: { house: { name: '1/1 ' } },
        b: { house: { name: '1/5 ' } },
        c: { house: { name: '2/1 ' } },
      },
    },
    {
      query: '{ all { twin { h: house(number: 3) { name } } h: house(number: 4) { name } } }',
      data: {
        all: ['1', '1', '2'].map((id) => ({
          twin: { h: { name: `${id}/3 ` } },
          h: { name: `${id}/4 ` },
        })),
      },
    },
    {
      query: `query ($number: Int = 7, $numbers: [Int!]!, $first: Int, $colour: Colour!, $prefix: String) {
        street {
          house(number: $number, door: { colour: $colour }) { name tags(prefix: $prefix) }
          houses(numbers: $numbers, first: $first) { name street { twin { house { tags } } } }
        }
      }`,
      variables: { numbers: [4, 5], first: 1, colour: 'BLUE' },
      data: {
        street: {
          house: { name: '1/7 BLUE', tags: ['t1/7 BLUE'] },
          houses: [{ name: '1/4', street: { twin: { house: { tags: ['t1/1 '] } } } }],
        },
      },
    },
    {
      query:
        'query ($door: Door, $first: Int = null) { street { house(door: $door) { name } houses(first: $first) { name } } }',
      variables: { door: { colour: 'BLUE', width: null } },
      data: {
        street: { house: { name: '1/1 BLUE' }, houses: [{ name: '1/1' }, { name: '1/2' }] },
      },
    },
    {
      query:
        '{ street { ...A ...B house { street { id } } } } fragment A on Street { house { name } } fragment B on Street { house { tags } twin { house { name } } }',
      data: {
        street: {
          house: { name: '1/1 ', tags: ['t1/1 '], street: { id: '1' } },
          twin: { house: { name: '1/1 ' } },
        },
      },
    },
  ],
};
