import type { FederationCase } from '../federation-case.ts';

interface Reference {
  readonly id: string;
  readonly price?: number;
  readonly offer?: { readonly net: number } | null;
}

const rates: Readonly<Record<string, number>> = { EUR: 1, USD: 2, GBP: 3 };

/** `@requires` asks for fields with arguments, which the client asks for with others. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'prices',
      sdl: `
        type Query { product: Product, products: [Product!]! }
        type Mutation { touch: Product }
        type Product @key(fields: "id") {
          id: ID!
          name: String!
          price(currency: Currency! = EUR): Int
          offer: Offer
        }
        type Offer { net(currency: Currency! = EUR): Int }
        enum Currency { EUR USD GBP }
      `,
      resolvers: {
        Query: { product: () => ({ id: '1' }), products: () => [{ id: '1' }, { id: '2' }] },
        Mutation: { touch: () => ({ id: '2' }) },
        Product: {
          __resolveReference: (reference: unknown) => reference,
          name: ({ id }: Reference) => `p${id}`,
          price: ({ id }: Reference, { currency }: { currency: string }) => {
            if (id === '3') throw new Error('no price');
            return Number(id) * 10 * (rates[currency] ?? 0);
          },
          offer: (product: Reference) => product,
        },
        Offer: {
          net: ({ id }: Reference, { currency }: { currency: string }) =>
            Number(id) * (rates[currency] ?? 0),
        },
      },
    },
    {
      name: 'labels',
      sdl: `
        type Query { broken: Product }
        type Product @key(fields: "id") {
          id: ID!
          price(currency: Currency! = EUR): Int @external
          offer: Offer @external
          plain: String
          eur: String @requires(fields: "price")
          usd(mark: String = "$"): String @requires(fields: "price(currency: USD)")
          gbp: String @requires(fields: "price(currency: GBP)")
          net: String @requires(fields: "offer { net(currency: GBP) }")
        }
        type Offer @shareable { net(currency: Currency! = EUR): Int @external }
        enum Currency { EUR USD GBP }
      `,
      resolvers: {
        Query: { broken: () => ({ id: '3' }) },
        Product: {
          __resolveReference: (reference: unknown) => reference,
          plain: () => 'plain',
          eur: ({ price }: Reference) => `EUR ${String(price)}`,
          usd: ({ price }: Reference, { mark }: { mark: string }) => `${mark} ${String(price)}`,
          gbp: ({ price }: Reference) => `GBP ${String(price)}`,
          net: ({ offer }: Reference) => `NET ${String(offer?.net)}`,
        },
      },
    },
  ],
  expectations: [
    { query: '{ product { usd } }', data: { product: { usd: '$ 20' } } },
    {
      query: '{ product { price(currency: GBP) usd } }',
      unlikeApollo: 'it asks for a field once, whoever wants it with which arguments',
      data: { product: { price: 30, usd: '$ 20' } },
    },
    {
      query: '{ product { price eur gbp } }',
      unlikeApollo: 'it asks for a field once, whoever wants it with which arguments',
      data: { product: { price: 10, eur: 'EUR 10', gbp: 'GBP 30' } },
    },
    {
      query: '{ products { id eur usd gbp plain net price(currency: USD) offer { net } } }',
      unlikeApollo: 'it asks for a field once, whoever wants it with which arguments',
      data: {
        products: [
          {
            id: '1',
            eur: 'EUR 10',
            usd: '$ 20',
            gbp: 'GBP 30',
            plain: 'plain',
            net: 'NET 3',
            price: 20,
            offer: { net: 1 },
          },
          {
            id: '2',
            eur: 'EUR 20',
            usd: '$ 40',
            gbp: 'GBP 60',
            plain: 'plain',
            net: 'NET 6',
            price: 40,
            offer: { net: 2 },
          },
        ],
      },
    },
    {
      query:
        'query ($mark: String, $c: Currency!) { product { gbp usd(mark: $mark) a: price(currency: $c) } }',
      unlikeApollo: 'it asks for a field once, whoever wants it with which arguments',
      variables: { mark: 'US', c: 'USD' },
      data: { product: { gbp: 'GBP 30', usd: 'US 20', a: 20 } },
    },
    {
      query: '{ product { price: name usd gbp: eur eur: gbp } }',
      unlikeApollo: 'it asks for a field once, whoever wants it with which arguments',
      data: { product: { price: 'p1', usd: '$ 20', gbp: 'EUR 10', eur: 'GBP 30' } },
    },
    {
      query: 'mutation { touch { usd gbp price } }',
      data: { touch: { usd: '$ 40', gbp: 'GBP 60', price: 20 } },
    },
  ],
};
