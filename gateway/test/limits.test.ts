import { connect as connectTcp } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, inTime, openSocket, type ClientSocket } from './client-socket.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const users = {
  name: 'users',
  sdl: `${head}
    scalar JSON
    type Query { viewer(given: JSON): User @public }
    type Mutation { logIn(password: String): String @public, harmless: String @public }
    type Subscription { ticks: Int! @public }
    type User @key(fields: "id") {
      id: ID! @public
      friend: User @public
      crowd(size: Int!): [User] @public @listSize(slicingArguments: ["size"])
      matches(first: Int, last: Int): UserConnection @public
    }
    type UserConnection @public { count: Int! }
  `,
  resolvers: {
    Query: { viewer: () => ({ id: '1' }) },
    Mutation: { logIn: () => 'in', harmless: () => 'done' },
    User: {
      __resolveReference: (user: unknown) => user,
      friend: () => ({ id: '2' }),
      crowd: () => [],
    },
    Subscription: { ticks: { subscribe: never } },
  },
};

/** Events that do not happen. */
function never(): AsyncIterableIterator<unknown> {
  const ended = Promise.withResolvers<IteratorReturnResult<undefined>>();
  const iterator: AsyncIterableIterator<unknown> = {
    next: () => ended.promise,
    return: () => {
      ended.resolve({ done: true, value: undefined });
      return ended.promise;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const repeat = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');
const values = (count: number) => `{ viewer(given: [${'1 '.repeat(count)}]) { id } }`;
const braces = (depth: number) =>
  `{ viewer { ${'... { '.repeat(depth - 2)} id ${'} '.repeat(depth)}`;
const lists = (depth: number) =>
  `{ viewer(given: ${'['.repeat(depth)}${']'.repeat(depth)}) { id } }`;
const nested = (depth: number) =>
  `{ viewer ${'{ friend '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 1)}`;
const aliased = (count: number) => `{ viewer { ${repeat(count, (n) => `a${String(n)}: id`)} } }`;
const aliasedSchema = (count: number) =>
  `{ __type(name: "User") { ${repeat(count, (n) => `a${String(n)}: name`)} } }`;
const roots = (count: number) =>
  `{ ...F } fragment F on Query { ${repeat(count, () => 'viewer { id }')} }`;
const directives = (count: number) =>
  `{ viewer { ${repeat(count, () => 'id @include(if: true)')} } }`;
/** Two for `viewer` and the first spread, then in each of the fragments so many fields. */
const selections = (count: number) => {
  const perFragment = 249;
  const spreads = Math.floor((count - 1) / (perFragment + 1));
  const rest = count - 1 - spreads * (perFragment + 1);
  return `{ viewer { ${'...F '.repeat(spreads)}${'id '.repeat(rest)}} }
    fragment F on User { ${'id '.repeat(perFragment)}}`;
};
/** A fragment that stands for 2^`depth` fields. */
const bomb = (depth: number) =>
  `{ viewer { ...F0 } } ${repeat(
    depth,
    (n) => `fragment F${String(n)} on User { ...F${String(n + 1)} ...F${String(n + 1)} }`,
  )} fragment F${String(depth)} on User { id }`;
/** A person, and a crowd of those who are left of the cost. */
const costing = (cost: number) => `{ viewer { crowd(size: ${String(cost - 1)}) { id } } }`;
const guesses = (count: number) =>
  `mutation { harmless ${repeat(count, (n) => `a${String(n)}: logIn(password: "${String(n)}")`)} }`;
const page = (argument: string) => `{ viewer { matches(${argument}) { count } } }`;

/** Text, its limit, and what is answered above it. */
const documents: [string, (size: number) => string, number, string][] = [
  ['tokens', (size) => values(size - 12), 2_000, 'GRAPHQL_PARSE_FAILED'],
  ['levels of nesting', braces, 200, 'GRAPHQL_PARSE_FAILED'],
  ['levels of a value', lists, 10, 'GRAPHQL_PARSE_FAILED'],
  ['levels of depth', nested, 12, 'MAX_DEPTH_LIMIT'],
  ['aliases', aliased, 30, 'MAX_ALIASES_LIMIT'],
  ['aliases in introspection', aliasedSchema, 30, 'MAX_ALIASES_LIMIT'],
  ['root fields', roots, 20, 'MAX_ROOT_FIELDS_LIMIT'],
  ['directives', directives, 30, 'MAX_DIRECTIVES_LIMIT'],
  ['selections', selections, 5_000, 'COST_ESTIMATED_TOO_EXPENSIVE'],
  ['cost', costing, 1_000, 'COST_ESTIMATED_TOO_EXPENSIVE'],
  ['checks of credentials', guesses, 1, 'BAD_USER_INPUT'],
  ['items of a page', (size) => page(`first: ${String(size)}`), 100, 'BAD_USER_INPUT'],
  ['last items of a page', (size) => page(`last: ${String(size)}`), 100, 'BAD_USER_INPUT'],
];
const below = documents.flatMap(([what, write, limit]) => [
  { size: limit - 1, what, query: write(limit - 1) },
  { size: limit, what, query: write(limit) },
]);
const above = documents.map(([what, write, limit, code]) => ({
  size: limit + 1,
  what,
  query: write(limit + 1),
  code,
}));

describe('a document', () => {
  let socket: ClientSocket;
  beforeAll(async () => {
    socket = await connect(graph.url, await graph.token('usr_documents'));
  });
  afterAll(() => {
    socket[Symbol.dispose]();
  });
  const ask = async (payload: object) => {
    const id = crypto.randomUUID();
    socket.send({ id, type: 'subscribe', payload });
    const answer = await socket.next();
    if (answer.type === 'next') await socket.next();
    return answer;
  };

  test.each(below)('of $size $what is answered, on both entrances', async ({ query }) => {
    const { status, body } = await graph.post(query);
    expect(JSON.stringify(body.errors ?? null)).not.toMatch(/LIMIT|COST|BAD|PARSE|VALID/);
    expect(status).toBe(200);
    expect(await ask({ query })).toMatchObject({ type: 'next' });
  });

  test.each(above)('of $size $what is refused, on both entrances', async ({ query, code }) => {
    graph.subgraph('users').requests.length = 0;
    const { status, body } = await graph.post(query);
    expect([status, body.errors?.[0]?.extensions['code'], body.data]).toEqual([
      400,
      code,
      undefined,
    ]);
    expect(await ask({ query })).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code } }],
    });
    expect(graph.subgraph('users').requests).toEqual([]);
  });

  test.each([0, -1])('with a page of %i is refused', async (size) => {
    const { status, body } = await graph.post(page(`first: ${String(size)}`));
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('whose fragments stand for a billion fields is refused at once', async () => {
    const started = performance.now();
    const { status, body } = await graph.post(bomb(30));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([
      400,
      'COST_ESTIMATED_TOO_EXPENSIVE',
    ]);
  });

  const query = 'query ($given: JSON) { viewer(given: $given) { id } }';
  const sized = (bytes: number) => ({ given: 'x'.repeat(bytes - '{"given":""}'.length) });
  const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)]);
  // The object of all variables and the innermost, empty list.
  const nestedVariables = (levels: number) => ({ given: deep(levels - 1) });

  test.each([
    ['99,999 bytes', sized(99_999)],
    ['100,000 bytes', sized(100_000)],
    ['19 levels', nestedVariables(19)],
    ['20 levels', nestedVariables(20)],
  ])('with variables of %s is answered, on both entrances', async (_what, variables) => {
    expect((await graph.post(query, { variables })).status).toBe(200);
    expect(await ask({ query, variables })).toMatchObject({ type: 'next' });
  });

  test.each([
    ['100,001 bytes', sized(100_001)],
    ['21 levels', nestedVariables(21)],
  ])('with variables of %s is refused, on both entrances', async (_what, variables) => {
    const { status, body } = await graph.post(query, { variables });
    const refusal = { extensions: { code: 'BAD_USER_INPUT' } };
    expect([status, body.errors?.[0]]).toEqual([400, expect.objectContaining(refusal)]);
    expect(await ask({ query, variables })).toMatchObject({ type: 'error', payload: [refusal] });
  });
});

