import { referTo, type FederationCase } from '../federation-case.ts';

const parcels = [
  { code: 'c1', label: 'One', price: 11, weight: 1, taxed: true },
  { code: 'c2', label: 'Two', price: 22, weight: 2, taxed: true },
];
const slips = [
  { id: 's1', code: 'c1', writer: 'w1' },
  { id: 's2', code: 'c2', writer: 'w1' },
];
const writers = [{ id: 'w1', pen: 'Quill' }];
const guides = [
  { id: 'k1', years: 5 },
  { id: 'k2', years: 20 },
];
const tours = [
  { id: 't1', guide: 'k1' },
  { id: 't2', guide: 'k2' },
];

interface Known {
  readonly code: string;
  readonly price?: number;
  readonly weight?: number;
  readonly dear?: boolean;
  readonly taxed?: boolean;
  readonly dutiable?: boolean;
}

/** The value, which somebody else must have been asked for. */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a required field is missing');
  return value;
}

/** Fields that are worked out of other subgraphs' fields, some of them worked out themselves. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'writers',
      sdl: `
        type Query { me: Writer }
        type Writer @key(fields: "id") { id: ID! pen: String @shareable }
      `,
      resolvers: {
        Query: { me: () => writers[0] },
        Writer: { __resolveReference: referTo(writers, 'id') },
      },
    },
    {
      name: 'stamps',
      sdl: `
        type Parcel @key(fields: "code") {
          code: String!
          weight: Int @external
          price: Int @external
          light: Boolean
          postage: Int @requires(fields: "price weight")
          stamp: String @requires(fields: "price weight")
        }
      `,
      resolvers: {
        Parcel: {
          __resolveReference: (parcel: unknown) => parcel,
          light: ({ code }: Known) => code === 'c1',
          postage: ({ price, weight }: Known) => required(price) * required(weight) * 10,
          stamp: ({ code, price, weight }: Known) =>
            `${code}: ${String(required(price) * required(weight))}`,
        },
      },
    },
    {
      name: 'parcels',
      sdl: `
        type Query { parcels: [Parcel], parcel: Parcel }
        type Parcel @key(fields: "code") {
          code: String!
          label: String
          price: Int
          weight: Int
          taxed: Boolean!
          secret: Int! @inaccessible
        }
      `,
      resolvers: {
        Query: { parcels: () => parcels, parcel: () => parcels[1] },
        Parcel: { __resolveReference: referTo(parcels, 'code'), secret: () => 900 },
      },
    },
    {
      name: 'slips',
      sdl: `
        type Slip @key(fields: "id") {
          id: ID!
          writer: Writer @provides(fields: "pen")
          parcel: Parcel
        }
        type Writer @key(fields: "id") { id: ID! pen: String @external slips: [Slip] }
        type Parcel @key(fields: "code") { code: String! slips: [Slip] }
      `,
      resolvers: {
        Slip: {
          __resolveReference: referTo(slips, 'id'),
          writer: ({ writer }: { writer: string }) => writers.find(({ id }) => id === writer),
          parcel: ({ code }: Known) => ({ code }),
        },
        Writer: {
          __resolveReference: referTo(writers, 'id'),
          slips: ({ id }: { id: string }) => slips.filter(({ writer }) => writer === id),
        },
        Parcel: {
          __resolveReference: (parcel: unknown) => parcel,
          slips: (parcel: Known) => slips.filter(({ code }) => code === parcel.code),
        },
      },
    },
    {
      name: 'customs',
      sdl: `
        type Parcel @key(fields: "code") {
          code: String!
          secret: Int! @external
          dear: Boolean! @requires(fields: "secret")
          taxed: Boolean! @external
          dutiable: Boolean! @requires(fields: "taxed")
        }
      `,
      resolvers: {
        Parcel: {
          __resolveReference: (parcel: unknown) => parcel,
          dear: ({ secret }: { secret?: number }) => required(secret) > 500,
          dutiable: ({ taxed }: Known) => !required(taxed),
        },
      },
    },
    {
      name: 'advice',
      sdl: `
        type Parcel @key(fields: "code") {
          code: String!
          dear: Boolean! @external
          affordable: Boolean! @requires(fields: "dear")
          dutiable: Boolean! @external
          free: Boolean! @requires(fields: "dutiable")
        }
      `,
      resolvers: {
        Parcel: {
          __resolveReference: (parcel: unknown) => parcel,
          affordable: ({ dear }: Known) => !required(dear),
          free: ({ dutiable }: Known) => !required(dutiable),
        },
      },
    },
    {
      name: 'tours',
      sdl: `
        type Query { tours: [Tour] }
        type Tour @key(fields: "id") {
          id: ID!
          easy: Boolean! @external
          hard: Boolean! @requires(fields: "easy")
        }
        type Guide @key(fields: "id") { id: ID! years: Int! }
      `,
      resolvers: {
        Query: { tours: () => tours.map(({ id }) => ({ id })) },
        Tour: {
          __resolveReference: (tour: unknown) => tour,
          hard: ({ easy }: { easy?: boolean }) => !required(easy),
        },
        Guide: { __resolveReference: referTo(guides, 'id') },
      },
    },
    {
      name: 'guides',
      sdl: `
        type Tour @key(fields: "id") {
          id: ID!
          guide: Guide!
          easy: Boolean! @requires(fields: "guide { years }")
        }
        type Guide @key(fields: "id") { id: ID! years: Int! @external }
      `,
      resolvers: {
        Tour: {
          __resolveReference: (tour: { id: string; guide?: object }) => ({
            ...tour,
            guide: { id: tours.find(({ id }) => id === tour.id)?.guide, ...tour.guide },
          }),
          easy: ({ guide }: { guide: { years?: number } }) => required(guide.years) < 10,
        },
      },
    },
  ],
  expectations: [
    { query: '{ me { id } }', data: { me: { id: 'w1' } } },
    {
      query: '{ me { slips { id writer { id pen } parcel { light } } } }',
      data: {
        me: {
          slips: [
            { id: 's1', writer: { id: 'w1', pen: 'Quill' }, parcel: { light: true } },
            { id: 's2', writer: { id: 'w1', pen: 'Quill' }, parcel: { light: false } },
          ],
        },
      },
    },
    {
      query: '{ parcels { postage weight price } }',
      data: {
        parcels: [
          { postage: 110, weight: 1, price: 11 },
          { postage: 440, weight: 2, price: 22 },
        ],
      },
    },
    { query: '{ parcels { postage } }', data: { parcels: [{ postage: 110 }, { postage: 440 }] } },
    {
      query: '{ parcels { slips { writer { pen } parcel { label postage stamp } } } }',
      data: {
        parcels: [
          {
            slips: [
              {
                writer: { pen: 'Quill' },
                parcel: { label: 'One', postage: 110, stamp: 'c1: 11' },
              },
            ],
          },
          {
            slips: [
              {
                writer: { pen: 'Quill' },
                parcel: { label: 'Two', postage: 440, stamp: 'c2: 44' },
              },
            ],
          },
        ],
      },
    },
    {
      query: '{ me { slips { parcel { slips { id } postage } } } }',
      data: {
        me: {
          slips: [
            { parcel: { slips: [{ id: 's1' }], postage: 110 } },
            { parcel: { slips: [{ id: 's2' }], postage: 440 } },
          ],
        },
      },
    },
    { query: '{ parcel { affordable } }', data: { parcel: { affordable: false } } },
    { query: '{ parcel { dear } }', data: { parcel: { dear: true } } },
    {
      query: '{ parcel { dear affordable } }',
      data: { parcel: { dear: true, affordable: false } },
    },
    { query: '{ parcel { free } }', data: { parcel: { free: true } } },
    {
      query: '{ parcel { affordable free postage } }',
      data: { parcel: { affordable: false, free: true, postage: 440 } },
    },
    { query: '{ tours { easy } }', data: { tours: [{ easy: true }, { easy: false }] } },
    { query: '{ tours { hard } }', data: { tours: [{ hard: false }, { hard: true }] } },
    {
      query: '{ tours { hard easy guide { years } } }',
      data: {
        tours: [
          { hard: false, easy: true, guide: { years: 5 } },
          { hard: true, easy: false, guide: { years: 20 } },
        ],
      },
    },
  ],
};
