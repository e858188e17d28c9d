import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from './client-socket.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

let mutations: string[] = [];

const users = {
  name: 'users',
  sdl: `${head}
    type Query {
      open: String @public
      viewer: User @authenticated
      all: [User!]! @requiresScopes(scopes: [["admin"], ["support", "audit"]])
      node(id: ID!): Node @public
    }
    type Mutation {
      harmless: Payload! @public
      dangerous: Payload @requiresScopes(scopes: [["admin"]])
      fatal: Payload! @requiresScopes(scopes: [["admin"]])
    }
    type Payload @public { user: User, ok: Boolean! }
    interface Node { id: ID! name: String }
    type User implements Node @key(fields: "id") {
      id: ID! @public
      name: String @public
      email: String @authenticated
      notes: String! @requiresScopes(scopes: [["admin"]])
    }
    type Report implements Node @key(fields: "id") {
      id: ID! @requiresScopes(scopes: [["moderation"]])
      name: String @requiresScopes(scopes: [["moderation"]])
    }
  `,
  resolvers: {
    Query: {
      open: () => 'open',
      viewer: () => ada,
      all: () => [ada],
      node: () => ({ __typename: 'User', ...ada }),
    },
    Mutation: {
      harmless: () => run('harmless'),
      dangerous: () => run('dangerous'),
      fatal: () => run('fatal'),
    },
  },
};

const ada = { id: '1', name: 'ada', email: 'ada@example.org', notes: 'kind' };

function run(name: string) {
  mutations.push(name);
  return { user: ada, ok: true };
}

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users], { isDevelopment: false });
});
afterAll(() => graph[Symbol.asyncDispose]());

const viewers = {
  nobody: null,
  member: [],
  supporter: ['support'],
  'supporting auditor': ['support', 'audit'],
  moderator: ['moderation'],
  admin: ['admin'],
} as const;

type Who = keyof typeof viewers;

async function tokenOf(who: Who): Promise<string | undefined> {
  const scopes = viewers[who];
  return scopes === null ? undefined : graph.token('usr_1', { scopes });
}

interface Case {
  readonly query: string;
  readonly who: Who;
  readonly data: unknown;
  readonly denied: readonly (readonly (string | number)[])[];
}

const cases: readonly Case[] = [
  {
    who: 'nobody',
    query: '{ open viewer { id } }',
    data: { open: 'open', viewer: null },
    denied: [['viewer']],
  },
  {
    who: 'member',
    query: '{ viewer { id email } }',
    data: { viewer: { id: '1', email: 'ada@example.org' } },
    denied: [],
  },
  {
    who: 'member',
    query: '{ viewer { id notes } }',
    data: { viewer: null },
    denied: [['viewer', 'notes']],
  },
  { who: 'admin', query: '{ viewer { notes } }', data: { viewer: { notes: 'kind' } }, denied: [] },
  { who: 'member', query: '{ all { id } }', data: null, denied: [['all']] },
  { who: 'supporter', query: '{ all { id } }', data: null, denied: [['all']] },
  { who: 'supporting auditor', query: '{ all { id } }', data: { all: [{ id: '1' }] }, denied: [] },
  {
    who: 'nobody',
    query: '{ me: viewer { id } ...F } fragment F on Query { other: viewer { id } open }',
    data: { me: null, other: null, open: 'open' },
    denied: [['me'], ['other']],
  },
  {
    who: 'nobody',
    query: '{ open viewer @include(if: false) { id } }',
    data: { open: 'open' },
    denied: [],
  },
  {
    who: 'nobody',
    query: '{ node(id: 1) { ... on User { id mail: email } } }',
    data: { node: { id: '1', mail: null } },
    denied: [['node', 'mail']],
  },
  {
    who: 'member',
    query: '{ node(id: 1) { name } }',
    data: { node: { name: null } },
    denied: [['node', 'name']],
  },
  {
    who: 'member',
    query: '{ node(id: 1) { ... on User { ... on Node { name } } } }',
    data: { node: { name: 'ada' } },
    denied: [],
  },
  {
    who: 'moderator',
    query: '{ node(id: 1) { name } }',
    data: { node: { name: 'ada' } },
    denied: [],
  },
  {
    who: 'nobody',
    query: '{ node(id: 1) { ... on User { email } } }',
    data: { node: { email: null } },
    denied: [['node', 'email']],
  },
  {
    who: 'nobody',
    query: 'mutation { harmless { ok user { email } } }',
    data: { harmless: { ok: true, user: { email: null } } },
    denied: [['harmless', 'user', 'email']],
  },
  {
    who: 'member',
    query: 'mutation { dangerous { ok } }',
    data: { dangerous: null },
    denied: [['dangerous']],
  },
  {
    who: 'admin',
    query: 'mutation { dangerous { ok } }',
    data: { dangerous: { ok: true } },
    denied: [],
  },
];

const over = {
  HTTP: async ({ query, who }: Case): Promise<unknown> => {
    const token = await tokenOf(who);
    const { status, body } = await graph.post(query, token === undefined ? {} : { token });
    expect(status).toBe(200);
    return body;
  },
  'a socket': async ({ query, who }: Case): Promise<unknown> => {
    using socket = await connect(graph.url, (await tokenOf(who)) ?? '');
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    return (await socket.next()).payload;
  },
};

describe.each(['HTTP', 'a socket'] as const)('over %s', (entrance) => {
  const possible = cases.filter(({ who }) => entrance === 'HTTP' || who !== 'nobody');

  test.each(possible)('$who gets of $query what the rules allow', async (given) => {
    const answer = await over[entrance](given);
    expect(answer).toEqual({
      data: given.data,
      ...(given.denied.length > 0 && {
        errors: given.denied.map((path) => ({
          message: 'You may not read this field.',
          path,
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        })),
      }),
    });
  });
});

describe('a mutation that is not allowed', () => {
  test('does not run, nor does anything beside it that the client could not learn of', async () => {
    mutations = [];
    const { body } = await graph.post('mutation { harmless { ok } dangerous { ok } }');
    expect(body.data).toEqual({ harmless: { ok: true }, dangerous: null });
    expect(mutations).toEqual(['harmless']);
    mutations = [];
    const fatal = await graph.post('mutation { harmless { ok } fatal { ok } }');
    expect(fatal.body.data).toBeNull();
    expect(mutations).toEqual([]);
  });
});

describe('in production', () => {
  test('only admins read the schema', async () => {
    const query = '{ __schema { queryType { name } } }';
    const refused = await graph.post(query, { token: await graph.token('usr_1') });
    expect(refused.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    const answered = await graph.post(query, {
      token: await graph.token('usr_1', { scopes: ['admin'] }),
    });
    expect(answered.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('only admins get the console', async () => {
    const response = await fetch(graph.url, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
  });
});
