import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeSupergraph } from './compose-supergraph.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@inaccessible", "@authenticated", "@requiresScopes", "@composeDirective", "@tag"])
    @link(url: "https://skillswap.example/access/v1.0", import: ["@public"])
    @composeDirective(name: "@public")
  """Anyone may read this."""
  directive @public on FIELD_DEFINITION | OBJECT | INTERFACE
`;

const people = `
  type Query { """Who asks.""" viewer: Person @public @tag(name: "partner") }
  """A person."""
  type Person @key(fields: "id") { """Its id.""" id: ID! @public @tag(name: "partner") """Its mail.""" email: String @authenticated }
`;

function compose(...sdls: readonly string[]) {
  return composeSupergraph(
    sdls.map((sdl, index) => ({
      name: index === 0 ? 'people' : 'notes',
      url: 'http://127.0.0.1/graphql',
      typeDefs: parse(`${head}${sdl}`),
    })),
  );
}

const problemsOf = (...sdls: readonly string[]) => compose(...sdls).problems ?? [];

describe('composition', () => {
  test('writes the supergraph, the client schema and the rules', () => {
    const { files } = compose(
      people,
      `
      """Any note."""
      interface Note { """Its text.""" text: String }
      """A note for everybody."""
      type OpenNote implements Note @public { """Its text.""" text: String """Its cost.""" cost: Int @requiresScopes(scopes: [["finance"]]) }
      """A note for members."""
      type MemberNote implements Note @authenticated { """Its text.""" text: String }
      type Person @key(fields: "id") { id: ID! """What was noted.""" notes: [Note!] @public """Inside only.""" draft: String @inaccessible }
    `,
    );
    expect(files?.get('schema/api.graphql')).not.toMatch(/draft|@key|join__|@public/);
    expect(files?.get('schema/supergraph.graphql')).toContain('@authenticated');
    expect(JSON.parse(files?.get('schema/authorization.json') ?? '')).toEqual({
      'MemberNote.text': 'authenticated',
      'Note.text': 'authenticated',
      'OpenNote.cost': [['finance']],
      'OpenNote.text': 'public',
      'Person.email': 'authenticated',
      'Person.id': 'public',
      'Person.notes': 'public',
      'Query.viewer': 'public',
    });
  });

  test('refuses a field that nobody opened, by its coordinate', () => {
    const sdl = people.replace('email: String @authenticated', 'email: String');
    expect(problemsOf(sdl)).toEqual([
      'Person.email: needs @public, @authenticated or @requiresScopes',
    ]);
  });

  test('refuses a rule on an entity as a whole, which would close its key', () => {
    const sdl = people.replace(
      'type Person @key(fields: "id")',
      'type Person @key(fields: "id") @public',
    );
    expect(problemsOf(sdl)).toEqual([
      'Person: an entity carries its rules on its fields, not on the type',
    ]);
  });

  test('refuses a contributed field that is not nullable', () => {
    const sdl = 'type Person @key(fields: "id") { id: ID! """Notes.""" notes: [String!]! @public }';
    expect(problemsOf(people, sdl)).toEqual([
      "Person.notes: notes contributes it to people's entity; make it nullable",
    ]);
  });

  test.each(['Person!', '[Person!]', '[Person!]!'])(
    'refuses %s as a reference to another subgraph',
    (type) => {
      const sdl = `
      type Person @key(fields: "id", resolvable: false) { id: ID! }
      """A note."""
      type Note @public { """Who wrote it.""" author: ${type} }
      type Query { """Notes.""" note: Note @public }
    `;
      expect(problemsOf(people, sdl)).toEqual([
        "Note.author: refers to people's Person; make it nullable",
      ]);
    },
  );

  test('refuses an entity that two subgraphs describe', () => {
    const sdl =
      '"""Also a person.""" type Person @key(fields: "id") { id: ID! """Notes.""" notes: String @public }';
    expect(problemsOf(people, sdl).join()).toContain('Person: exactly one subgraph owns an entity');
  });

  test('refuses what has no description', () => {
    const sdl = people
      .replace('"""Its mail."""', '')
      .replace('viewer: Person', 'viewer(now: Int): Person');
    expect(problemsOf(sdl)).toEqual([
      'Query.viewer(now:): has no description',
      'Person.email: has no description',
    ]);
  });

  test('refuses descriptions that disagree', () => {
    const scalar = (text: string) => `"""${text}""" scalar Instant`;
    const note = 'type Person @key(fields: "id") { id: ID! """When.""" at: Instant @public }';
    const sdl = people.replace('type Query {', 'type Query { """Now.""" now: Instant @public');
    const problems = problemsOf(`${sdl} ${scalar('A time.')}`, `${note} ${scalar('A moment.')}`);
    expect(problems.join()).toMatch(/Instant.*inconsistent descriptions/);
  });
});
