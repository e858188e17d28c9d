import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readFieldCosts } from '../src/cost/field-costs.ts';
import { defaultLimits } from '../src/limits.ts';
import { prepareOperation } from '../src/operation.ts';

const sdl = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT | SCALAR | ENUM
  directive @listSize(
    assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION
  schema { query: Query mutation: Mutation subscription: Subscription }
  type Query {
    person: Person
    nodes: [Node] @listSize(assumedSize: 3)
    nested: [[Person]] @listSize(assumedSize: 3)
    unsized: [Person]
    search(text: String): PersonConnection @cost(weight: 10) @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    people(first: Int = 7, last: Int): PersonConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"])
    report: Report
    slots(minutes: Int @cost(weight: 10), zone: String): [Slot] @listSize(assumedSize: 50)
  }
  type Mutation { rename: Payload, send: Payload @cost(weight: 1) }
  type Subscription { changed: Person }
  type Payload { person: Person, userErrors: [RenameError!]! }
  interface UserError { message: String }
  type RenameError implements UserError { message: String }
  interface Node { id: ID! best: Person }
  type Person implements Node {
    id: ID!, name: String, mood: Mood, hard: Int @cost(weight: 5), best: Person, picture: Picture
    friends: [Person] @listSize(assumedSize: 2)
    people(first: Int): PersonConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  }
  type Note implements Node { id: ID! best: Person, author: Person }
  union Report = Person | Note
  enum Mood { GOOD }
  type Slot @cost(weight: 0) { at: Int }
  type Picture @cost(weight: 4) { url: String }
  type PersonConnection { edges: [PersonEdge!]!, pageInfo: PageInfo! }
  type PersonEdge { cursor: String! node: Person }
  type PageInfo { hasNextPage: Boolean! }
`;
const schema = buildSchema(sdl);
const policy = {
  limits: defaultLimits,
  accessRules: null,
  credentialFields: new Set<string>(),
  demandsPageSize: false,
  fieldCosts: readFieldCosts(sdl),
};
const priceOf = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  prepareOperation(schema, policy, parse(query), null).price({ ...variables });

describe('an operation costs', () => {
  test.each([
    ['nothing for its own name', '{ __typename }', 0],
    ['nothing for the schema', '{ __schema { types { name fields { name } } } }', 0],
    ['1 for an object, nothing for scalars and enums', '{ person { id name mood } }', 1],
    ['what a field says', '{ person { hard } }', 6],
    ['what a type says', '{ person { picture { url } } }', 5],
    ['1 for each object that a list is assumed to have', '{ nodes { id } }', 3],
    ['as much for each list in a list', '{ nested { id } }', 9],
    ['as for a full page, for a list of unknown length', '{ unsized { id } }', 100],
    ['as much for each as its own list', '{ person { friends { friends { id } } } }', 1 + 2 + 4],
    ['2 and 1 for each item of a page', '{ people(first: 10) { edges { node { id } } } }', 12],
    [
      '2 for a page of which no item is read',
      '{ people(first: 9) { pageInfo { hasNextPage } } }',
      2,
    ],
    ['as much for pages from the end', '{ people(last: 20) { edges { node { id } } } }', 22],
    ['for the larger of both', '{ people(first: 3, last: 4) { edges { node { id } } } }', 6],
    ['for the page that is answered unasked', '{ people { edges { node { id } } } }', 9],
    ['what a connection says instead of 2', '{ search(first: 5) { edges { node { id } } } }', 15],
    [
      'a page for each item of a page',
      '{ people(first: 10) { edges { node { people(first: 3) { edges { node { id } } } } } } }',
      2 + 10 * (1 + 2 + 3),
    ],
    ['what its arguments say, once', '{ slots(minutes: 30, zone: "UTC") { at } }', 10],
    ['nothing for arguments that are not given', '{ slots(zone: "UTC") { at } }', 0],
    [
      '10 for each mutation',
      'mutation { a: rename { userErrors { message } } b: rename { __typename } }',
      20,
    ],
    ['what a mutation says instead of 10', 'mutation { send { person { id } } }', 2],
    ['one event of a subscription', 'subscription { changed { best { id } } }', 2],
    [
      'what is selected twice once',
      '{ person { best { id } } person { best { name } best { mood } } }',
      2,
    ],
    ['what has two names twice', '{ person { a: best { id } b: best { id } } }', 3],
    ['what fragments select', '{ person { ...F ...F } } fragment F on Person { best { id } }', 2],
    [
      'the dearest of the types that can stand there',
      '{ report { ... on Person { picture { url } } ... on Note { author { id } } } }',
      1 + 4,
    ],
    [
      'what all of them have and what is its own',
      '{ nodes { best { id } ... on Note { author { id } } } }',
      3 * (1 + 1 + 1),
    ],
    [
      'nothing for what is left out',
      '{ person { best @skip(if: true) { id } friends @include(if: false) { id } } }',
      1,
    ],
  ])('%s', (_what, query, price) => {
    expect(priceOf(query)).toBe(price);
  });

  test('what its variables ask for', () => {
    const query =
      'query ($n: Int, $with: Boolean!) { people(first: $n) { edges { node { best @include(if: $with) { id } } } } }';
    expect(priceOf(query, { n: 10, with: false })).toBe(12);
    expect(priceOf(query, { n: 10, with: true })).toBe(22);
    expect(priceOf(query, { n: 20, with: true })).toBe(42);
    expect(priceOf(query, { n: null, with: false })).toBe(9);
  });

  test('as much whether its page is a number or a variable', () => {
    const literal =
      '{ people(first: 10) { edges { node { people(first: 3) { edges { node { id } } } } } } }';
    const variable = literal
      .replace('{', 'query ($a: Int, $b: Int) {')
      .replace('10', '$a')
      .replace('3', '$b');
    expect(priceOf(variable, { a: 10, b: 3 })).toBe(priceOf(literal));
  });

  test('something that is quick to say, however its types multiply', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `id best { ... on Node { ${deep(levels - 1)} } }`;
    const report = `{ report { ... on Node { ${deep(10)} } } }`;
    expect(priceOf(report)).toBe(11);
  });
});
