import { request } from 'node:http';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const users = {
  name: 'users',
  sdl: `${head}
    scalar DateTime
    type Query {
      viewer: User @public
      since(at: DateTime!): String @public
    }
    type Mutation { logIn(password: String!): String @public, limited: String @public, crowded: String! @public }
    type Subscription { ticks: Int! @public }
    type User @key(fields: "id") {
      id: ID! @public
      friend: User @public
      matches(first: Int!, after: String): UserConnection @public
      messages(first: Int, last: Int): UserConnection @public
    }
    type UserConnection @public { count: Int! }
  `,
  resolvers: {
    Query: {
      viewer: () => ({ id: '1' }),
      since: (_: unknown, { at }: Record<string, string>) => at,
    },
    Mutation: {
      logIn: () => 'in',
      limited: () => 'unreachable',
      crowded: () => 'unreachable',
    },
    User: {
      __resolveReference: (user: unknown) => user,
      friend: () => ({ id: '2' }),
      matches: () => ({ count: 1 }),
      messages: () => ({ count: 2 }),
    },
  },
};

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users], { requestTimeoutMilliseconds: 500 });
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => graph.url, fetchFn: fetch });

  test('has all audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits)('$id: $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });
});

const nested = (depth: number) =>
  `{ viewer ${'{ friend '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 1)}`;
const aliased = (count: number) =>
  `{ viewer { ${Array.from({ length: count }, (_, index) => `a${String(index)}: id`).join(' ')} } }`;
