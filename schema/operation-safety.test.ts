import { buildSchema, parse, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { judgeOperations } from './operation-safety.ts';

const contract = `
  type Query {
    person(id: ID!, at: Int): Person
    search(filter: Filter, order: Order): [Hit!]!
    being: Being
    unused(a: ID): Int
  }
  type Mutation { greet(input: GreetInput!): String }
  interface Being { name: String }
  type Person implements Being { name: String mood: Mood email: String nickname: String }
  type Pet implements Being { name: String }
  union Hit = Person | Pet
  enum Mood { GOOD BAD }
  enum Order { OLDEST NEWEST }
  input Filter { name: String mood: Mood within: Filter }
  input GreetInput { name: String mood: Mood }
`;

const documents = {
  Named:
    'query Named($id: ID!) { someone: person(id: $id) { ...Name } } fragment Name on Person { name mood }',
  Literal:
    '{ search(filter: { name: "a", within: { name: "b" } }, order: NEWEST) { ... on Pet { name } } }',
  Variable: 'query Variable($filter: Filter) { search(filter: $filter) { __typename } }',
  Being: '{ being { name ... on Person { nickname } } }',
  Greet: 'mutation Greet($input: GreetInput!) { greet(input: $input) }',
};

const operations = Object.entries(documents).map(([name, text]) => ({
  client: 'app 1',
  name,
  document: parse(text),
}));

const judge = (sdl: string, recorded: string, today = '2026-06-01') =>
  judgeOperations(operations, buildSchema(sdl), recorded, today);

const { record } = judge(contract, '');

describe('a registered operation', () => {
  test('is not touched by what it does not use', () => {
    const grown = contract
      .replace('unused(a: ID): Int', 'another: ID')
      .replace('email: String', 'phone: Int')
      .replace('at: Int', 'when: String, sorted: Boolean! = true')
      .replace('OLDEST NEWEST', 'NEWEST')
      .replace('type Pet', '"""A pet.""" type Pet')
      .replace('name: String mood: Mood email', 'name: String! mood: Mood email');
    expect(judge(grown, record).problems).toEqual([]);
  });

  test.each([
    ['a field that is removed', 'mood: Mood email', 'email', ['Named: Person.mood was removed.']],
    [
      'a field that is renamed',
      'mood: Mood email',
      'feeling: Mood email',
      ['Named: Person.mood was removed.'],
    ],
    [
      'a field of another type',
      'nickname: String',
      'nickname: [String]',
      ['Being: Person.nickname changed type from String to [String].'],
    ],
    [
      'a list that may be null where it was not',
      '[Hit!]!',
      '[Hit!]',
      [
        'Literal: Query.search changed type from [Hit!]! to [Hit!].',
        'Variable: Query.search changed type from [Hit!]! to [Hit!].',
      ],
    ],
    [
      'an argument that is removed',
      'id: ID!, at: Int',
      'at: Int',
      ['Named: Query.person arg id was removed.'],
    ],
    [
      'an argument that is now required',
      'at: Int',
      'at: Int!',
      ['Named: A required arg at on Query.person was added.'],
    ],
    [
      'a value that is removed',
      'enum Mood { GOOD BAD }',
      'enum Mood { GOOD }',
      [
        'Named: BAD was removed from enum type Mood.',
        'Variable: BAD was removed from enum type Mood.',
        'Greet: BAD was removed from enum type Mood.',
      ],
    ],
    [
      'a literal value that is removed',
      'OLDEST NEWEST',
      'OLDEST',
      ['Literal: NEWEST was removed from enum type Order.'],
    ],
    [
      'an input field that a variable may hold',
      'mood: Mood within: Filter',
      'within: Filter',
      ['Variable: Filter.mood was removed.'],
    ],
    [
      'an input field that is now required',
      'input GreetInput { name: String',
      'input GreetInput { name: String!',
      ['Greet: GreetInput.name changed type from String to String!.'],
    ],
    [
      'a required input field that is new',
      'input GreetInput {',
      'input GreetInput { tone: Int!',
      ['Greet: A required field tone on input type GreetInput was added.'],
    ],
    [
      'an interface that a type gives up',
      'type Person implements Being',
      'type Person',
      ['Being: Person no longer implements interface Being.'],
    ],
    [
      'a type of an answer',
      'Person | Pet',
      'Person',
      ['Literal: Pet was removed from union type Hit.'],
    ],
  ])('relies on %s', (_what, from, to, expected) => {
    expect(judge(contract.replace(from, to), record).problems).toEqual(
      expected.map((line) => `app 1, ${line}`),
    );
  });

  test('that the contract refuses is told apart from one that is answered otherwise', () => {
    const renamed = judge(contract.replace('nickname: String', 'nick: String'), record);
    expect(renamed.invalid).toEqual([
      'app 1, Being: Cannot query field "nickname" on type "Person". Did you mean "name" or "nick"?',
    ]);
    expect(judge(contract.replace('nickname: String', 'nickname: Int'), record).invalid).toEqual(
      [],
    );
  });

  test('that was never recorded is still held against the contract', () => {
    expect(judge(contract.replace('nickname: String', ''), '').problems).toHaveLength(1);
  });

  test('may use what is deprecated, and is named when its day is over', () => {
    const reason = 'Use `Person.name`. Remove after 2026-05-31.';
    const deprecated = contract.replace(
      'nickname: String',
      `nickname: String @deprecated(reason: "${reason}")`,
    );
    expect(judge(deprecated, record)).toMatchObject({
      problems: [],
      overdue: ['app 1, Being: still uses Person.nickname, which may go since 2026-05-31.'],
      record,
    });
    expect(judge(deprecated, record, '2026-05-31').overdue).toEqual([]);
  });
});

test('a record is a schema that holds what operations use, and no more', () => {
  const recorded = printSchema(buildSchema(record));
  expect(recorded).toContain('interface Being');
  expect(recorded).not.toMatch(/unused|email|OLDEST|at:/);
  expect(judge(recorded, record)).toMatchObject({ problems: [], record });
});
