import type { FederationCase } from '../federation-case.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly price: number;
}

const items = new Map<string, Item>();
const tags = new Map<string, string>();
const sums = new Map<string, number>();
let writes = 0;

function change(key: string, by: (sum: number) => number): number {
  const sum = by(sums.get(key) ?? 0);
  sums.set(key, sum);
  return sum;
}

const addTag = (_: unknown, { name }: { name: string }) => {
  if (tags.has(name)) throw new Error('the tag was added twice');
  tags.set(name, `tag ${name}`);
  return { id: name, name: `tag ${name}` };
};
// Whoever is asked for an item twice does not find it the second time.
const take = ({ id }: { id: string }) => {
  const item = items.get(id);
  items.delete(id);
  return item ?? null;
};

/** Root fields of a mutation run one after the other, whichever subgraphs they belong to. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { item: Item }
        type Mutation {
          addItem(input: ItemInput!): Item!
          addTag(name: String!): Tag! @shareable
          multiply(by: Int!, key: String!): Int!
          write: Counter!
          fail: Int!
          failSoftly: Int
        }
        input ItemInput { name: String! = "unnamed" price: Float! }
        type Item @key(fields: "id") { id: ID! name: String! price: Float! }
        type Tag @key(fields: "id") { id: ID! }
        type Counter @key(fields: "id") { id: ID! writes: Int! }
      `,
      resolvers: {
        Query: { item: () => ({ id: 'i0', name: 'old', price: 9.5 }) },
        Mutation: {
          addItem: (_: unknown, { input }: { input: Omit<Item, 'id'> }) => {
            const item = { id: `i${String(items.size + 1)}`, ...input };
            items.set(item.id, item);
            return item;
          },
          addTag,
          multiply: (_: unknown, { by, key }: { by: number; key: string }) =>
            change(key, (sum) => sum * by),
          write: () => {
            writes += 1;
            return { id: 'c', writes };
          },
          fail: () => {
            throw new Error('failed');
          },
          failSoftly: () => {
            throw new Error('failed');
          },
        },
        Item: { __resolveReference: take },
        Tag: { __resolveReference: ({ id }: Item) => ({ id }) },
      },
    },
    {
      name: 'b',
      sdl: `
        type Mutation { take(key: String!): Int!, addTag(name: String!): Tag! @shareable }
        type Item @key(fields: "id") {
          id: ID!
          price: Float! @external
          dear: Boolean! @requires(fields: "price")
          kept: Boolean!
        }
        type Tag @key(fields: "id") { id: ID! name: String! }
        type Counter @key(fields: "id") { id: ID! seen: Int! }
      `,
      resolvers: {
        Mutation: {
          take: (_: unknown, { key }: { key: string }) => {
            const sum = sums.get(key);
            sums.delete(key);
            return sum;
          },
          addTag,
        },
        Item: {
          __resolveReference: ({ id, price }: Item) => ({ id, price, kept: take({ id }) !== null }),
          dear: ({ price }: Item) => price > 100,
        },
        Tag: { __resolveReference: ({ id }: Item) => ({ id, name: tags.get(id) }) },
        // The same counter is another one after each write.
        Counter: { __resolveReference: ({ id }: Item) => ({ id, seen: writes }) },
      },
    },
    {
      name: 'c',
      sdl: 'type Mutation { add(number: Int!, key: String!): Int! }',
      resolvers: {
        Mutation: {
          add: (_: unknown, { number, key }: { number: number; key: string }) =>
            change(key, (sum) => sum + number),
        },
      },
    },
  ],
  expectations: [
    {
      query: 'mutation { addItem(input: { name: "new", price: 599.5 }) { name price dear kept } }',
      data: { addItem: { name: 'new', price: 599.5, dear: true, kept: true } },
    },
    {
      query: 'mutation ($input: ItemInput!) { addItem(input: $input) { name dear } }',
      variables: { input: { price: 1 } },
      data: { addItem: { name: 'unnamed', dear: false } },
    },
    {
      query: `mutation {
        five: add(number: 5, key: "k")
        ten: multiply(by: 2, key: "k")
        twelve: add(number: 2, key: "k")
        end: take(key: "k")
      }`,
      data: { five: 5, ten: 10, twelve: 12, end: 12 },
    },
    {
      query: 'mutation { addTag(name: "x") { id name } }',
      data: { addTag: { id: 'x', name: 'tag x' } },
    },
    {
      // What a field selects is answered before the next subgraph's field changes anything.
      query:
        'mutation { first: write { id seen } add(number: 1, key: "m") second: write { seen writes } }',
      data: { first: { id: 'c', seen: 1 }, add: 1, second: { seen: 2, writes: 2 } },
    },
    {
      query: 'mutation { failSoftly add(number: 1, key: "l") }',
      data: { failSoftly: null, add: 1 },
      errorPaths: [['failSoftly']],
    },
    {
      query: 'mutation { fail }',
      data: null,
      errorPaths: [['fail']],
    },
  ],
};
