import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, openSocket, until, type ClientSocket } from './client-socket.ts';
import { createEventStore } from './event-store.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const store = createEventStore();
let posted = 0;

const notes = {
  name: 'users',
  sdl: `${head}
    type Query { note: String @public broken: String @public }
    type Mutation { post: Int @public }
    type Subscription { posted: Event! @public }
    type Event @public { seq: Int! }
  `,
  resolvers: {
    Query: {
      note: () => 'a note',
      broken: () => {
        throw new Error('db01 is gone');
      },
    },
    Mutation: { post: () => (posted += 1) },
    Subscription: {
      posted: { subscribe: () => store.follow(), resolve: (event: unknown) => event },
    },
  },
};

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([notes], {
    initTimeoutMilliseconds: 400,
    lifeCheckMilliseconds: 400,
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

const member = async (): Promise<ClientSocket> => connect(graph.url, await graph.token('usr_1'));
const subscribe = (query: string, id = '1') => ({ id, type: 'subscribe', payload: { query } });

/** Proves that the socket works and has nothing else to say. */
async function expectQuiet(socket: ClientSocket): Promise<void> {
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
}

describe('connection_init', () => {
  test('is answered with connection_ack', async () => {
    using socket = await openSocket(graph.url);
    const authorization = `Bearer ${await graph.token('usr_1')}`;
    socket.send({ type: 'connection_init', payload: { authorization } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
  });

  test.each([['without a payload'], ['with a token that is no text', { authorization: 7 }]])(
    '%s closes with 4403, because a socket is for somebody',
    async (_how, payload?: object) => {
      using socket = await openSocket(graph.url);
      socket.send({ type: 'connection_init', ...(payload && { payload }) });
      expect(await socket.closed).toBe(4403);
    },
  );

  test('that does not come in time closes with 4408', async () => {
    using socket = await openSocket(graph.url);
    expect(await socket.closed).toBe(4408);
  });

  test('that comes again while the first is looked at closes with 4429', async () => {
    using socket = await openSocket(graph.url);
    const authorization = `Bearer ${await graph.token('usr_1')}`;
    socket.send({ type: 'connection_init', payload: { authorization } });
    socket.send({ type: 'connection_init', payload: { authorization } });
    expect(await socket.closed).toBe(4429);
  });
});

describe('ping and pong', () => {
  test('a ping is answered with a pong, before connection_init too', async () => {
    using socket = await openSocket(graph.url);
    await expectQuiet(socket);
  });

  test('the payload of a ping is not sent back: it may be a token', async () => {
    using socket = await member();
    socket.send({ type: 'ping', payload: { secret: 'x' } });
    expect(await socket.next()).toEqual({ type: 'pong' });
  });

  test('a pong that nobody asked for is no fault', async () => {
    using socket = await member();
    socket.send({ type: 'pong', payload: { any: 'thing' } });
    await expectQuiet(socket);
  });
});

describe('subscribe', () => {
  test('of a query answers once and completes', async () => {
    using socket = await member();
    socket.send(subscribe('{ note }'));
    expect(await socket.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { note: 'a note' } },
    });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    await expectQuiet(socket);
  });

  test('of a mutation runs it once', async () => {
    using socket = await member();
    const before = posted;
    socket.send(subscribe('mutation { post }'));
    expect(await socket.next()).toMatchObject({ payload: { data: { post: before + 1 } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    expect(posted).toBe(before + 1);
  });

  test('of a query that fails inside answers next with errors that tell nothing', async () => {
    using socket = await member();
    socket.send(subscribe('{ broken }'));
    const message = await socket.next();
    expect(message).toMatchObject({
      type: 'next',
      payload: {
        data: { broken: null },
        errors: [{ path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      },
    });
    expect(JSON.stringify(message)).not.toContain('db01');
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
  });

  test.each([
    ['does not parse', '{', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['has several operations', 'query a { note } query b { note }', 'OPERATION_RESOLUTION_FAILURE'],
    ['lacks a variable', 'query ($skip: Boolean!) { note @skip(if: $skip) }', 'BAD_USER_INPUT'],
  ])('of a document that %s answers an error and nothing else', async (_how, query, code) => {
    using socket = await member();
    socket.send(subscribe(query));
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code } }],
    });
    await expectQuiet(socket);
  });

  test('names the operation and its variables', async () => {
    using socket = await member();
    const query = 'query a($skip: Boolean!) { note @skip(if: $skip) } query b { __typename }';
    const payload = { query, operationName: 'a', variables: { skip: true } };
    socket.send({ id: '1', type: 'subscribe', payload });
    expect(await socket.next()).toMatchObject({ payload: { data: {} } });
  });

  test('of an id that runs closes with 4409', async () => {
    using socket = await member();
    socket.send(subscribe('subscription { posted { seq } }'));
    socket.send(subscribe('{ note }'));
    expect(await socket.closed).toBe(4409);
  });

  test('may use the id of an operation that is over', async () => {
    using socket = await member();
    for (const note of ['a note', 'a note']) {
      socket.send(subscribe('{ note }'));
      expect(await socket.next()).toMatchObject({ payload: { data: { note } } });
      expect((await socket.next()).type).toBe('complete');
    }
  });

  test.each([
    ['without an id', { type: 'subscribe', payload: { query: '{ note }' } }],
    ['with an empty id', { id: '', type: 'subscribe', payload: { query: '{ note }' } }],
    ['without a payload', { id: '1', type: 'subscribe' }],
    ['without a query', { id: '1', type: 'subscribe', payload: {} }],
    [
      'with variables that are no object',
      { id: '1', type: 'subscribe', payload: { query: '{ note }', variables: 1 } },
    ],
  ])('%s closes with 4400', async (_how, message) => {
    using socket = await member();
    socket.send(message);
    expect(await socket.closed).toBe(4400);
  });
});

describe('complete', () => {
  test('ends a subscription at its owner; nothing more is said of it', async () => {
    using socket = await member();
    socket.send(subscribe('subscription { posted { seq } }'));
    await until(() => store.followers() === 1);
    socket.send({ id: '1', type: 'complete' });
    await until(() => store.followers() === 0);
    store.append();
    await expectQuiet(socket);
  });

  test('of an id that does not run is no fault', async () => {
    using socket = await member();
    socket.send({ id: 'never', type: 'complete' });
    await expectQuiet(socket);
  });

  test('in one breath with a new subscription of the same id leaves the new one running', async () => {
    using socket = await member();
    const posts = subscribe('subscription { posted { seq } }');
    socket.send(posts);
    await until(() => store.followers() === 1);
    const before = store.started();
    socket.send({ id: '1', type: 'complete' });
    socket.send(posts);
    await until(() => store.started() === before + 1 && store.followers() === 1);
    store.append();
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' });
    socket[Symbol.dispose]();
    await until(() => store.followers() === 0);
  });

  test('before a subscription has begun at its owner ends it there, too', async () => {
    using socket = await member();
    const before = store.started();
    for (const id of ['1', '2', '3']) {
      socket.send(subscribe('subscription { posted { seq } }', id));
      socket.send({ id, type: 'complete' });
    }
    await expectQuiet(socket);
    await until(() => store.followers() === 0);
    expect(store.started() - before).toBeLessThanOrEqual(3);
  });
});

describe('what is no message of a client', () => {
  test.each([
    ['text that is no JSON', 'hello'],
    ['JSON that is no object', '[]'],
    ['a message without a type', '{}'],
    ['a message of an unknown type', '{"type":"start"}'],
    ['connection_ack', '{"type":"connection_ack"}'],
    ['next', '{"type":"next","id":"1","payload":{}}'],
    ['error', '{"type":"error","id":"1","payload":[{"message":"x"}]}'],
  ])('closes with 4400: %s', async (_what, text) => {
    using socket = await member();
    socket.sendText(text);
    expect(await socket.closed).toBe(4400);
  });

  test('closes with 4400: a binary frame', async () => {
    using socket = await member();
    socket.sendBinary(Buffer.from('{"type":"ping"}'));
    expect(await socket.closed).toBe(4400);
  });

  test('is not heard any more once the socket closes: nothing runs', async () => {
    using socket = await member();
    const before = posted;
    socket.sendText('hello');
    socket.send(subscribe('mutation { post }'));
    expect(await socket.closed).toBe(4400);
    using other = await member();
    other.send(subscribe('mutation { post }'));
    expect(await other.next()).toMatchObject({ payload: { data: { post: before + 1 } } });
  });

  test('closes with 1009: a frame of more than 128 KiB', async () => {
    using socket = await member();
    const frame = (length: number) => `{"type":"ping"${' '.repeat(length - 15)}}`;
    socket.sendText(frame(128 * 1024));
    expect(await socket.next()).toEqual({ type: 'pong' });
    socket.sendText(frame(128 * 1024 + 1));
    expect(await socket.closed).toBe(1009);
  });
});

describe('a peer', () => {
  test('of another subprotocol is closed with 4406', async () => {
    using socket = await openSocket(graph.url, { protocol: null });
    expect(await socket.closed).toBe(4406);
    await expect(openSocket(graph.url, { protocol: 'graphql-ws' })).rejects.toThrow();
  });

  test('that gives no sign of life is cut off, and its subscription ends', async () => {
    const token = await graph.token('usr_1');
    using gone = await connect(graph.url, token, { autoPong: false });
    using alive = await member();
    gone.send(subscribe('subscription { posted { seq } }'));
    await until(() => store.followers() === 1);
    expect(await gone.closed).toBe(1006);
    await until(() => store.followers() === 0);
    await expectQuiet(alive);
  });

  test('that floods with pings and reads nothing is not read any more, and recovers', async () => {
    using socket = await member();
    socket.pause();
    const message = JSON.stringify({ type: 'ping' });
    for (let count = 0; count < 20_000; count += 1) socket.sendText(message);
    socket.send(subscribe('{ note }'));
    socket.resume();
    for (let count = 0; count < 20_000; count += 1) await socket.next();
    expect(await socket.next()).toMatchObject({ payload: { data: { note: 'a note' } } });
  });
});
