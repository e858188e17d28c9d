import type { Partner } from '@skillswap/kit/viewer';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractSdls } from '../src/contracts.ts';
import { loadGraph } from '../src/graph.ts';
import { defaultLimits } from '../src/limits.ts';
import { Refusal } from '../src/refusal.ts';
import { createSubgraphClient } from '../src/subgraph-client.ts';
import { connect } from './client-socket.ts';
import { composeToys, head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const asked: unknown[] = [];

const people = {
  name: 'users',
  sdl: `${head}
    type Query {
      person: Person @public @tag(name: "partner")
      anybody(filter: Filter): [Being] @public
      accounts(state: State): [Account!]! @requiresScopes(scopes: [["admin"]]) @tag(name: "admin")
    }
    type Mutation {
      greet(mood: Mood): String @public
      ban(input: BanInput!): Account @requiresScopes(scopes: [["admin"]]) @tag(name: "admin")
    }
    interface Being { name: String }
    enum Mood { KIND SECRET @tag(name: "admin") }
    input Filter { name: String, state: State @tag(name: "admin") }
    type Person implements Being @key(fields: "id") {
      id: ID! @public @tag(name: "partner")
      name: String @public @tag(name: "partner")
      notes: String @requiresScopes(scopes: [["admin"]]) @tag(name: "admin")
      friends: [Person] @public
    }
    type Account implements Being @requiresScopes(scopes: [["admin"]]) @tag(name: "admin") { name: String, owner: Person }
    enum State @tag(name: "admin") { OPEN SHUT }
    input BanInput @tag(name: "admin") { id: ID! }
  `,
  resolvers: {
    Query: {
      person: () => ada,
      anybody: (_: unknown, { filter }: { filter?: unknown }) => {
        asked.push(filter);
        return [
          { __typename: 'Person', ...ada },
          { __typename: 'Account', name: 'account of ada' },
        ];
      },
      accounts: () => [{ name: 'account of ada', owner: ada }],
    },
    Mutation: { greet: (_: unknown, { mood }: { mood?: string }) => mood ?? 'hello' },
  },
};

const ada = { id: '1', name: 'ada', notes: 'kind', friends: [] };

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([people]);
});
afterAll(() => graph[Symbol.asyncDispose]());

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}
type Ask = (asked: Asked, roles: readonly string[]) => Promise<unknown>;

const tokenFor = (roles: readonly string[]) =>
  graph.token('usr_1', { roles, scopes: roles.includes('ADMIN') ? ['admin'] : [] });

const entrances: readonly (readonly [string, Ask])[] = [
  [
    'HTTP',
    async ({ query, variables = {} }, roles) =>
      (await graph.post(query, { variables, token: await tokenFor(roles) })).body,
  ],
  [
    'a socket',
    async ({ query, variables = {} }, roles) => {
      using socket = await connect(graph.url, await tokenFor(roles));
      socket.send({ id: '1', type: 'subscribe', payload: { query, variables } });
      const { type, payload } = await socket.next();
      return type === 'error' ? { errors: payload } : payload;
    },
  ],
];

const member = ['LEARNER', 'TEACHER', 'MENTOR', 'GROUP_ADMIN'];

/** An answer without what tells one text from another: names, and where they stand. */
function anonymised(answer: unknown, name: string): string {
  return JSON.stringify(answer)
    .replaceAll(name, '?')
    .replaceAll(/,"locations":\[[^\]]*\]/g, '');
}

