import { referTo, type FederationCase } from '../federation-case.ts';

const own = { __typename: 'Self', mail: 'own@rose' };
const house = { __typename: 'House', id: 'v1' };
const roses = [
  { __typename: 'Rose', id: 'a1', code: 'c1', name: 'Rose 1', by: 'm1', size: 0.5, house: own },
  { __typename: 'Rose', id: 'a3', code: 'c3', name: 'Rose 2', by: 'm2', size: 0.6, house },
];
const tulips = [
  { __typename: 'Tulip', id: 'a2', code: 'c2', name: 'Tulip 1', by: 'm1', size: 0.2, house },
  { __typename: 'Tulip', id: 'a4', code: 'c4', name: 'Tulip 2', by: 'm2', size: 7, house: own },
];
const plants = [...roses, ...tulips];
type Plant = (typeof plants)[number];

const withShape = ({ size, ...plant }: Plant) => ({ ...plant, shape: { form: 'round', size } });
const kin = ({ id, __typename }: Plant) =>
  plants.filter((plant) => plant.id !== id && plant.__typename === __typename).map(withShape);
const marks = [
  { id: 1, text: 'mark 1', plantId: 'a1' },
  { id: 2, text: 'mark 2', plantId: 'a1' },
  { id: 3, text: 'mark 3', plantId: 'a2' },
];
const marksOf = (of: readonly { readonly id: string }[]) =>
  marks
    .filter(({ plantId }) => of.some(({ id }) => id === plantId))
    .map(({ plantId, ...mark }) => {
      const plant = plants.find(({ id }) => id === plantId);
      return { ...mark, plant: { __typename: plant?.__typename, id: plantId } };
    });
const plantNamed = (id: string) => plants.find((plant) => plant.id === id);

const grown = {
  __resolveReference: ({ id }: { id: string }) => {
    const plant = plantNamed(id);
    return plant === undefined ? null : withShape(plant);
  },
  kin,
  by: ({ by }: Plant) => ({ mail: by }),
};
const marked = {
  __resolveReference: (plant: unknown) => plant,
  marks: (plant: Plant) => marksOf([plant]),
  markCount: (plant: Plant) => marksOf([plant]).length,
  marksOfKin: ({ kin: others }: { kin: readonly { id: string }[] }) => marksOf(others),
};
const sent = {
  __resolveReference: (plant: unknown) => plant,
  arrival: ({ shape }: { shape?: { size: number } }, { zip }: { zip?: string }) =>
    shape === undefined || zip === undefined ? null : { soon: shape.size < 1 },
};

const grownFields = `
  id: ID! code: String shape: Shape @shareable by: Person hidden: Boolean house: Maker
`;

