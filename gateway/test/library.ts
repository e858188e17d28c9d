import { execute, parse, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { isObject } from '../src/execution/json.ts';
import { head } from './toy-supergraph.ts';
import type { ToyDefinition } from './toy-subgraph.ts';

/** Decides which fields of which objects fail or are null; 0 leaves everything as it is. */
let mishaps = 0;

/** Lets fields fail and be null at random, the same ones for whoever asks. */
export function letFail(seed: number): void {
  mishaps = seed;
}

/** A resolver that does not always get to answer; only of fields that no other one builds on. */
function risky(
  field: string,
  resolver?: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const luck = mishaps === 0 ? 9 : hash(`${String(mishaps)} ${field} ${nameOf(source)}`) % 10;
    if (luck === 0) throw new Error(`${field} fails`);
    if (luck === 1) return null;
    return resolver === undefined ? member(source, field) : resolver(source, args, context, info);
  };
}

function hash(text: string): number {
  let sum = 7;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum >>> 3;
}

/** The same for an object as one subgraph knows it and as all of them together do. */
function nameOf(source: unknown): string {
  const isbn = member(source, 'isbn');
  const name = member(source, 'id') ?? member(source, 'label');
  if (typeof name === 'string') return name;
  return typeof isbn === 'string' ? isbn.slice(5) : '';
}

interface Key {
  readonly id: string;
}

const books = ['b1', 'b2', 'b3'];
const films = ['f1', 'f2'];
const itemOf = (id: string) =>
  books.includes(id) ? bookOf(id) : films.includes(id) ? filmOf(id) : null;

const bookOf = (id: string) => ({
  __typename: 'Book',
  id,
  isbn: `isbn-${id}`,
  title: `Book ${id}`,
  pages: id.length * 100,
  size: { width: 10, height: id === 'b1' ? null : 20 },
  shelves: [[{ label: id }, null], [], [{ label: 'top' }]],
  kind: id === 'b2' ? 'NOVEL' : 'ESSAY',
});

const filmOf = (id: string) => ({
  __typename: 'Film',
  id,
  title: id === 'f2' ? null : `Film ${id}`,
  minutes: 90,
  based: bookOf('b1'),
});

const weigh: GraphQLFieldResolver<unknown, unknown> = (book, { perPage }) =>
  Number(member(book, 'pages')) * Number(perPage) + Number(member(member(book, 'size'), 'width'));

/** Three subgraphs that use what federation has: keys, requires, provides, interface objects. */
export const library: readonly ToyDefinition[] = [
  {
    name: 'users',
    sdl: `${head}
      type Query {
        items: [Item!]! @public
        item(id: ID!): Item @public
        book(id: ID! = "b1"): Book @public
        things: [Thing] @public
        shelf: Shelf @public
      }
      interface Item @key(fields: "id") { id: ID! title: String }
      type Book implements Item @key(fields: "id") @key(fields: "isbn") {
        id: ID! @public
        isbn: String! @public
        title: String @shareable @public
        pages: Int! @public
        size: Size! @public
        shelves: [[Shelf]!]! @public
        kind: Kind! @public
        sequel: Book @public
      }
      type Film implements Item @key(fields: "id") {
        id: ID! @public
        title: String @public
        minutes: Int! @public
        based: Book @public
      }
      enum Kind { NOVEL ESSAY }
      type Size @shareable @public { width: Int! height: Int }
      type Shelf @public { label: String! items: [Item!] }
      union Thing = Book | Shelf | Film
    `,
    resolvers: {
      Query: {
        items: () => [...books, ...films].map(itemOf),
        item: (_: unknown, { id }: Key) => itemOf(id),
        book: (_: unknown, { id }: Key) => (books.includes(id) ? bookOf(id) : null),
        things: () => [bookOf('b2'), null, { __typename: 'Shelf', label: 'x' }, filmOf('f1')],
        shelf: () => ({ label: 'lonely' }),
      },
      Item: { __resolveReference: ({ id }: Key) => itemOf(id) },
      Book: {
        __resolveReference: ({ id, isbn }: Partial<Key> & { isbn?: string }) =>
          itemOf(id ?? isbn?.slice(5) ?? ''),
        sequel: risky('sequel', (book) => (nameOf(book) === 'b1' ? bookOf('b2') : null)),
        shelves: risky('shelves'),
        kind: risky('kind'),
      },
      Film: {
        __resolveReference: ({ id }: Key) => itemOf(id),
        title: risky('title'),
        minutes: risky('minutes'),
        based: risky('based'),
      },
      Shelf: {
        items: risky('items', (shelf) => (nameOf(shelf) === 'top' ? [bookOf('b3')] : null)),
      },
    },
  },
  {
    name: 'stock',
    sdl: `${head}
      type Query { bestseller: Book @public, cheapest: Offer @public }
      type Book @key(fields: "isbn") {
        isbn: String!
        pages: Int! @external
        size: Size! @external
        title: String @external
        weight(perPage: Int! = 2): Int @requires(fields: "pages size { width }") @public
        offers: [Offer!] @public
      }
      type Size @shareable @public { width: Int! height: Int }
      type Offer @public { price: Int! book: Book @provides(fields: "title") }
    `,
    resolvers: {
      Query: {
        bestseller: () => ({ isbn: 'isbn-b2' }),
        cheapest: () => ({ price: 1, book: { isbn: 'isbn-b3', title: 'Book b3' } }),
      },
      Book: {
        __resolveReference: (book: unknown) => book,
        weight: risky('weight', weigh),
        offers: risky('offers', (book) => {
          const id = nameOf(book);
          if (id === 'b3') return null;
          return [{ price: 7, book: { isbn: `isbn-${id}`, title: `Book ${id}` } }];
        }),
      },
      Offer: { price: risky('price') },
    },
  },
  {
    name: 'ratings',
    sdl: `${head}
      type Query { topRated: [Item!] @public }
      type Item @key(fields: "id") @interfaceObject {
        id: ID!
        rating: Float @public
        similar(first: Int = 1): [Item!]! @public
      }
    `,
    resolvers: {
      Query: { topRated: () => [{ id: 'f1' }, { id: 'b1' }] },
      Item: {
        __resolveReference: (item: unknown) => item,
        rating: risky('rating', (item) => (nameOf(item) === 'b2' ? null : 2.5)),
        // Never fails: books and films are asked for it together, and would fail together.
        similar: ({ id }: Key, { first }: { first: number }) =>
          [...books, ...films]
            .filter((other) => other !== id)
            .slice(0, first)
            .map((other) => ({ id: other })),
      },
    },
  },
];

/** Answers from one schema in one place, as graphql-js does, to compare with. */
export async function askMonolith(
  schema: GraphQLSchema,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return execute({ schema, document: parse(query), variableValues, fieldResolver: resolve });
}

const resolve: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const types = [info.parentType, ...info.parentType.getInterfaces()].map(({ name }) => name);
  const resolver = library
    .flatMap(({ resolvers }) => types.map((type) => member(resolvers[type], info.fieldName)))
    .find(isResolver);
  const value =
    resolver === undefined ? member(source, info.fieldName) : resolver(source, args, context, info);
  return whole(value);
};

function member(object: unknown, name: string): unknown {
  return isObject(object) ? object[name] : undefined;
}

function isResolver(value: unknown): value is GraphQLFieldResolver<unknown, unknown> {
  return typeof value === 'function';
}

/** What one subgraph knows by its key alone, as all of them together know it. */
function whole(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value) return itemOf(String(value.id));
  return 'isbn' in value ? itemOf(String(value.isbn).slice(5)) : value;
}
