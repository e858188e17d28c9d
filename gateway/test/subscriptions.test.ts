import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { connect, inTime, openSocket, until } from './client-socket.ts';
import { startToySubgraph } from './toy-subgraph.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

/** A source of events that a test pushes into and that notices when nobody listens any more. */
function createSource() {
  const queued: unknown[] = [];
  let wake = Promise.withResolvers<undefined>();
  let listeners = 0;
  return {
    listeners: () => listeners,
    push(event: unknown) {
      queued.push(event);
      wake.resolve(undefined);
    },
    listen(): AsyncIterableIterator<unknown> {
      listeners += 1;
      let at = 0;
      let left = false;
      const iterator: AsyncIterableIterator<unknown> = {
        async next() {
          while (!left && at >= queued.length) {
            await wake.promise;
            if (at >= queued.length) wake = Promise.withResolvers<undefined>();
          }
          if (left) return { done: true, value: undefined };
          const value = queued[at];
          at += 1;
          return { done: false, value };
        },
        return() {
          if (!left) listeners -= 1;
          left = true;
          wake.resolve(undefined);
          return Promise.resolve({ done: true, value: undefined });
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      return iterator;
    },
  };
}

let source: ReturnType<typeof createSource>;

const chat = {
  name: 'chat',
  sdl: `${head}
    type Query { chats: Int @public }
    type Subscription {
      sent(room: ID!): Message! @authenticated
      audit: Message! @requiresScopes(scopes: [["audit"]])
    }
    type Message @public { seq: Int! text: String sender: User }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Subscription: {
      sent: {
        subscribe: (_: unknown, { room = '' }: Readonly<Record<string, string>>) => {
          if (room === 'closed') throw new Error('room 17 in db chat01 is closed');
          return source.listen();
        },
        resolve: (event: unknown) => event,
      },
      audit: { subscribe: () => source.listen(), resolve: (event: unknown) => event },
    },
  },
};

const users = {
  name: 'users',
  sdl: `${head}
    type Query { viewer: User @public }
    type User @key(fields: "id") { id: ID! @public name: String! @public email: String @requiresScopes(scopes: [["admin"]]) }
  `,
  resolvers: {
    User: {
      __resolveReference: ({ id }: Readonly<Record<string, string>>) => ({
        id,
        name: `user ${String(id)}`,
      }),
    },
  },
};

let graph: ToySupergraph;
const start = () => startToySupergraph([users, chat], { upstreamPatienceMilliseconds: 500 });
beforeAll(async () => {
  graph = await start();
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  source = createSource();
  graph.subgraph('chat').subscribed.length = 0;
});

/** Each test of a group that ends what others share has a graph of its own. */
function haveOwnGraph(): void {
  let shared: ToySupergraph;
  beforeEach(async () => {
    shared = graph;
    graph = await start();
  });
  afterEach(async () => {
    await graph[Symbol.asyncDispose]();
    graph = shared;
  });
}

const subscribe = (query: string, id = '1') => ({ id, type: 'subscribe', payload: { query } });
const joined = 'subscription { sent(room: "r") { seq sender { name email } } }';

describe('a subscription', () => {
  test('brings events joined with what other subgraphs know, in order', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe(joined));
    for (const seq of [1, 2, 3]) source.push({ seq, sender: { id: String(seq) } });
    for (const seq of [1, 2, 3]) {
      expect(await socket.next()).toMatchObject({
        id: '1',
        type: 'next',
        payload: {
          data: { sent: { seq, sender: { name: `user ${String(seq)}`, email: null } } },
          errors: [
            {
              path: ['sent', 'sender', 'email'],
              extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
            },
          ],
        },
      });
    }
  });

  test('goes on without what a subgraph that is away would add', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe('subscription { sent(room: "r") { seq sender { name } } }'));
    graph.subgraph('users').answerWith = (_request, response) => response.destroy();
    source.push({ seq: 1, sender: { id: '1' } });
    expect(await socket.next()).toMatchObject({
      payload: {
        data: { sent: { seq: 1, sender: null } },
        errors: [{ extensions: { code: 'SUBREQUEST_HTTP_ERROR' } }],
      },
    });
    graph.subgraph('users').answerWith = null;
    source.push({ seq: 2, sender: { id: '2' } });
    expect(await socket.next()).toMatchObject({
      payload: { data: { sent: { sender: { name: 'user 2' } } } },
    });
  });

  test('carries its viewer to the subgraph, and many share one connection', async () => {
    using ada = await connect(graph.url, await graph.token('usr_ada'));
    using bob = await connect(graph.url, await graph.token('usr_bob'));
    ada.send(subscribe(joined));
    bob.send(subscribe(joined));
    await until(() => source.listeners() === 2);
    expect(graph.subgraph('chat').socketCount()).toBe(1);
    const secret = new TextEncoder().encode('a-secret-for-tests-with-enough-characters');
    const ids = await Promise.all(
      graph.subgraph('chat').subscribed.map(async (extensions) => {
        const { identity } = z.object({ identity: z.string() }).parse(extensions);
        const { payload } = await jwtVerify(identity, secret, { audience: 'chat' });
        return z.object({ id: z.string() }).parse(payload['viewer']).id;
      }),
    );
    expect(ids.sort()).toEqual(['usr_ada', 'usr_bob']);
  });

  test('that the viewer may not have answers as if there were nothing; the socket stays', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    const nothing = {
      type: 'error',
      payload: [
        { message: 'There is nothing here to subscribe to.', extensions: { code: 'FORBIDDEN' } },
      ],
    };
    socket.send(subscribe('subscription { audit { seq } }'));
    expect(await socket.next()).toEqual({ id: '1', ...nothing });
    expect(source.listeners()).toBe(0);
    socket.send(subscribe('{ viewer { id } }', '2'));
    expect(await socket.next()).toMatchObject({ id: '2', type: 'next' });
  });

  test('whose start fails inside tells nothing about the inside', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe('subscription { sent(room: "closed") { seq } }'));
    const message = await socket.next();
    expect(message.type).toBe('error');
    expect(JSON.stringify(message)).not.toMatch(/room 17|chat01/);
  });

  test('that is invalid answers the error of HTTP', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe('subscription { nothing }'));
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  test('ends at the subgraph when the client completes it', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe(joined));
    await until(() => source.listeners() === 1);
    socket.send({ id: '1', type: 'complete' });
    await until(() => source.listeners() === 0);
  });

  test('ends at the subgraph when the client vanishes', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe(joined));
    await until(() => source.listeners() === 1);
    socket[Symbol.dispose]();
    await until(() => source.listeners() === 0);
  });

  test('whose upstream is lost closes with 1012, so that the client comes back with its cursor', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe(joined));
    await until(() => source.listeners() === 1);
    graph.subgraph('chat').cutSockets();
    expect(await socket.closed).toBe(1012);
    using again = await connect(graph.url, await graph.token('usr_1'));
    again.send(subscribe(joined));
    source.push({ seq: 5, sender: null });
    expect(await again.next()).toMatchObject({
      payload: { data: { sent: { seq: 5, sender: null } } },
    });
  });
});

describe('while a subgraph is away', () => {
  haveOwnGraph();

  test('its subscriptions end with an error, and those of others stay', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    await graph.subgraph('chat')[Symbol.asyncDispose]();
    socket.send(subscribe(joined));
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'SUBREQUEST_HTTP_ERROR' } }],
    });
    socket.send(subscribe('{ viewer { id } }', '2'));
    expect(await socket.next()).toMatchObject({ id: '2', type: 'next' });
  });

  test('a subscription waits for it to return', async () => {
    const { url } = graph.subgraph('chat');
    await graph.subgraph('chat')[Symbol.asyncDispose]();
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe('subscription { sent(room: "r") { seq } }'));
    await using returned = await startToySubgraph(chat, Number(new URL(url).port));
    source.push({ seq: 1 });
    expect(await socket.next()).toMatchObject({ payload: { data: { sent: { seq: 1 } } } });
    expect(returned.socketCount()).toBe(1);
  });
});

describe('a socket', () => {
  test.each([
    ['without a token', {}],
    ['with an invalid one', { authorization: 'Bearer a.b.c' }],
  ])('%s closes with 4403', async (_what, payload) => {
    using socket = await openSocket(graph.url);
    socket.send({ type: 'connection_init', payload });
    expect(await socket.closed).toBe(4403);
  });

  test('without the protocol closes with 4406', async () => {
    using socket = await openSocket(graph.url, { protocol: null });
    expect(await socket.closed).toBe(4406);
  });

  test('that subscribes first closes with 4401', async () => {
    using socket = await openSocket(graph.url);
    socket.send(subscribe(joined));
    expect(await socket.closed).toBe(4401);
  });

  test('that initialises twice closes with 4429', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send({ type: 'connection_init', payload: {} });
    expect(await socket.closed).toBe(4429);
  });

  test('that uses an id twice closes with 4409', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send(subscribe(joined));
    socket.send(subscribe(joined));
    expect(await socket.closed).toBe(4409);
  });

  test('that sends no message of the protocol closes with 4400', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.sendText('hello');
    expect(await socket.closed).toBe(4400);
  });

  test('of a page that is not allowed is refused', async () => {
    await expect(openSocket(graph.url, { origin: 'http://evil.example' })).rejects.toThrow('403');
  });

  test('closes with 4403 when its token has ended', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1', { expiresInSeconds: 60 }));
    graph.clock.advance(91_000);
    expect(await socket.closed).toBe(4403);
  });

  test('stays when a ping brought a fresh token in time', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1', { expiresInSeconds: 60 }));
    using other = await connect(graph.url, await graph.token('usr_2', { expiresInSeconds: 60 }));
    graph.clock.advance(50_000);
    const fresh = await graph.token('usr_1', { expiresInSeconds: 600 });
    socket.send({ type: 'ping', payload: { authorization: `Bearer ${fresh}` } });
    expect((await socket.next()).type).toBe('pong');
    graph.clock.advance(50_000);
    expect(await other.closed).toBe(4403);
    socket.send(subscribe('{ viewer { id } }'));
    expect((await socket.next()).type).toBe('next');
  });

  test('closes with 4403 when a ping brings the token of somebody else', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    socket.send({
      type: 'ping',
      payload: { authorization: `Bearer ${await graph.token('usr_2')}` },
    });
    expect(await socket.closed).toBe(4403);
  });

  test('closes with 4403 when a ping brings a token with other rights: what runs was admitted for the old ones', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1', { scopes: ['audit'] }));
    socket.send(subscribe('subscription { audit { seq } }'));
    await until(() => source.listeners() === 1);
    const fresh = await graph.token('usr_1', { scopes: [] });
    socket.send({ type: 'ping', payload: { authorization: `Bearer ${fresh}` } });
    expect(await socket.closed).toBe(4403);
    await until(() => source.listeners() === 0);
  });
});

describe('a socket of a gateway that stops', () => {
  haveOwnGraph();

  test('closes with 1012, while running requests finish', async () => {
    using socket = await connect(graph.url, await graph.token('usr_1'));
    const asked = Promise.withResolvers<() => void>();
    graph.subgraph('users').answerWith = (_request, response) => {
      asked.resolve(() => response.writeHead(200).end('{"data":{"viewer":{"id":"1"}}}'));
    };
    const running = graph.post('{ viewer { id } }');
    const answer = await inTime(asked.promise);
    const stopped = graph.gateway[Symbol.asyncDispose]();
    expect(await socket.closed).toBe(1012);
    answer();
    expect((await running).body.data).toEqual({ viewer: { id: '1' } });
    await stopped;
    await expect(fetch(graph.url)).rejects.toThrow();
  });
});