/** What an interface's implementations have is spread over subgraphs, unlike in each of them. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'houses',
      sdl: `
        type House @key(fields: "id") { id: ID! name: String mail: Mail }
        type Mail { address: String }
        type Circle @key(fields: "id") { id: ID! name: String mail: String }
        extend union Maker = House | Circle
      `,
      resolvers: {
        House: {
          __resolveReference: ({ id }: { id: string }) => ({
            id,
            name: 'House 1',
            mail: { address: 'house@mail' },
          }),
        },
        Circle: { __resolveReference: () => null },
      },
    },
    {
      name: 'parcels',
      sdl: `
        interface Plant { id: ID! shape: Shape arrival(zip: String): Arrival }
        type Rose implements Plant @key(fields: "id") {
          id: ID!
          shape: Shape @external
          arrival(zip: String): Arrival @requires(fields: "shape { form size }")
        }
        type Tulip implements Plant @key(fields: "id") {
          id: ID!
          shape: Shape @external
          arrival(zip: String): Arrival @requires(fields: "shape { form size }")
        }
        type Shape @shareable { form: String size: Float }
        type Arrival { soon: Boolean }
      `,
      resolvers: { Rose: sent, Tulip: sent },
    },
    {
      name: 'roses',
      sdl: 'type Query { roses: [Rose] } type Rose @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Query: { roses: () => roses },
        Rose: { __resolveReference: referTo(roses, 'id') },
      },
    },
    {
      name: 'people',
      sdl: 'type Person @key(fields: "mail") { mail: ID! name: String works: Int @shareable }',
      resolvers: { Person: { __resolveReference: (person: unknown) => person, works: () => 2 } },
    },
    {
      name: 'marks',
      sdl: `
        type Query { mark(id: Int!): Mark }
        type Rose implements Plant & Related @key(fields: "id") {
          id: ID!
          markCount: Int!
          marks: [Mark!]!
          kin: [Rose] @external
          marksOfKin: [Mark!]! @requires(fields: "kin { id }")
        }
        type Tulip implements Plant & Related @key(fields: "id") {
          id: ID!
          markCount: Int!
          marks: [Mark!]!
          kin: [Tulip] @external
          marksOfKin: [Mark!]! @requires(fields: "kin { id }")
        }
        interface Plant { id: ID! markCount: Int! marks: [Mark!]! }
        interface Related { kin: [Plant] }
        type Mark { id: Int! text: String! plant: Plant }
      `,
      resolvers: {
        Query: {
          mark: (_: unknown, { id }: { id: number }) =>
            marksOf(plants).find((mark) => mark.id === id),
        },
        Rose: marked,
        Tulip: marked,
      },
    },
    {
      name: 'plants',
      sdl: `
        type Query { plants: [Plant], kin(id: ID!): [Plant] }
        interface Plant {
          id: ID!
          code: String
          shape: Shape
          by: Person
          hidden: Boolean @inaccessible
        }
        interface Related { kin: [Plant] }
        type Shape @shareable { form: String size: Float }
        type Rose implements Plant & Related @key(fields: "id") { ${grownFields} kin: [Rose] }
        type Tulip implements Plant & Related @key(fields: "id") { ${grownFields} kin: [Tulip] }
        union Maker = House | Self
        type House { id: ID! @shareable }
        type Self { mail: String }
        type Person @key(fields: "mail") { mail: ID! works: Int @shareable }
      `,
      resolvers: {
        Query: {
          plants: () => plants.map(withShape),
          kin: (_: unknown, { id }: { id: string }) => {
            const plant = plantNamed(id);
            return plant === undefined ? [] : kin(plant);
          },
        },
        Rose: grown,
        Tulip: grown,
        Person: { __resolveReference: (person: unknown) => person, works: () => 2 },
      },
    },
    {
      name: 'tulips',
      sdl: 'type Query { tulips: [Tulip] } type Tulip @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Query: { tulips: () => tulips },
        Tulip: { __resolveReference: referTo(tulips, 'id') },
      },
    },
  ],
  expectations: [
    {
      query: '{ plants { id shape { form size } } }',
      data: {
        plants: plants.map(({ id, size }) => ({ id, shape: { form: 'round', size } })),
      },
    },
    { query: '{ kin(id: "a1") { id code } }', data: { kin: [{ id: 'a3', code: 'c3' }] } },
    {
      query:
        '{ rose: kin(id: "a1") { id arrival(zip: "1") { soon } } tulip: kin(id: "a2") { arrival(zip: "1") { soon } id } }',
      data: {
        rose: [{ id: 'a3', arrival: { soon: true } }],
        tulip: [{ arrival: { soon: false }, id: 'a4' }],
      },
    },
    {
      query: `{ plants {
        code
        ... on Plant { code }
        ... on Rose { code }
        ... on Tulip { code }
        ... on Related { __typename type: __typename }
      } }`,
      data: {
        plants: plants.map(({ code, __typename }) => ({ code, __typename, type: __typename })),
      },
    },
    {
      query: '{ plants { maker: by { mail works name } ... on Tulip { name } } }',
      data: {
        plants: plants.map(({ __typename, by, name }) => ({
          maker: { mail: by, works: 2, name: null },
          ...(__typename === 'Tulip' && { name }),
        })),
      },
    },
    {
      query:
        '{ plants { id marks { plant { code ... on Tulip { name } ... on Rose { markCount } } } } }',
      data: {
        plants: [
          {
            id: 'a1',
            marks: [
              { plant: { code: 'c1', markCount: 2 } },
              { plant: { code: 'c1', markCount: 2 } },
            ],
          },
          { id: 'a3', marks: [] },
          { id: 'a2', marks: [{ plant: { code: 'c2', name: 'Tulip 1' } }] },
          { id: 'a4', marks: [] },
        ],
      },
    },
    {
      query:
        '{ plants { id ... on Rose { marksOfKin { id } } ... on Tulip { marksOfKin { text } } } }',
      data: {
        plants: [
          { id: 'a1', marksOfKin: [] },
          { id: 'a3', marksOfKin: [{ id: 1 }, { id: 2 }] },
          { id: 'a2', marksOfKin: [] },
          { id: 'a4', marksOfKin: [{ text: 'mark 3' }] },
        ],
      },
    },
    ...(
      [
        [true, '... on Rose @include(if: $on) { name }', { name: 'Rose 1' }],
        [false, '... on Rose @include(if: $on) { name }', {}],
        [false, '... on Rose @skip(if: $on) { name }', { name: 'Rose 1' }],
        [true, '... on Rose @skip(if: $on) { name }', {}],
        [true, '... on Rose @skip(if: $on) { name } ... on Rose { code }', { code: 'c1' }],
        [
          false,
          '... on Rose @skip(if: $on) { name } ... on Rose { code }',
          { name: 'Rose 1', code: 'c1' },
        ],
        [
          true,
          '... on Rose @include(if: $on) { name ... on Rose { code } }',
          { name: 'Rose 1', code: 'c1' },
        ],
        [
          true,
          '... on Rose @include(if: $on) { name ... on Rose @skip(if: $on) { code } }',
          { name: 'Rose 1' },
        ],
      ] as const
    ).map(([on, selections, rose]) => ({
      query: `query ($on: Boolean = ${String(on)}) { plants { marks { plant { id ${selections} ... on Tulip { code } } } } }`,
      data: {
        plants: [
          { marks: [{ plant: { id: 'a1', ...rose } }, { plant: { id: 'a1', ...rose } }] },
          { marks: [] },
          { marks: [{ plant: { id: 'a2', code: 'c2' } }] },
          { marks: [] },
        ],
      },
    })),
    {
      query: `{ plants { marks { plant { ... on Tulip { house { ...M } } ... on Rose { house { ...M } } } } } }
        fragment M on Maker { ... on House { id name } ... on Self { mail } ... on Circle { name } }`,
      data: {
        plants: [
          {
            marks: [
              { plant: { house: { mail: 'own@rose' } } },
              { plant: { house: { mail: 'own@rose' } } },
            ],
          },
          { marks: [] },
          { marks: [{ plant: { house: { id: 'v1', name: 'House 1' } } }] },
          { marks: [] },
        ],
      },
    },
    {
      query: `{ plants { ... on Tulip { house { ...M } } ... on Rose { house { ...M } } } }
        fragment M on Maker {
          ... on House { mail { address } }
          ... on Self { text: mail }
          ... on Circle { text: mail }
        }`,
      data: {
        plants: [
          { house: { text: 'own@rose' } },
          { house: { mail: { address: 'house@mail' } } },
          { house: { mail: { address: 'house@mail' } } },
          { house: { text: 'own@rose' } },
        ],
      },
    },
  ],
};
