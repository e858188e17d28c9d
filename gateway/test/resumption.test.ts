import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, inTime, until, type ClientSocket } from './client-socket.ts';
import { createEventStore, type EventStore } from './event-store.ts';
import { startToySubgraph } from './toy-subgraph.ts';
import { head, resumable, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

let store: EventStore;

const chat = {
  name: 'chat',
  sdl: `${head}${resumable}
    type Query { chats: Int @public }
    type Subscription {
      sent(afterSeq: Int): Event! @authenticated @resumable(argument: "afterSeq", field: "seq")
      ticked: Event! @authenticated
    }
    type Event @public { seq: Int! text: String! sender: User }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Subscription: {
      sent: {
        subscribe: (_: unknown, { afterSeq }: { readonly afterSeq?: number | null }) =>
          store.follow(afterSeq),
        resolve: (event: unknown) => event,
      },
      ticked: { subscribe: () => store.follow(), resolve: (event: unknown) => event },
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
const start = () => startToySupergraph([users, chat], { upstreamPatienceMilliseconds: 2_000 });
beforeAll(async () => {
  graph = await start();
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  store = createEventStore();
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

const member = async (userId = 'usr_1'): Promise<ClientSocket> =>
  connect(graph.url, await graph.token(userId));
const subscribe = (query: string, variables = {}) => ({
  id: '1',
  type: 'subscribe',
  payload: { query, variables },
});

/** Reads events until there are `count` of them, which are exactly those from `first` on. */
async function expectSequence(socket: ClientSocket, first: number, count: number): Promise<void> {
  const expected = Array.from({ length: count }, (_, at) => first + at);
  const seqs: unknown[] = [];
  while (seqs.length < count) {
    const { type, payload } = await socket.next();
    expect(type).toBe('next');
    seqs.push(JSON.parse(/"seq":(\d+)/.exec(JSON.stringify(payload))?.[1] ?? 'null'));
  }
  expect(seqs).toEqual(expected);
}

/** Text so large that a handful of events fill a socket that is not read. */
const large = 'x'.repeat(200_000);

describe('a client that reads too slowly', () => {
  test.each([
    ['few large events', 40, large, 'seq text'],
    ['many small events', 3_000, '', 'seq'],
    ['more events than are joined at a time', 1_500, '', 'seq sender { name }'],
  ])('gets every one of %s once and in order', async (_what, count, text, fields) => {
    using slow = await member();
    using quick = await member('usr_2');
    const query = `subscription { sent(afterSeq: 0) { ${fields} } }`;
    slow.send(subscribe(query));
    quick.send(subscribe(query));
    await until(() => store.followers() === 2);
    slow.pause();
    for (let seq = 1; seq <= count; seq += 1) store.append(text);
    await expectSequence(quick, 1, count);
    slow.resume();
    await expectSequence(slow, 1, count);
    store.append();
    await expectSequence(slow, count + 1, 1);
  });

  test('takes nothing from its owner while it is behind', async () => {
    using slow = await member();
    slow.send(subscribe('subscription { sent { seq text } }'));
    await until(() => store.followers() === 1);
    slow.pause();
    const before = await behind();
    const pressed = pressUntil(() => store.followers() === 0);
    const count = await inTime(pressed);
    expect(await behind()).toBe(before + 1);
    slow.resume();
    await expectSequence(slow, 1, count);
    expect(store.followers()).toBe(1);
  });

  test('does not hold up others of the same subscription', async () => {
    using slow = await member();
    using quick = await member();
    for (const socket of [slow, quick])
      socket.send(subscribe('subscription { sent { seq text } }'));
    await until(() => store.started() === 1);
    slow.pause();
    for (let seq = 1; seq <= 60; seq += 1) {
      store.append(large);
      await expectSequence(quick, seq, 1);
    }
    slow.resume();
    await expectSequence(slow, 1, 60);
  });

  test('is asked to come back where its place is not known', async () => {
    using slow = await member();
    slow.send(subscribe('subscription { ticked { seq text } }'));
    await until(() => store.followers() === 1);
    slow.pause();
    await inTime(pressUntil(() => store.followers() === 0));
    slow.resume();
    expect(await slow.closed).toBe(1012);
  });
});

describe('a subscription whose owner is lost', () => {
  test.each([
    ['by a variable', 'subscription ($after: Int) { sent(afterSeq: $after) { seq } }'],
    [
      'by a variable with a name of the planner',
      'subscription ($representations: Int) { sent(afterSeq: $representations) { seq } }',
    ],
    ['by its text', 'subscription { sent(afterSeq: 0) { seq } }'],
    ['under another name', 'subscription { sent: sent(afterSeq: 0) { cursor: text n: seq seq } }'],
  ])('goes on after its last event when it was placed %s', async (_how, query) => {
    using socket = await member();
    store.append();
    store.append();
    socket.send(subscribe(query, { after: 0, representations: 0 }));
    await expectSequence(socket, 1, 2);
    graph.subgraph('chat').cutSockets();
    store.append();
    await expectSequence(socket, 3, 1);
  });

  test('goes on when it began with what happens next and has had an event', async () => {
    using socket = await member();
    socket.send(subscribe('subscription { sent { text sender { name } } }'));
    await until(() => store.followers() === 1);
    store.append('a');
    expect(await socket.next()).toMatchObject({ payload: { data: { sent: { text: 'a' } } } });
    graph.subgraph('chat').cutSockets();
    store.append('b');
    expect(await socket.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { sent: { text: 'b', sender: { name: 'user usr_9' } } } },
    });
  });

  test('closes with 1012 when it has had no event to go on from', async () => {
    using socket = await member();
    socket.send(subscribe('subscription { sent { seq } }'));
    await until(() => store.followers() === 1);
    graph.subgraph('chat').cutSockets();
    expect(await socket.closed).toBe(1012);
  });

  test('stays shared when it goes on', async () => {
    using one = await member();
    using other = await member();
    for (const socket of [one, other]) socket.send(subscribe('subscription { sent { seq } }'));
    await until(() => store.followers() === 1);
    store.append();
    for (const socket of [one, other]) await expectSequence(socket, 1, 1);
    graph.subgraph('chat').cutSockets();
    await until(() => store.started() === 2 && store.followers() === 1);
    store.append();
    for (const socket of [one, other]) await expectSequence(socket, 2, 1);
    expect(store.started()).toBe(2);
  });
});

describe('a subscription whose owner has ended', () => {
  haveOwnGraph();

  test('goes on when the owner returns within the time that it is waited for', async () => {
    using socket = await member();
    store.append();
    socket.send(subscribe('subscription { sent(afterSeq: 0) { seq } }'));
    await expectSequence(socket, 1, 1);
    const { port } = new URL(graph.subgraph('chat').url);
    await graph.subgraph('chat')[Symbol.asyncDispose]();
    store.append();
    await using returned = await startToySubgraph(chat, Number(port));
    await expectSequence(socket, 2, 1);
    expect(returned.socketCount()).toBe(1);
  });

  test('closes with 1012 when the owner stays away, so that the client keeps trying', async () => {
    using socket = await member();
    store.append();
    socket.send(subscribe('subscription { sent(afterSeq: 0) { seq } }'));
    await expectSequence(socket, 1, 1);
    await graph.subgraph('chat')[Symbol.asyncDispose]();
    expect(await socket.closed).toBe(1012);
  });
});

test('whatever happens on the way, every subscriber gets 1 to N once and in order', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const), at: fc.nat(2) }),
    fc.record({ kind: fc.constant('cut' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      // Before there is an event, nothing tells where to go on.
      store = createEventStore();
      store.append();
      // Two of one person share; the third is on its own.
      const sockets = [await member(), await member(), await member('usr_2')];
      for (const socket of sockets) {
        socket.send(subscribe('subscription { sent(afterSeq: 0) { seq text sender { name } } }'));
      }
      let count = 1;
      for (const chosen of steps) {
        if (chosen.kind === 'append') {
          for (let event = 0; event < chosen.count; event += 1) store.append(large);
          count += chosen.count;
        } else if (chosen.kind === 'cut') graph.subgraph('chat').cutSockets();
        else sockets[chosen.at]?.[chosen.kind]();
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const socket of sockets) socket.resume();
      for (const socket of sockets) await expectSequence(socket, 1, count);
      for (const socket of sockets) socket[Symbol.dispose]();
      await until(() => store.followers() === 0);
    }),
    { numRuns: 8 },
  );
}, 120_000);

/** Adds large events until the condition holds; answers how many. */
async function pressUntil(condition: () => boolean): Promise<number> {
  let count = 0;
  while (!condition()) {
    store.append(large);
    count += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return count;
}

async function behind(): Promise<number> {
  const metrics = await (await fetch(`${graph.gateway.internalUrl}/metrics`)).text();
  return Number(/^gateway_subscriptions_behind_total (\d+)$/m.exec(metrics)?.[1]);
}
