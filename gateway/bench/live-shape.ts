import { isObject } from '../src/execution/json.ts';
import type { BenchSubgraph } from './public-shape.ts';

/** What the live subgraph tells of. */
export interface ReviewAdded {
  readonly id: string;
  readonly body: string;
  readonly product: { readonly upc: string };
}

const head = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
`;

/** The subgraph that events come from. */
export const live = {
  name: 'live',
  sdl: `${head}
    type Query { latest: Review }
    type Subscription { reviewAdded: Review }
    type Review { id: ID!  body: String  product: Product }
    type Product @key(fields: "upc", resolvable: false) { upc: String! }
  `,
  resolvers: {},
} satisfies BenchSubgraph;

/** The subgraph that knows what an event's product is called. */
export const catalog = {
  name: 'catalog',
  sdl: `${head}
    type Query { product(upc: String!): Product }
    type Product @key(fields: "upc") { upc: String!  name: String }
  `,
  resolvers: {
    Product: {
      __resolveReference: (reference: unknown) =>
        isObject(reference) ? nameProduct(String(reference['upc'])) : null,
    },
  },
} satisfies BenchSubgraph;

/** What subscribers ask for: an event, joined with one field of another subgraph. */
export const liveQuery = 'subscription Live { reviewAdded { id body product { upc name } } }';

/** Fifty different events. */
export const events: readonly ReviewAdded[] = Array.from({ length: 50 }, (_, index) => ({
  id: `r${String(index)}`,
  body: 'We met twice a week, and by the end I could play what I had only ever heard.',
  product: { upc: `p${String(index)}` },
}));

/** What subscribers shall get for an event. */
export function joined({ id, body, product }: ReviewAdded): object {
  return { data: { reviewAdded: { id, body, product: nameProduct(product.upc) } } };
}

function nameProduct(upc: string): { upc: string; name: string } {
  return { upc, name: `The product ${upc}` };
}
