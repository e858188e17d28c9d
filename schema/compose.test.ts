import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeSupergraph } from './compose-supergraph.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@inaccessible", "@authenticated", "@requiresScopes", "@cost", "@listSize", "@composeDirective", "@tag"])
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
      type OpenNote implements Note @public { """Its text.""" text: String """Its cost.""" cost: Int @requiresScopes(scopes: [["finance"]]) @tag(name: "admin") }
      """A note for members."""
      type MemberNote implements Note @authenticated { """Its text.""" text: String }
      type Person @key(fields: "id") { id: ID! """What was noted.""" notes: [Note!] @public @listSize(assumedSize: 10) """Inside only.""" draft: String @inaccessible }
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
      expect(problemsOf(people, sdl)).toContain(
        "Note.author: refers to people's Person; make it nullable",
      );
    },
  );

  test('refuses an entity that two subgraphs describe', () => {
    const sdl =
      '"""Also a person.""" type Person @key(fields: "id") { id: ID! """Notes.""" notes: String @public }';
    expect(problemsOf(people, sdl).join()).toContain('Person: exactly one subgraph owns an entity');
  });

  const notes = `
    """A note.""" type Note @public { """Its text.""" text: String }
    """A page of notes.""" type NoteConnection @public { """The notes.""" edges: [NoteEdge!] }
    """A note in a page.""" type NoteEdge @public { """It.""" node: Note }
  `;
  const noted = (field: string) =>
    `${notes} type Person @key(fields: "id") { id: ID! """Notes.""" notes${field} @public }`;

  test.each([
    [': [Note!]', 'Person.notes: needs @listSize'],
    ['(first: Int): NoteConnection', 'NoteConnection.edges: needs @listSize'],
    [
      '(first: Int): NoteConnection @public """More.""" more(first: Int): NoteConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])',
      'Person.notes: needs @listSize for NoteConnection.edges',
    ],
  ])('refuses a list that nobody can price: %s', (field, problem) => {
    expect(problemsOf(people, noted(field))).toContain(problem);
  });

  test.each([
    ': [Note!] @listSize(assumedSize: 5)',
    ': [String!]',
    '(first: Int): NoteConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])',
  ])('prices %s', (field) => {
    expect(problemsOf(people, noted(field)).join()).not.toContain('Person.notes: needs');
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

describe('the contracts', () => {
  const contract = (sdl: string, name: 'mobile' | 'partner') =>
    compose(sdl).files?.get(`schema/contracts/${name}.graphql`);

  const staffed = `${people.replace(
    'type Query {',
    `type Query {
      """Everybody."""
      everybody("""In this state.""" state: State): [Person!] @listSize(assumedSize: 9)
        @requiresScopes(scopes: [["admin"]]) @tag(name: "admin")`,
  )}
    """Whether it is open."""
    enum State @tag(name: "admin") { """Open.""" OPEN }
  `;

  test('leave out for apps what has the tag admin, and the types that only that needs', () => {
    expect(contract(staffed, 'mobile')).toMatch(/email: String[^]*viewer: Person/);
    expect(contract(staffed, 'mobile')).not.toMatch(/everybody|State/);
    expect(compose(staffed).files?.get('schema/api.graphql')).toMatch(/everybody[^]*enum State/);
  });

  test('hold for partners what has the tag partner, and no more', () => {
    const words = (contract(staffed, 'partner') ?? '').replaceAll(/\s+/g, ' ');
    expect(words).toBe(
      '"""A person.""" type Person { """Its id.""" id: ID! } type Query { """Who asks.""" viewer: Person } ',
    );
  });

  const mood = '"""A mood.""" mood: Mood @public';
  const withField = (field: string) =>
    people.replace('"""Its mail."""', `${field} """Its mail."""`);

  test.each([
    [
      'a field that needs a scope and is open to apps',
      people.replace('@authenticated', '@requiresScopes(scopes: [["support"]])'),
      'Person.email: needs a scope, which only staff have; tag it "admin"',
    ],
    [
      'a type that only staff need and apps can name',
      staffed.replace('enum State @tag(name: "admin")', 'enum State'),
      'State: nothing in the mobile contract leads to it; tag it "admin", too',
    ],
    [
      'a field for partners that is not public',
      people.replace('@authenticated', '@authenticated @tag(name: "partner")'),
      'Person.email: has the tag "partner" and is not @public, so partners cannot read it',
    ],
    [
      'a field for partners without its argument',
      people.replace('viewer: Person', 'viewer("""As of.""" at: Int): Person'),
      'Query.viewer(at:): needs the tag "partner" like its field',
    ],
    [
      'a mutation for partners',
      `${people} type Mutation { """Greets.""" greet: String @public @tag(name: "partner") }`,
      'Mutation.greet: partners only query; take its tag "partner" away',
    ],
    [
      'a subscription for partners',
      `${people} type Subscription { """Greets.""" greeted: String @public @tag(name: "partner") }`,
      'Subscription.greeted: partners only query; take its tag "partner" away',
    ],
    [
      'a type for partners to which nothing leads',
      `${withField(mood)} """A mood.""" enum Mood @tag(name: "partner") { """Good.""" GOOD }`,
      'Mood: nothing in the partner contract leads to it; take its tag "partner" away',
    ],
    [
      'a value of an answer that a contract leaves out',
      `${withField(mood)} """A mood.""" enum Mood { """Good.""" GOOD """Bad.""" BAD @tag(name: "admin") }`,
      'Mood.BAD: fields of the mobile contract can answer it; let it in',
    ],
    [
      'a type of an answer that a contract leaves out',
      `${withField('"""A note.""" note: Note @public')} """A note.""" union Note = Text | Secret
        """A text.""" type Text @public { """Words.""" words: String }
        """A secret.""" type Secret @public @tag(name: "admin") { """Words.""" words: String }`,
      'Secret: fields of the mobile contract can answer it; let it in',
    ],
  ])('refuse %s', (_what, sdl, problem) => {
    expect(problemsOf(sdl)).toEqual([problem]);
  });

  test('refuse a field for partners whose type or required argument is not for them', () => {
    const typed = people.replace('id: ID! @public @tag(name: "partner")', 'id: ID! @public');
    expect(problemsOf(typed).join()).toMatch(/^partner contract: .*Person/s);
    const asked = people.replace('viewer: Person', 'viewer("""As of.""" at: Int!): Person');
    expect(problemsOf(asked).join()).toMatch(/^partner contract: .*Query\.viewer\(at:\)/s);
  });
});

describe('a deprecation', () => {
  const deprecated = (reason: string) =>
    problemsOf(people.replace('@authenticated', `@authenticated @deprecated(reason: "${reason}")`));

  test('with a replacement and a date passes, whatever the day is', () => {
    expect(deprecated('Use `Person.id`. Remove after 2020-02-29.')).toEqual([]);
  });

  test.each([
    'No longer supported',
    'Use `Person.id`.',
    'Remove after 2030-01-31.',
    'Use `Person.id`. Remove after 2030-02-30.',
    'Use `Person.id`. Remove after spring.',
  ])('is refused as %s', (reason) => {
    expect(deprecated(reason)).toEqual([
      'Person.email: is deprecated without replacement or date; say "Use `Type.field`. Remove after YYYY-MM-DD."',
    ]);
  });

  test('is refused when what to use instead does not exist', () => {
    expect(deprecated('Use `Person.mail`. Remove after 2030-01-31.')).toEqual([
      'Person.email: is deprecated in favour of Person.mail, which does not exist',
    ]);
  });
});
