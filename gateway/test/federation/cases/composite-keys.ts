import { referTo, type FederationCase } from '../federation-case.ts';

const shelves = [
  { id: 'r1', tag: 'red', keeper: 'w1' },
  { id: 'r2', tag: 'blue', keeper: 'w2' },
];
const wines = [
  { id: 'w1', lot: 'l1', shelfId: 'r1', price: 10 },
  { id: 'w2', lot: 'l2', shelfId: 'r2', price: 20 },
];

interface WineKey {
  readonly id: string;
  readonly lot?: string;
  readonly shelf?: { readonly id: string; readonly tag: string };
}

const shelfOf = ({ shelfId }: { shelfId: string }) => shelves.find(({ id }) => id === shelfId);
const isNamed = (wine: (typeof wines)[number], { id, lot, shelf }: WineKey) =>
  wine.id === id &&
  (lot === undefined || wine.lot === lot) &&
  (shelf === undefined || shelfOf(wine)?.tag === shelf.tag);
const wineOf = (key: WineKey) => wines.find((wine) => isNamed(wine, key)) ?? null;
const winesOf = ({ wines: keys }: { wines: readonly WineKey[] }) =>
  wines.filter((wine) => keys.some((key) => isNamed(wine, key)));

/** Keys of several fields, of objects and of lists, each of which leads to the next one. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'lots',
      sdl: 'type Wine @key(fields: "id") @key(fields: "id lot") { id: String! lot: String! }',
      resolvers: { Wine: { __resolveReference: wineOf } },
    },
    {
      name: 'lists',
      sdl: `
        type Cellar @key(fields: "wines { id lot }") {
          wines: [Wine!]!
          first: Wine @shareable
          chosen: Wine @shareable
        }
        type Wine @key(fields: "id lot") { id: String! lot: String }
      `,
      resolvers: {
        Cellar: {
          __resolveReference: (key: { wines: readonly WineKey[] }) => {
            const [first, chosen] = winesOf(key);
            return { wines: winesOf(key), first, chosen };
          },
        },
        Wine: { __resolveReference: wineOf },
      },
    },
    {
      name: 'prices',
      sdl: `
        type Cellar @key(fields: "wines { id lot shelf { id tag } } chosen { id }") {
          wines: [Wine!]!
          first: Wine @shareable
          chosen: Wine @shareable
        }
        type Wine @key(fields: "id lot shelf { id tag }") {
          id: String!
          price: Price
          lot: String
          shelf: Shelf
        }
        type Shelf @key(fields: "id tag") { id: String! tag: String }
        type Price { amount: Int! }
      `,
      resolvers: {
        Wine: {
          __resolveReference: wineOf,
          price: ({ price }: { price: number }) => ({ amount: price }),
          shelf: shelfOf,
        },
        Shelf: { __resolveReference: referTo(shelves, 'id') },
        Cellar: {
          __resolveReference: (key: { wines: readonly WineKey[]; chosen: WineKey }) => {
            const found = winesOf(key);
            return { wines: found, first: found[0], chosen: wineOf(key.chosen) };
          },
        },
      },
    },
    {
      name: 'wines',
      sdl: `
        type Query { cellar: Cellar! }
        type Cellar @key(fields: "wines { id }") { wines: [Wine!]! }
        type Wine @extends @key(fields: "id") { id: String! @external shelf: Shelf @shareable }
        type Shelf @key(fields: "id") {
          id: String!
          tag: String @shareable
          keeper: Wine! @shareable
        }
      `,
      resolvers: {
        Query: { cellar: () => ({ wines }) },
        Cellar: {
          __resolveReference: (key: { wines: readonly WineKey[] }) => ({ wines: winesOf(key) }),
        },
        Wine: { __resolveReference: wineOf, shelf: shelfOf },
        Shelf: {
          __resolveReference: referTo(shelves, 'id'),
          keeper: ({ keeper }: { keeper: string }) => wineOf({ id: keeper }),
        },
      },
    },
  ],
  expectations: [
    {
      query:
        '{ cellar { wines { id lot price { amount } shelf { keeper { id } id tag } } chosen { id } first { id } } }',
      data: {
        cellar: {
          wines: [
            {
              id: 'w1',
              lot: 'l1',
              price: { amount: 10 },
              shelf: { keeper: { id: 'w1' }, id: 'r1', tag: 'red' },
            },
            {
              id: 'w2',
              lot: 'l2',
              price: { amount: 20 },
              shelf: { keeper: { id: 'w2' }, id: 'r2', tag: 'blue' },
            },
          ],
          chosen: { id: 'w2' },
          first: { id: 'w1' },
        },
      },
    },
    {
      query: '{ cellar { first { lot } wines { price { amount } } } }',
      data: {
        cellar: {
          first: { lot: 'l1' },
          wines: [{ price: { amount: 10 } }, { price: { amount: 20 } }],
        },
      },
    },
  ],
};