describe('a body', () => {
  const post = (body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
    fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const padded = (bytes: number) => '{"query":"{ viewer { id } }"}'.padEnd(bytes);
  const code = async (response: Response): Promise<unknown[]> => {
    const answer: unknown = await response.json();
    return [response.status, answer];
  };
  const tooLarge = [
    413,
    expect.objectContaining({
      errors: [expect.objectContaining({ extensions: { code: 'PAYLOAD_TOO_LARGE' } })],
    }),
  ];

  test.each([256 * 1024 - 1, 256 * 1024])('of %i bytes is read', async (bytes) => {
    expect((await post(padded(bytes))).status).toBe(200);
  });

  test('of 262,145 bytes is refused', async () => {
    expect(await code(await post(padded(256 * 1024 + 1)))).toEqual(tooLarge);
  });

  test.each(['gzip', 'deflate', 'br', 'zstd', 'gzip, identity'])(
    'that is compressed with %s is refused',
    async (encoding) => {
      const response = await post(gzipSync(padded(100)), { 'content-encoding': encoding });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
      });
    },
  );

  test('whose variables are nested a hundred thousand levels is refused as any other', async () => {
    const variables = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = await post(`{"query":"{ viewer { id } }","variables":{"a":${variables}}}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('headers', () => {
  /** Sends a request whose target, header names and values have so many bytes; the raw answer. */
  const send = (bytes: number, given: Readonly<Record<string, string>> = {}) => {
    const { port } = new URL(graph.url);
    const target = '/graphql?query=%7B__typename%7D';
    const headers: Record<string, string> = { host: 'localhost', connection: 'close', ...given };
    const used = Object.entries(headers).flat().join('').length + target.length;
    headers['x-long'] = 'x'.repeat(bytes - used - 'x-long'.length);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const answered = Promise.withResolvers<string>();
    const socket = connectTcp(Number(port), 'localhost');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (text.includes('\r\n\r\n') && text.startsWith('HTTP/1.1 101')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      answered.resolve(text);
    });
    socket.write([`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    return inTime(answered.promise);
  };
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
  };

  test.each([16 * 1024 - 1, 16 * 1024])(
    'of %i bytes are read, on both entrances',
    async (bytes) => {
      expect(await send(bytes)).toMatch(/^HTTP\/1.1 200 /);
      expect(await send(bytes, upgrade)).toMatch(/^HTTP\/1.1 101 /);
    },
  );

  test('of 16,385 bytes are refused in JSON, on both entrances', async () => {
    for (const answer of [await send(16 * 1024 + 1), await send(16 * 1024 + 1, upgrade)]) {
      expect(answer).toMatch(/^HTTP\/1.1 431 .*content-type: application\/json/s);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
        errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
      });
    }
  });

  test('that are none are refused in JSON', async () => {
    const { port } = new URL(graph.url);
    const answered = Promise.withResolvers<string>();
    const socket = connectTcp(Number(port), 'localhost');
    socket.once('data', (chunk) => {
      answered.resolve(chunk.toString());
    });
    socket.write('hello\r\n\r\n');
    const answer = await inTime(answered.promise);
    expect(answer).toMatch(/^HTTP\/1.1 400 .*"BAD_REQUEST"/s);
  });
});

