import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type ClientSocket } from './client-socket.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const users = {
  name: 'users',
  sdl: `${head}
    type Query {
      viewer: User @public
      people(size: Int!): [User] @public @listSize(slicingArguments: ["size"])
      staff: String @requiresScopes(scopes: [["admin"]])
    }
    type Mutation { logIn(password: String): String @public, change: String @public }
    type Subscription { ticks: Int! @public }
    type User @key(fields: "id") { id: ID! @public, friend: User @public, broken: String @public }
  `,
  resolvers: {
    Query: { viewer: () => ({ id: '1' }), people: () => [] },
    Mutation: { logIn: () => 'in', change: () => 'done' },
    User: {
      __resolveReference: (user: unknown) => user,
      friend: () => ({ id: '2' }),
      broken: () => {
        throw new Error('SELECT secret FROM people at 10.0.0.7');
      },
    },
  },
};

let graph: ToySupergraph;
let socket: ClientSocket;
beforeAll(async () => {
  graph = await startToySupergraph([users], {
    subgraphTimeoutMilliseconds: 200,
    requestTimeoutMilliseconds: 2_000,
  });
  socket = await connect(graph.url, await graph.token('usr_codes'));
});
afterAll(async () => {
  socket[Symbol.dispose]();
  await graph[Symbol.asyncDispose]();
});
beforeEach(() => {
  graph.subgraph('users').answerWith = null;
});

const aliases = `{ viewer { ${Array.from({ length: 31 }, (_, at) => `a${String(at)}: id`).join(' ')} } }`;
const roots = `{ ${'...F '.repeat(21)} } fragment F on Query { viewer { id } }`;
const directives = `{ viewer { ${'id @include(if: true) '.repeat(31)} } }`;
const deep = `{ viewer ${'{ friend '.repeat(12)}{ id }${' }'.repeat(12)} }`;
const two = 'query A { viewer { id } } query B { viewer { id } }';

/** Situation, operation, variables, status over HTTP, code. */
const refused: [string, string, object, string][] = [
  ['syntax', '{', {}, 'GRAPHQL_PARSE_FAILED'],
  ['nesting', `{ viewer ${'{ ... '.repeat(200)}`, {}, 'GRAPHQL_PARSE_FAILED'],
  ['tokens', `{ ${'viewer '.repeat(2_000)}}`, {}, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nobody }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['a field of subgraphs', '{ _service { sdl } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['depth', deep, {}, 'MAX_DEPTH_LIMIT'],
  ['aliases', aliases, {}, 'MAX_ALIASES_LIMIT'],
  ['root fields', roots, {}, 'MAX_ROOT_FIELDS_LIMIT'],
  ['directives', directives, {}, 'MAX_DIRECTIVES_LIMIT'],
  ['cost', '{ people(size: 1001) { id } }', {}, 'COST_ESTIMATED_TOO_EXPENSIVE'],
  [
    'cost by a variable',
    'query ($n: Int!) { people(size: $n) { id } }',
    { n: 1_001 },
    'COST_ESTIMATED_TOO_EXPENSIVE',
  ],
  ['a missing variable', 'query ($n: Int!) { people(size: $n) { id } }', {}, 'BAD_USER_INPUT'],
  [
    'a wrong variable',
    'query ($n: Int!) { people(size: $n) { id } }',
    { n: 'x' },
    'BAD_USER_INPUT',
  ],
  ['two guesses', 'mutation { a: logIn b: logIn }', {}, 'BAD_USER_INPUT'],
  ['two operations, none named', two, {}, 'OPERATION_RESOLUTION_FAILURE'],
];

async function ask(query: string, variables: object) {
  const id = crypto.randomUUID();
  socket.send({ id, type: 'subscribe', payload: { query, variables } });
  const answer = await socket.next();
  if (answer.type === 'next') await socket.next();
  return answer;
}

describe('refused before anything is asked, with 400 and on sockets with an error, is', () => {
  test.each(refused)('%s', async (_what, query, variables, code) => {
    graph.subgraph('users').requests.length = 0;
    const { status, body } = await graph.post(query, { variables: { ...variables } });
    expect([status, body.data, body.errors?.[0]?.extensions['code']]).toEqual([
      400,
      undefined,
      code,
    ]);
    expect(await ask(query, variables)).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code } }],
    });
    expect(graph.subgraph('users').requests).toEqual([]);
  });

  test.each(refused.slice(0, 5))(
    '%s, with 200 for a client that knows application/json alone',
    async (_what, query, _variables, code) => {
      const { status, body } = await graph.post(query, { headers: { accept: 'application/json' } });
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([200, code]);
    },
  );
});

describe('answered in part is', () => {
  const broken = (body: string, status = 200) => {
    graph.subgraph('users').answerWith = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
  };
  const partial: [string, string, () => void, string][] = [
    [
      'a field that is not for this viewer',
      '{ staff }',
      () => undefined,
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ],
    [
      'a field with a fault of ours',
      '{ viewer { broken } }',
      () => undefined,
      'INTERNAL_SERVER_ERROR',
    ],
    [
      'what a subgraph owns that is down',
      '{ viewer { id } }',
      () => {
        broken('<html>', 502);
      },
      'SUBREQUEST_HTTP_ERROR',
    ],
    [
      'what a subgraph owns that does not answer',
      '{ viewer { id } }',
      () => {
        graph.subgraph('users').answerWith = () => undefined;
      },
      'SUBREQUEST_TIMEOUT',
    ],
  ];

  test.each(partial)('%s, on both entrances', async (_what, query, prepare, code) => {
    prepare();
    const { status, headers, body } = await graph.post(query);
    const [error] = body.errors ?? [];
    expect([status, error?.extensions['code']]).toEqual([200, code]);
    expect(body.data).not.toBeUndefined();
    expect(error?.path).toBeDefined();
    expect(JSON.stringify(body)).not.toMatch(/SELECT|10\.0\.0\.7|127\.0\.0\.1|html|users/);
    if (code === 'INTERNAL_SERVER_ERROR') {
      expect(error?.message).toBe('Something went wrong on our side.');
      expect(error?.extensions['requestId']).toBe(headers.get('x-request-id'));
    }
    expect(await ask(query, {})).toMatchObject({
      type: 'next',
      payload: { errors: [{ extensions: { code } }] },
    });
  });
});