const roots = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `...F${String(index)}`).join(' ')} } ${Array.from(
    { length: count },
    (_, index) => `fragment F${String(index)} on Query { viewer { id } }`,
  ).join(' ')}`;

describe('what is refused before anything is asked', () => {
  test.each([
    ['syntax', '{', 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', `{ ${'__typename '.repeat(2_001)}}`, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['the federation machinery', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'several operations',
      'query A { viewer { id } } query B { viewer { id } }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a deep operation', nested(13), 'MAX_DEPTH_LIMIT'],
    ['many aliases', aliased(31), 'MAX_ALIASES_LIMIT'],
    ['many root fields', roots(21), 'MAX_ROOT_FIELDS_LIMIT'],
    ['a page of none', '{ viewer { matches(first: 0) { count } } }', 'BAD_USER_INPUT'],
    ['a page of 101', '{ viewer { messages(last: 101) { count } } }', 'BAD_USER_INPUT'],
    ['a connection without a size', '{ viewer { messages { count } } }', 'BAD_USER_INPUT'],
    ['a connection without its size', '{ viewer { matches { count } } }', 'BAD_USER_INPUT'],
    ['a malformed DateTime', '{ since(at: "yesterday") }', 'BAD_USER_INPUT'],
    [
      'two guesses',
      'mutation { a: logIn(password: "1") b: logIn(password: "2") }',
      'BAD_USER_INPUT',
    ],
    ['a subscription', 'subscription { ticks }', 'BAD_REQUEST'],
  ])('%s', async (_what, query, code) => {
    graph.subgraph('users').requests.length = 0;
    const { status, body } = await graph.post(query);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.length).toBeLessThanOrEqual(5);
    expect(body.errors?.[0]?.extensions).toEqual({ code });
    expect(JSON.stringify(body)).not.toMatch(/did you mean/i);
    expect(graph.subgraph('users').requests).toEqual([]);
  });

  test.each([
    ['a depth of 12', nested(12)],
    ['30 aliases', aliased(30)],
    ['20 root fields', roots(20)],
    ['a page of 100', '{ viewer { matches(first: 100) { count } } }'],
    ['a page of 1', '{ viewer { messages(last: 1) { count } } }'],
    ['a DateTime', '{ since(at: "2026-02-28T10:00:00Z") }'],
  ])('but not %s', async (_what, query) => {
    const { status, body } = await graph.post(query);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
  });

  test.each([
    ['of another type', 'query ($n: Int!) { viewer { matches(first: $n) { count } } }', { n: 'x' }],
    [
      'outside the page sizes',
      'query ($n: Int!) { viewer { matches(first: $n) { count } } }',
      { n: 101 },
    ],
    ['malformed', 'query ($at: DateTime!) { since(at: $at) }', { at: '2026-02-30T00:00:00Z' }],
    ['too large', 'query ($at: DateTime!) { since(at: $at) }', { at: 'x'.repeat(100_000) }],
    ['nested too deeply', 'query ($at: DateTime!) { since(at: $at) }', { at: nest(21) }],
  ])('variables that are %s', async (_what, query, variables) => {
    const { status, body } = await graph.post(query, { variables });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('an operation name that the document does not have', async () => {
    const { status, body } = await graph.post('query A { viewer { id } }', { operationName: 'B' });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });
});

function nest(depth: number): unknown {
  return depth === 0 ? 1 : [nest(depth - 1)];
}

describe('a request', () => {
  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(graph.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const ok = '{"query":"{ viewer { id } }"}';

  test.each([
    ['that is not JSON', () => post('{'), 400, 'BAD_REQUEST'],
    ['that is a list', () => post('[]'), 400, 'BAD_REQUEST'],
    ['without an operation', () => post('{}'), 400, 'BAD_REQUEST'],
    ['that is too large', () => post(`"${'x'.repeat(256 * 1024)}"`), 413, 'PAYLOAD_TOO_LARGE'],
    [
      'with a simple content type',
      () => post(ok, { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'in another charset',
      () => post(ok, { 'content-type': 'application/json; charset=utf-16' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'that is compressed',
      () => post(ok, { 'content-encoding': 'gzip' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['that accepts only pictures', () => post(ok, { accept: 'image/png' }), 406, 'NOT_ACCEPTABLE'],
    [
      'with an invalid token',
      () => post(ok, { authorization: 'Bearer a.b.c' }),
      401,
      'UNAUTHENTICATED',
    ],
    [
      'with another scheme',
      () => post(ok, { authorization: 'Basic YTpi' }),
      401,
      'UNAUTHENTICATED',
    ],
    ['to delete', () => fetch(graph.url, { method: 'DELETE' }), 405, 'METHOD_NOT_ALLOWED'],
    ['to nowhere', () => fetch(`${graph.gateway.url}/nowhere`), 404, 'NOT_FOUND'],
    [
      'to change something by GET',
      () => fetch(`${graph.url}?query=${encodeURIComponent('mutation { logIn(password: "1") }')}`),
      405,
      'METHOD_NOT_ALLOWED',
    ],
  ])('%s is refused', async (_what, send, status, code) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test.each([
    ['expired', { expiresInSeconds: -1 }],
    ['of another issuer', { issuer: 'http://elsewhere' }],
    ['for another audience', { audience: 'someone' }],
    ['of another type', { typ: 'JWT' }],
  ])('with a token that is %s is refused', async (_what, options) => {
    const { status } = await graph.post('{ viewer { id } }', {
      token: await graph.token('usr_1', options),
    });
    expect(status).toBe(401);
  });

  test('with headers that are too large is refused', async () => {
    const response = await post(ok, { 'x-long': 'x'.repeat(17 * 1024) });
    expect(response.status).toBe(431);
  });

  test('carries nothing of the client to subgraphs but what is allowed', async () => {
    graph.subgraph('users').requests.length = 0;
    await graph.post('{ viewer { id } }', {
      token: await graph.token('usr_1'),
      headers: {
        'accept-language': 'fr',
        cookie: 'a=b',
        'x-skillswap-identity': 'forged',
        'x-evil': '1',
      },
    });
    const [seen] = graph.subgraph('users').requests;
    const names = Object.keys(seen?.headers ?? {}).sort();
    expect(names).toEqual([
      'accept',
      'accept-language',
      'content-length',
      'content-type',
      'host',
      'x-client-address',
      'x-deadline-ms',
      'x-request-id',
      'x-skillswap-identity',
    ]);
    expect(seen?.headers['x-skillswap-identity']).not.toBe('forged');
  });

  test('that a subgraph limits is answered with 429', async () => {
    graph.subgraph('users').answerWith = (_request, response) => {
      const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: 7 };
      const errors = [{ message: 'Slow down.', path: ['limited'], extensions }];
      response.writeHead(200).end(JSON.stringify({ data: { limited: null }, errors }));
    };
    const { status, headers, body } = await graph.post('mutation { limited }');
    graph.subgraph('users').answerWith = null;
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    expect(body.errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });

  test('that a subgraph has no room for is answered with 503, unless another part of it is there', async () => {
    graph.subgraph('users').answerWith = (_request, response) => {
      const extensions = { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 3 };
      const errors = [{ message: 'Come back soon.', path: ['crowded'], extensions }];
      response.writeHead(200).end(JSON.stringify({ data: null, errors }));
    };
    const refused = await graph.post('mutation { crowded }');
    const partly = await graph.post('{ viewer { id } __typename }');
    graph.subgraph('users').answerWith = null;
    const codeOf = ({ body }: typeof refused) => body.errors?.[0]?.extensions['code'];
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3']);
    expect(codeOf(refused)).toBe('SERVICE_UNAVAILABLE');
    expect([partly.status, partly.headers.get('retry-after')]).toEqual([200, null]);
  });

  test('that takes too long as a whole is answered with 504', async () => {
    graph.subgraph('users').answerWith = () => undefined;
    const { status, body } = await graph.post('{ viewer { id } }');
    graph.subgraph('users').answerWith = null;
    expect(status).toBe(504);
    expect(body.errors?.[0]?.extensions['code']).toBe('GATEWAY_TIMEOUT');
  });

  test('whose client leaves is no longer asked for', async () => {
    const left = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    graph.subgraph('users').answerWith = (_request, response) => {
      arrived.resolve(undefined);
      response.once('close', () => {
        left.resolve(undefined);
      });
    };
    const sent = request(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    sent.on('error', () => undefined);
    sent.end(ok);
    await arrived.promise;
    sent.destroy();
    await left.promise;
    graph.subgraph('users').answerWith = null;
  });

  test('from an allowed page may be read by it, from another not', async () => {
    const from = async (origin: string) =>
      (await post(ok, { origin })).headers.get('access-control-allow-origin');
    expect(await from('http://localhost:3000')).toBe('http://localhost:3000');
    expect(await from('http://evil.example')).toBeNull();
    const preflight = await fetch(graph.url, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test('of a browser gets the console', async () => {
    const response = await fetch(graph.url, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('SkillSwap GraphiQL');
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="?https?:/);
  });

  test('of a browser that opens a mail’s link gets to the console with the operation filled in', async () => {
    const response = await fetch(new URL('/verify-email?token=abc', graph.url), {
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    const { searchParams } = new URL(response.headers.get('location') ?? '', graph.url);
    expect(searchParams.get('query')).toContain('verifyEmail(input: { token: "abc" })');
  });
});