describe('a socket', () => {
  const ping = (bytes: number) => '{"type":"ping"}'.padEnd(bytes);

  test.each([128 * 1024 - 1, 128 * 1024])('reads a frame of %i bytes', async (bytes) => {
    using socket = await connect(graph.url, await graph.token('usr_frames'));
    socket.sendText(ping(bytes));
    expect(await socket.next()).toMatchObject({ type: 'pong' });
  });

  test('closes with 1009 at a frame of 131,073 bytes', async () => {
    using socket = await connect(graph.url, await graph.token('usr_frames'));
    socket.sendText(ping(128 * 1024 + 1));
    expect(await socket.closed).toBe(1009);
  });

  test('runs 50 subscriptions, refuses another and takes one again when one is complete', async () => {
    using socket = await connect(graph.url, await graph.token('usr_many'));
    const subscribe = (id: string) => {
      socket.send({ id, type: 'subscribe', payload: { query: 'subscription { ticks }' } });
    };
    for (let count = 1; count <= 50; count += 1) subscribe(String(count));
    subscribe('51');
    expect(await socket.next()).toMatchObject({
      id: '51',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    socket.send({ id: '1', type: 'complete' });
    subscribe('52');
    subscribe('53');
    expect(await socket.next()).toMatchObject({ id: '53', type: 'error' });
  });

  test('is the tenth of a person, and the eleventh closes with 4429', async () => {
    await using sockets = new AsyncDisposableStack();
    const token = await graph.token('usr_sockets');
    for (let count = 1; count <= 10; count += 1) sockets.use(await connect(graph.url, token));
    using eleventh = await openSocket(graph.url);
    eleventh.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await eleventh.closed).toBe(4429);
    using other = await connect(graph.url, await graph.token('usr_other'));
    other.send({ type: 'ping' });
    expect(await other.next()).toMatchObject({ type: 'pong' });
  });

  test('leaves its place when it closes', async () => {
    const token = await graph.token('usr_leaving');
    for (let count = 1; count <= 12; count += 1) {
      using socket = await connect(graph.url, token);
      socket.close();
      await socket.closed;
    }
  });
});