describe.each(entrances)('over %s', (_entrance, ask) => {
  test.each([
    ['a root field', 'accounts', (name: string) => `{ ${name} { name } }`],
    ['a field', 'notes', (name: string) => `{ person { ${name} } }`],
    ['an aliased field', 'notes', (name: string) => `{ person { name: ${name} } }`],
    ['a field that is left out', 'notes', (n: string) => `{ person { ${n} @skip(if: true) } }`],
    [
      'a field in a fragment',
      'notes',
      (name: string) => `{ person { ...F } } fragment F on Person { id ${name} }`,
    ],
    ['a type', 'Account', (name: string) => `{ anybody { ... on ${name} { name } } }`],
    [
      'the type of a variable',
      'BanInput',
      (n: string) => `mutation ($input: ${n}!) { greet ...Ban } fragment Ban on Mutation { greet }`,
    ],
    ['a mutation', 'ban', (name: string) => `mutation { ${name}(input: { id: 1 }) { name } }`],
    ['an input field', 'state', (n: string) => `{ anybody(filter: { ${n}: OPEN }) { name } }`],
    ['an enum value', 'SECRET', (name: string) => `mutation { greet(mood: ${name}) }`],
  ])('%s outside the contract is answered like a made-up name', async (_what, name, queryOf) => {
    const [real, invented] = await Promise.all([
      ask({ query: queryOf(name) }, member),
      ask({ query: queryOf('Invented') }, member),
    ]);
    expect(anonymised(real, name)).toBe(anonymised(invented, 'Invented'));
    expect(JSON.stringify(real)).toContain('GRAPHQL_VALIDATION_FAILED');
    const staff = JSON.stringify(await ask({ query: queryOf(name) }, ['ADMIN']));
    expect(staff).not.toMatch(
      new RegExp(`(Cannot query|Unknown type|not exist|not defined).*${name}`),
    );
  });

  test('a variable holds nothing from outside the contract', async () => {
    asked.length = 0;
    const query = 'query ($filter: Filter) { anybody(filter: $filter) { __typename } }';
    const of = (name: string) => ({ query, variables: { filter: { [name]: 'OPEN' } } });
    const real = await ask(of('state'), member);
    expect(anonymised(real, 'state')).toBe(
      anonymised(await ask(of('Invented'), member), 'Invented'),
    );
    expect(JSON.stringify(real)).toContain('BAD_USER_INPUT');
    expect(asked).toEqual([]);
    await ask(of('state'), ['ADMIN']);
    expect(asked).toEqual([{ state: 'OPEN' }]);
  });

  test('an object whose type is outside the contract is null', async () => {
    const query = '{ anybody { __typename name } }';
    expect(await ask({ query }, member)).toMatchObject({
      data: { anybody: [{ __typename: 'Person', name: 'ada' }, null] },
    });
    expect(await ask({ query }, ['ADMIN'])).toMatchObject({
      data: { anybody: [{ name: 'ada' }, { __typename: 'Account', name: 'account of ada' }] },
    });
  });

  test('introspection answers from the contract of whoever asks', async () => {
    const query = getIntrospectionQuery();
    const [apps, staff] = await Promise.all([ask({ query }, member), ask({ query }, ['ADMIN'])]);
    for (const name of ['accounts', 'notes', 'Account', 'BanInput', 'State', 'SECRET']) {
      expect(JSON.stringify(apps)).not.toContain(`"name":"${name}"`);
      expect(JSON.stringify(staff)).toContain(`"name":"${name}"`);
    }
    const ofType = { query: '{ __type(name: "Account") { name } }' };
    expect(await ask(ofType, member)).toEqual({ data: { __type: null } });
    expect(await ask(ofType, ['ADMIN'])).toEqual({ data: { __type: { name: 'Account' } } });
  });

  test.each(['ADMIN', 'MODERATOR', 'SUPPORT', 'FINANCE', 'AUDITOR'])(
    'the role %s brings the whole graph, and rules decide the rest',
    async (role) => {
      const answer = await ask({ query: '{ accounts { owner { notes } } }' }, ['LEARNER', role]);
      expect(JSON.stringify(answer)).toContain(
        role === 'ADMIN' ? '"notes":"kind"' : 'UNAUTHORIZED_FIELD_OR_TYPE',
      );
    },
  );
});

const composed = composeToys([people]);

function load(contracts: ContractSdls, accessRules = composed.accessRules) {
  return loadGraph({
    supergraphSdl: composed.supergraphSdl,
    contracts,
    scalars: [],
    client: createSubgraphClient({
      urls: new Map(),
      headersFor: () => Promise.resolve({}),
      timeoutMilliseconds: 1,
      observe: () => undefined,
    }),
    policy: {
      limits: defaultLimits,
      accessRules,
      credentialFields: new Set(),
      demandsPageSize: true,
      fieldCosts: null,
      introspection: 'everyone',
    },
  });
}

describe('a partner', () => {
  const acme: Partner = { kind: 'partner', id: 'acme', scopes: [] };

  test('has what is tagged for partners and nothing else', async () => {
    await using graph = await load(composed.contracts);
    const { contractOf } = graph;
    const { schema, documents } = contractOf(acme);
    expect(schema.getMutationType()).toBeUndefined();
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['person']);
    expect(documents.read('{ person { id name } }').document.kind).toBe('Document');
    for (const query of ['{ person { friends { id } } }', 'mutation { greet }']) {
      expect(() => documents.read(query)).toThrow(Refusal);
    }
  });
});

describe('a contract', () => {
  test.each([
    ['that does not parse', 'type Query {', 'the mobile contract is not a schema: Syntax Error'],
    ['without a type that it names', 'type Query { person: Man }', 'Unknown type "Man"'],
    [
      'with a field that the graph lacks',
      'type Query { weather: String }',
      'the mobile contract has what the graph lacks: Query.weather (String)',
    ],
    [
      'with another type than the graph',
      'type Query { person: Person! } type Person { id: ID! }',
      'the mobile contract has what the graph lacks: Query.person (Person!)',
    ],
  ])('%s stops the start with one clear error', async (_what, mobile, message) => {
    await expect(load({ ...composed.contracts, mobile })).rejects.toThrow(message);
  });

  test('with a field that has no access rule stops the start', async () => {
    const rules = new Map(composed.accessRules);
    rules.delete('Person.name');
    await expect(load(composed.contracts, rules)).rejects.toThrow('Person.name');
  });
});
