import type { ResolverMap } from '@skillswap/kit/server';
import { isObject } from '../src/execution/json.ts';

/**
 * The shape of the public federation benchmark (graphql-hive/graphql-gateways-benchmark): four
 * subgraphs, 6 users, 9 products and 11 reviews whose texts are as long as those there, and the query
 * that asks for them crosswise. The answer has the same 87 kB; its content is our own.
 */
export interface BenchSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: ResolverMap;
}

interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
  readonly reviews: () => readonly Review[];
}

interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
  readonly shippingEstimate: () => number;
  readonly reviews: () => readonly Review[];
}

interface Review {
  readonly id: string;
  readonly body: string;
  readonly product: Product;
  readonly author: () => User | undefined;
}

const userNames = [
  'Ada Lindqvist',
  'Ben Torres',
  'Chloe Martin',
  'Dan Okonkwo',
  'Eva Rossi',
  'Finn Weber',
];

const users: readonly User[] = userNames.map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.toLowerCase().replace(' ', ''),
  birthday: 1_000_000_000 + index,
  // There as here: everybody wrote the same two.
  reviews: () => reviews.slice(0, 2),
}));

const products: readonly Product[] = [
  product('1', 'Easel', 899, 100, true),
  product('2', 'Piano', 1_299, 1_000, false),
  product('3', 'Brush', 15, 20, false),
  product('4', 'Stool', 499, 100, false),
  product('5', 'PC', 1_299, 1_000, true),
  product('6', 'Oboe', 6_999, 300, true),
  product('7', 'Forge', 3_999, 2_000, true),
  product('8', 'Kiln', 100_000, 6_000, false),
  product('9', 'Loom', 9_999, 800, true),
];

/** Which product a review is about, and how many characters it has. */
const reviewed: readonly (readonly [product: number, length: number])[] = [
  [0, 445],
  [0, 289],
  [0, 275],
  [0, 143],
  [1, 445],
  [1, 289],
  [1, 275],
  [1, 143],
  [2, 143],
  [3, 143],
  [3, 844],
];

const reviews: readonly Review[] = reviewed.flatMap(([index, length], position) => {
  const about = products[index];
  if (about === undefined) return [];
  const body = text(position, length);
  return [{ id: String(position + 1), body, product: about, author: () => users[0] }];
});

function product(
  upc: string,
  name: string,
  price: number,
  weight: number,
  inStock: boolean,
): Product {
  return {
    upc,
    name,
    price,
    weight,
    inStock,
    shippingEstimate: () => shippingEstimate(price, weight),
    reviews: () => reviews.filter((review) => review.product.upc === upc),
  };
}

function shippingEstimate(price: number, weight: number): number {
  return price > 1_000 ? 0 : weight / 2;
}

function text(seed: number, length: number): string {
  const words = 'we met twice a week and by the end I could play what I had only ever heard'.split(
    ' ',
  );
  let written = '';
  for (let at = seed; written.length < length; at += 1) {
    written += `${words[(at * 7) % words.length] ?? ''} `;
  }
  return written.slice(0, length);
}

const head = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
    import: ["@key", "@external", "@requires", "@provides", "@shareable"])
`;

/** The four subgraphs. */
export const publicShape: readonly BenchSubgraph[] = [
  {
    name: 'accounts',
    sdl: `${head}
      type Query { me: User  user(id: ID!): User  users: [User] }
      type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }
    `,
    resolvers: {
      Query: { me: () => users[0], users: () => users },
      User: { __resolveReference: byKey(users, 'id') },
    },
  },
  {
    name: 'inventory',
    sdl: `${head}
      type Product @key(fields: "upc") {
        upc: String!
        weight: Int @external
        price: Int @external
        inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight")
      }
    `,
    resolvers: {
      Product: {
        __resolveReference: (given: Pick<Product, 'upc' | 'price' | 'weight'>) => ({
          upc: given.upc,
          inStock: products.find(({ upc }) => upc === given.upc)?.inStock,
          shippingEstimate: () => shippingEstimate(given.price, given.weight),
        }),
      },
    },
  },
  {
    name: 'products',
    sdl: `${head}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }
    `,
    resolvers: {
      Query: {
        topProducts: (_: unknown, args: { first: number }) => products.slice(0, args.first),
      },
      Product: { __resolveReference: byKey(products, 'upc') },
    },
  },
  {
    name: 'reviews',
    sdl: `${head}
      type Review @key(fields: "id") {
        id: ID!
        body: String
        product: Product
        author: User @provides(fields: "username")
      }
      type User @key(fields: "id") { id: ID!  username: String @external  reviews: [Review] }
      type Product @key(fields: "upc") { upc: String!  reviews: [Review] }
    `,
    resolvers: {
      Review: { __resolveReference: byKey(reviews, 'id') },
      User: { __resolveReference: byKey(users, 'id') },
      Product: { __resolveReference: byKey(products, 'upc') },
    },
  },
];

/** What one server that knew everything would start from: the reference for every answer. */
export const everything = {
  users,
  topProducts: ({ first }: { readonly first: number }) => products.slice(0, first),
};

/** Fetches everything of everybody crosswise: 87 kB from about a dozen calls to subgraphs. */
export const heavyQuery = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query TestQuery {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews {
            ...Review
            author { ...User reviews { ...Review product { ...Product } } }
          }
        }
      }
    }
    topProducts {
      ...Product
      reviews {
        ...Review
        author { ...User reviews { ...Review product { ...Product } } }
      }
    }
  }
`;

/** A few fields from one subgraph. */
export const lightQuery = 'query Light { topProducts { upc name price } }';

function byKey<Entity extends object>(
  entities: readonly Entity[],
  key: keyof Entity & string,
): (reference: unknown) => Entity | undefined {
  return (reference) =>
    entities.find((entity) => isObject(reference) && entity[key] === reference[key]);
}
