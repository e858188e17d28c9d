import { referTo, type FederationCase } from '../federation-case.ts';

const hosts = [
  { id: 'h1', name: 'One', home: 'a1', seat: 's1' },
  { id: 'h2', name: 'Two', home: 'a2', seat: 's2' },
];
const homes = [
  { __typename: 'Flat', id: 'a1', town: 'Ulm', land: 'DE' },
  { __typename: 'Office', id: 'a2', town: 'Bern', land: 'CH' },
];
const seats = [
  { __typename: 'Stool', id: 's1', legs: 'three', height: 'low', round: 'yes' },
  { __typename: 'Bench', id: 's2', legs: 'four', height: 'high', length: 'long' },
];

interface Host {
  readonly id: string;
  readonly home?: { readonly id?: string } | null;
  readonly seat?: { readonly legs: string } | null;
}

const homeOf = (id: string | undefined) => homes.find((home) => home.id === id);
const seatOf = (id: string) =>
  seats.find((seat) => seat.id === hosts.find((h) => h.id === id)?.seat);
const reference = { __resolveReference: referTo(homes, 'id') };

/** Required fields below interfaces, with fragments, also on types that clients do not know. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'hosts',
      sdl: `
        type Query { first: Host }
        interface Home { id: ID! }
        type Flat implements Home @key(fields: "id") { id: ID! town: String @shareable }
        type Office implements Home @key(fields: "id") { id: ID! town: String @shareable }
        type Host @key(fields: "id") {
          id: ID!
          name: String! @shareable
          home: Home @external
          town: String @requires(fields: "home { id }")
          land: String @requires(fields: "home { ... on Office { id } }")
        }
      `,
      resolvers: {
        Query: { first: () => ({ id: 'h1', name: 'One' }) },
        Host: {
          __resolveReference: (host: unknown) => host,
          town: ({ home }: Host) => homeOf(home?.id)?.town,
          land: ({ home }: Host) => homeOf(home?.id)?.land,
        },
        Flat: reference,
        Office: reference,
      },
    },
    {
      name: 'homes',
      sdl: `
        type Query { second: Host }
        interface Home { id: ID! }
        type Flat implements Home @key(fields: "id") { id: ID! town: String @shareable }
        type Office implements Home @key(fields: "id") { id: ID! town: String @shareable }
        type Tent implements Home @key(fields: "id") { id: ID! town: String @shareable }
        type Host @key(fields: "id") { id: ID! name: String! @shareable home: Home }
      `,
      resolvers: {
        Query: { second: () => hosts[1] },
        Host: {
          __resolveReference: referTo(hosts, 'id'),
          home: ({ home }: { home: string }) => homeOf(home),
        },
        Flat: reference,
        Office: reference,
        Tent: reference,
      },
    },
    {
      name: 'seats',
      sdl: `
        type Query { seated: Host }
        type Host @key(fields: "id") { id: ID! seat: Seat }
        interface Seat { legs: String! }
        interface Tall implements Seat { legs: String! height: String! }
        type Stool implements Seat & Tall @shareable { legs: String! height: String! round: String! }
        type Bench implements Seat & Tall @shareable { legs: String! height: String! length: String! }
      `,
      resolvers: {
        Query: { seated: () => ({ id: 'h2' }) },
        Host: {
          __resolveReference: (host: unknown) => host,
          seat: ({ id }: Host) => seatOf(id),
        },
      },
    },
    {
      name: 'cushions',
      sdl: `
        type Query { low: Host, high: Host }
        type Host @key(fields: "id") {
          id: ID!
          seat: Seat @external
          cushion: String! @requires(fields: """
            seat { legs ... on Tall { height ... on Stool { round } ... on Bench { length } } }
          """)
          rug: String! @requires(fields: "seat { ... on Seat { legs } }")
        }
        interface Seat { legs: String! }
        interface Tall implements Seat { legs: String! height: String! }
        type Stool implements Seat & Tall @shareable @inaccessible {
          legs: String!
          height: String!
          round: String!
        }
        type Bench implements Seat & Tall @shareable { legs: String! height: String! length: String! }
      `,
      resolvers: {
        Query: { low: () => ({ id: 'h1' }), high: () => ({ id: 'h2' }) },
        Host: {
          __resolveReference: (host: unknown) => host,
          cushion: ({ seat }: Host) => `cushion for ${String(seat?.legs)}`,
          rug: ({ seat }: Host) => `rug for ${String(seat?.legs)}`,
        },
      },
    },
  ],
  expectations: [
    { query: '{ first { town } }', data: { first: { town: 'Ulm' } } },
    { query: '{ second { town } }', data: { second: { town: 'Bern' } } },
    {
      query: '{ first { land } second { land } }',
      data: { first: { land: null }, second: { land: 'CH' } },
    },
    {
      query: '{ first { home { __typename id } } second { home { __typename id } } }',
      data: {
        first: { home: { __typename: 'Flat', id: 'a1' } },
        second: { home: { __typename: 'Office', id: 'a2' } },
      },
    },
    { query: '{ seated { cushion } }', data: { seated: { cushion: 'cushion for four' } } },
    {
      query: '{ seated { seat { __typename } cushion rug } }',
      data: {
        seated: { seat: { __typename: 'Bench' }, cushion: 'cushion for four', rug: 'rug for four' },
      },
    },
    {
      query: '{ high { seat { __typename } rug } }',
      data: { high: { seat: { __typename: 'Bench' }, rug: 'rug for four' } },
    },
    {
      query: '{ low { id seat { __typename } } high { id seat { __typename } } }',
      data: { low: { id: 'h1', seat: null }, high: { id: 'h2', seat: { __typename: 'Bench' } } },
    },
    {
      query: '{ low { seat { __typename } cushion } }',
      data: { low: { seat: null, cushion: 'cushion for three' } },
    },
  ],
};
