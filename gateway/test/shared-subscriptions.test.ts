import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, until, type ClientSocket } from './client-socket.ts';
import { createEventStore, type EventStore } from './event-store.ts';
import { head, resumable, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

let store: EventStore;

const chat = {
  name: 'chat',
  sdl: `${head}${resumable}
    type Query { chats: Int @public }
    type Subscription {
      sent(room: ID!, afterSeq: Int): Event! @authenticated @resumable(argument: "afterSeq", field: "seq")
      state(room: ID!): Event! @authenticated
    }
    type Event @public { seq: Int! text: String! sender: User secret: String @requiresScopes(scopes: [["admin"]]) }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Subscription: {
      sent: {
        subscribe: (_: unknown, { afterSeq }: { readonly afterSeq?: number | null }) =>
          store.follow(afterSeq),
        resolve: (event: unknown) => event,
      },
      state: { subscribe: () => store.follow(0), resolve: (event: unknown) => event },
    },
    Event: { sender: () => ({ id: 'usr_9' }) },
  },
};

const users = {
  name: 'users',
  sdl: `${head}
    type Query { viewer: User @public }
    type User @key(fields: "id") { id: ID! @public name: String! @public }
  `,
  resolvers: {
    User: { __resolveReference: ({ id }: { readonly id: string }) => ({ id, name: `user ${id}` }) },
  },
};

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users, chat]);
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  store = createEventStore();
  graph.subgraph('users').requests.length = 0;
});

const member = async (userId: string, scopes?: readonly string[]): Promise<ClientSocket> =>
  connect(graph.url, await graph.token(userId, scopes && { scopes }));
const subscribe = (query: string, { id = '1', variables = {} } = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});
const sent = 'subscription { sent(room: "r") { seq } }';

/** Subscribes on each socket, one after the other; resolves when the owner has `upstreams` of them. */
async function follow(
  sockets: readonly ClientSocket[],
  upstreams: number,
  queries: readonly string[] = [sent],
): Promise<void> {
  for (const [at, socket] of sockets.entries()) {
    socket.send(subscribe(queries[at % queries.length] ?? sent));
    await expectQuiet(socket);
  }
  await until(() => store.started() === upstreams);
}

async function expectQuiet(socket: ClientSocket): Promise<void> {
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
}

async function expectSeqs(socket: ClientSocket, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs) {
    const message = await socket.next();
    expect(message).toMatchObject({ type: 'next', payload: { data: { sent: { seq } } } });
  }
}

describe('equal subscriptions', () => {
  test('of one person share one at the owner, and each event is joined once', async () => {
    using laptop = await member('usr_1');
    using phone = await connect(graph.url, await graph.token('usr_1', { sid: 'aus_phone' }));
    await follow([laptop, phone], 1, ['subscription { sent(room: "r") { seq sender { name } } }']);
    for (const seq of [1, 2, 3]) {
      store.append();
      for (const socket of [laptop, phone]) {
        expect(await socket.next()).toEqual({
          id: '1',
          type: 'next',
          payload: { data: { sent: { seq, sender: { name: 'user usr_9' } } } },
        });
      }
    }
    expect(graph.subgraph('users').requests).toHaveLength(3);
    expect(store.started()).toBe(1);
  });

  test.each([
    ['people', sent, sent, 'usr_2', undefined],
    ['rights', sent, sent, 'usr_1', ['admin']],
    ['arguments', sent, sent.replace('"r"', '"s"'), 'usr_1', undefined],
    ['selections', sent, sent.replace('seq', 'seq text'), 'usr_1', undefined],
    ['cursors', sent, sent.replace('"r"', '"r", afterSeq: 0'), 'usr_1', undefined],
  ])('do not share with those of other %s', async (_what, mine, others, userId, scopes) => {
    using one = await member('usr_1');
    using other = await member(userId, scopes);
    await follow([one, other], 2, [mine, others]);
  });

  test('keep each its own id', async () => {
    using socket = await member('usr_1');
    socket.send(subscribe(sent, { id: 'a' }));
    socket.send(subscribe(sent, { id: 'b "quoted" ü' }));
    await expectQuiet(socket);
    await until(() => store.started() === 1);
    store.append();
    expect([(await socket.next()).id, (await socket.next()).id]).toEqual(['a', 'b "quoted" ü']);
  });

  test('end at the owner with the last of them and not before', async () => {
    using one = await member('usr_1');
    using other = await member('usr_1');
    await follow([one, other], 1);
    one.send({ id: '1', type: 'complete' });
    await expectQuiet(one);
    store.append();
    await expectSeqs(other, [1]);
    expect(store.followers()).toBe(1);
    other[Symbol.dispose]();
    await until(() => store.followers() === 0);
  });
});

describe('who comes later', () => {
  test('joins a subscription to what happens next, and gets what happens next', async () => {
    using first = await member('usr_1');
    await follow([first], 1);
    store.append();
    await expectSeqs(first, [1]);
    using late = await member('usr_1');
    await follow([late], 1);
    store.append();
    await expectSeqs(first, [2]);
    await expectSeqs(late, [2]);
  });

  test('gets all that follows its cursor, whatever others of that cursor had already', async () => {
    const replay = 'subscription { sent(room: "r", afterSeq: 0) { seq } }';
    store.append();
    using first = await member('usr_1');
    first.send(subscribe(replay));
    await expectSeqs(first, [1]);
    using late = await member('usr_1');
    late.send(subscribe(replay));
    await expectSeqs(late, [1]);
    store.append();
    await expectSeqs(first, [2]);
    await expectSeqs(late, [2]);
    expect(store.started()).toBe(2);
  });

  test('gets the state that a subscription begins with, where the owner declares nothing', async () => {
    const state = 'subscription { state(room: "r") { seq } }';
    store.append();
    using sockets = new DisposableStack();
    for (const followers of [1, 2]) {
      const socket = sockets.use(await member('usr_1'));
      socket.send(subscribe(state));
      expect(await socket.next()).toMatchObject({ payload: { data: { state: { seq: 1 } } } });
      expect(store.followers()).toBe(followers);
    }
  });
});

test('the metrics tell subscriptions and what they cost at subgraphs apart', async () => {
  using one = await member('usr_1');
  using other = await member('usr_1');
  await follow([one, other], 1);
  const read = async () => (await fetch(`${graph.gateway.internalUrl}/metrics`)).text();
  // Those of the tests before are on their way out.
  await expect.poll(read).toMatch(/^gateway_subscriptions 2$/m);
  await expect.poll(read).toMatch(/^gateway_subscription_upstreams 1$/m);
});
