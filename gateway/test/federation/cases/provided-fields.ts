import { neverAsked, referTo, type FederationCase } from '../federation-case.ts';

const groups = [
  { id: 'g1', name: 'Strings', parts: ['g2'] },
  { id: 'g2', name: 'Bows', parts: ['g3'] },
  { id: 'g3', name: 'Horsehair', parts: ['g1'] },
];
const pieces = [
  { id: 'i1', groups: ['g1', 'g2'] },
  { id: 'i2', groups: ['g3', 'g2'] },
];
const groupOf = (id: string) => groups.find((group) => group.id === id);
const nameOf = (id: string) => ({ id, name: groupOf(id)?.name });
const twins = [
  { __typename: 'Drum', id: 't1', name: 'Bass', size: 3 },
  { __typename: 'Flute', id: 't2', name: 'Piccolo', size: 6 },
];
const known = twins.map(({ __typename, id, name }) => ({ __typename, id, name }));
const works = [
  { id: 'o1', name: 'First', note: 'n1', extra: 'x1' },
  { id: 'o2', name: 'Second', note: 'n2', extra: 'x2' },
];

/** A subgraph has fields of another one at some places, and only there; elsewhere it has not. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'all-first',
      sdl: 'type Piece @key(fields: "id") { id: ID! }',
      resolvers: { Piece: { __resolveReference: neverAsked } },
    },
    {
      name: 'groups',
      sdl: `
        type Query {
          pieces: [Piece] @shareable @provides(fields: "groups { id name parts { id name } }")
        }
        type Piece @key(fields: "id") { id: ID! groups: [Group] @external }
        type Group @key(fields: "id") { id: ID! name: String parts: [Group] @external }
      `,
      resolvers: {
        Query: {
          pieces: () =>
            pieces.map(({ id, groups: own }) => ({
              id,
              groups: own.map((group) => ({
                ...nameOf(group),
                parts: groupOf(group)?.parts.map(nameOf),
              })),
            })),
        },
        Piece: { __resolveReference: neverAsked },
        Group: { __resolveReference: neverAsked },
      },
    },
    {
      name: 'parts',
      sdl: `
        type Piece @key(fields: "id") { id: ID! groups: [Group] @shareable }
        type Group @key(fields: "id") { id: ID! parts: [Group] @shareable }
      `,
      resolvers: {
        Piece: { __resolveReference: neverAsked, groups: neverAsked },
        Group: { __resolveReference: neverAsked },
      },
    },
    {
      name: 'plain',
      sdl: `
        type Query {
          band: Band @shareable
          duo: Duo @provides(fields: "players { ... on Drum { name } }")
          finds: [Find] @shareable
        }
        union Find = Drum | Flute
        interface Band { id: ID! }
        interface Player { id: ID! }
        type Duo implements Band @key(fields: "id") { id: ID! players: [Player] @shareable }
        type Drum implements Player @key(fields: "id") { id: ID! name: String @external }
        type Flute implements Player @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: {
          band: () => ({ __typename: 'Duo', id: 'd' }),
          duo: () => ({ id: 'd', players: known }),
          finds: neverAsked,
        },
        Duo: { __resolveReference: (reference: unknown) => reference },
      },
    },
    {
      name: 'provider',
      sdl: `
        type Query {
          band: Band @shareable @provides(fields: "players { id name }")
          finds: [Find] @shareable @provides(fields: "... on Drum { name }")
          work: Work @provides(fields: "name note")
          works: [Work!]! @provides(fields: "name note")
        }
        union Find = Drum | Flute
        interface Band { id: ID! players: [Player] }
        interface Player { id: ID! name: String }
        type Duo implements Band { id: ID! @shareable players: [Player] @external }
        type Drum implements Player @key(fields: "id") { id: ID! name: String @external }
        type Flute implements Player @key(fields: "id") { id: ID! name: String @external }
        type Work @key(fields: "id") { id: ID! name: String! @external note: String! @external }
      `,
      resolvers: {
        Query: {
          band: () => ({ __typename: 'Duo', id: 'd', players: known }),
          finds: () => [known[0], { __typename: 'Flute', id: 't2' }],
          work: () => works[0],
          works: () => works,
        },
        Work: { __resolveReference: neverAsked, note: neverAsked },
      },
    },
    {
      name: 'owner',
      sdl: `
        interface Band { id: ID! players: [Player] }
        interface Player { id: ID! name: String }
        type Duo implements Band @key(fields: "id") { id: ID! players: [Player] @shareable }
        type Drum implements Player @key(fields: "id") {
          id: ID!
          name: String @shareable
          size: Int
        }
        type Flute implements Player @key(fields: "id") {
          id: ID!
          name: String @shareable
          size: Int
        }
        type Work @key(fields: "id") {
          id: ID!
          name: String! @shareable
          note: String! @shareable
          extra: String!
        }
      `,
      resolvers: {
        Duo: { __resolveReference: () => ({ id: 'd', players: known }) },
        Drum: { __resolveReference: neverAsked },
        Flute: { __resolveReference: referTo(twins, 'id') },
        Work: { __resolveReference: referTo(works, 'id'), name: neverAsked, note: neverAsked },
      },
    },
  ],
  expectations: [
    {
      query: '{ pieces { id groups { id name } } }',
      data: {
        pieces: pieces.map(({ id, groups: own }) => ({ id, groups: own.map(nameOf) })),
      },
    },
    {
      query: '{ pieces { id groups { id name parts { id name } } } }',
      data: {
        pieces: pieces.map(({ id, groups: own }) => ({
          id,
          groups: own.map((group) => ({
            ...nameOf(group),
            parts: groupOf(group)?.parts.map(nameOf),
          })),
        })),
      },
    },
    {
      query: '{ band { id players { id name } } }',
      data: {
        band: {
          id: 'd',
          players: [
            { id: 't1', name: 'Bass' },
            { id: 't2', name: 'Piccolo' },
          ],
        },
      },
    },
    {
      query: '{ band { id players { id name ... on Flute { size } } } }',
      data: {
        band: {
          id: 'd',
          players: [
            { id: 't1', name: 'Bass' },
            { id: 't2', name: 'Piccolo', size: 6 },
          ],
        },
      },
    },
    {
      query: '{ duo { players { ... on Drum { name } ... on Flute { size } } } }',
      data: { duo: { players: [{ name: 'Bass' }, { size: 6 }] } },
    },
    {
      query: '{ finds { ... on Drum { id name } ... on Flute { id } } }',
      data: { finds: [{ id: 't1', name: 'Bass' }, { id: 't2' }] },
    },
    {
      query: '{ finds { ... on Drum { id name } ... on Flute { id name } } }',
      data: {
        finds: [
          { id: 't1', name: 'Bass' },
          { id: 't2', name: 'Piccolo' },
        ],
      },
    },
    { query: '{ work { id } }', data: { work: { id: 'o1' } } },
    {
      query: '{ work { id title: name ... on Work { name } ...N } } fragment N on Work { name }',
      data: { work: { id: 'o1', title: 'First', name: 'First' } },
    },
    {
      query: '{ works { id name extra } }',
      data: {
        works: [
          { id: 'o1', name: 'First', extra: 'x1' },
          { id: 'o2', name: 'Second', extra: 'x2' },
        ],
      },
    },
    {
      query:
        '{ work { id ... on Work @skip(if: true) { note } ... on Work @include(if: false) { note } ... { name } ... { extra } } }',
      data: { work: { id: 'o1', name: 'First', extra: 'x1' } },
    },
  ],
};
