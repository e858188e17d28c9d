import type { FederationCase } from '../federation-case.ts';

const tile = (id: string) => ({ id });

/** Entities in lists, lists of lists and lists with gaps, and the same one at many places. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'floors',
      sdl: `
        type Query {
          grid: [[Tile]]!
          cube: [[[Tile!]!]!]!
          row: [Tile]
          sure: [Tile!]
          empty: [Tile!]!
          none: [Tile]
          mixed: [[Stone]]
        }
        interface Stone { id: ID! }
        type Tile implements Stone @key(fields: "id") { id: ID! next: Tile around: [[Tile]!] }
        type Slab implements Stone { id: ID! }
      `,
      resolvers: {
        Query: {
          grid: () => [[tile('1'), null, tile('2')], null, [], [tile('1')]],
          cube: () => [[[tile('1')], []], [[tile('3'), tile('1')]]],
          row: () => [null, tile('gone'), tile('2')],
          sure: () => [tile('1'), tile('2')],
          empty: () => [],
          none: () => null,
          mixed: () => [[{ __typename: 'Tile', id: '1' }, null], [{ __typename: 'Slab', id: 's' }]],
        },
        Tile: {
          next: ({ id }: { id: string }) => (id === '3' ? null : tile(String(Number(id) + 1))),
          around: () => [[tile('1'), null], []],
        },
      },
    },
    {
      name: 'colours',
      sdl: `
        type Tile @key(fields: "id") { id: ID! colour: String shade: Shade! }
        type Shade { dark: Boolean! marks: [String] }
      `,
      resolvers: {
        Tile: {
          __resolveReference: ({ id }: { id: string }) =>
            id === 'gone'
              ? null
              : { id, colour: `colour ${id}`, shade: { dark: true, marks: [id, null] } },
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ grid { id colour } }',
      data: {
        grid: [
          [{ id: '1', colour: 'colour 1' }, null, { id: '2', colour: 'colour 2' }],
          null,
          [],
          [{ id: '1', colour: 'colour 1' }],
        ],
      },
    },
    {
      query: '{ cube { colour shade { dark } } }',
      data: {
        cube: [
          [[{ colour: 'colour 1', shade: { dark: true } }], []],
          [
            [
              { colour: 'colour 3', shade: { dark: true } },
              { colour: 'colour 1', shade: { dark: true } },
            ],
          ],
        ],
      },
    },
    {
      query: '{ row { id colour } empty { colour } none { colour } }',
      data: {
        row: [null, { id: 'gone', colour: null }, { id: '2', colour: 'colour 2' }],
        empty: [],
        none: null,
      },
    },
    {
      query: '{ sure { colour next { colour next { colour } } } }',
      data: {
        sure: [
          { colour: 'colour 1', next: { colour: 'colour 2', next: { colour: 'colour 3' } } },
          { colour: 'colour 2', next: { colour: 'colour 3', next: null } },
        ],
      },
    },
    {
      query: '{ sure { around { colour shade { marks } } colour } }',
      data: {
        sure: ['1', '2'].map((id) => ({
          around: [[{ colour: 'colour 1', shade: { marks: ['1', null] } }, null], []],
          colour: `colour ${id}`,
        })),
      },
    },
    {
      query: '{ mixed { id ... on Tile { colour } } }',
      data: { mixed: [[{ id: '1', colour: 'colour 1' }, null], [{ id: 's' }]] },
    },
  ],
};
