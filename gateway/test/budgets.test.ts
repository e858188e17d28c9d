import { createLog } from '@skillswap/kit/log';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bucketOf } from '../src/budgets/allowance.ts';
import type { Buckets } from '../src/budgets/buckets.ts';
import { createBudgets } from '../src/budgets/budgets.ts';
import { createLocalBuckets } from '../src/budgets/local-buckets.ts';
import { openRedisBuckets } from '../src/budgets/redis-buckets.ts';
import { createSteadyBuckets } from '../src/budgets/steady-buckets.ts';
import { connect } from './client-socket.ts';
import { startTap } from './tap.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const silent = createLog('gateway', 'silent');
const stack = new AsyncDisposableStack();
afterAll(() => stack.disposeAsync());

/** Fills so slowly that nothing comes back during a test. */
const slow = { size: 100, refillPerSecond: 0.001 };
const fast = { size: 100, refillPerSecond: 1_000 };
/** Longer than in the product: here nothing takes the place of an answer that is late. */
const patience = 1_000;

const openRedis = (port = Number(new URL(inject('redisUrl')).port)) => {
  const redis = stack.adopt(new Redis(port), (opened) => {
    opened.disconnect();
  });
  redis.on('error', () => undefined);
  return redis;
};
const openShared = async (redis: Redis) => {
  const buckets = stack.use(openRedisBuckets(redis, `${crypto.randomUUID()}:`, patience));
  // An operation does not wait for the connection.
  while ((await buckets.take('warm', slow, 0).catch(() => null)) === null);
  return buckets;
};

describe.each([
  ['in this process', () => Promise.resolve(createLocalBuckets())],
  ['in Redis', () => openShared(openRedis())],
])('a bucket %s', (_where, open) => {
  let buckets: Buckets;
  let key: string;
  beforeAll(async () => {
    buckets = await open();
  });
  beforeEach(() => {
    key = crypto.randomUUID();
  });
  const take = async (amount: number, allowance = slow) => {
    const { isTaken, remaining } = await buckets.take(key, allowance, amount);
    return { isTaken, remaining: Math.floor(remaining) };
  };

  test('gives all of it at once, and nothing when there is less', async () => {
    expect(await take(60)).toEqual({ isTaken: true, remaining: 40 });
    expect(await take(41)).toEqual({ isTaken: false, remaining: 40 });
    expect(await take(40)).toEqual({ isTaken: true, remaining: 0 });
    expect(await take(1)).toEqual({ isTaken: false, remaining: 0 });
  });

  test('never gives more than it holds', async () => {
    expect(await take(101)).toEqual({ isTaken: false, remaining: 100 });
    expect(await take(100)).toEqual({ isTaken: true, remaining: 0 });
  });

  test('takes back what was not needed, up to its size', async () => {
    await take(60);
    expect(await take(-30)).toEqual({ isTaken: true, remaining: 70 });
    expect(await take(-500)).toEqual({ isTaken: true, remaining: 100 });
    expect(await take(101)).toEqual({ isTaken: false, remaining: 100 });
  });

  test('fills by itself', async () => {
    await take(100, fast);
    await expect.poll(async () => (await take(0, fast)).remaining).toBeGreaterThan(50);
    await expect.poll(async () => (await take(0, fast)).remaining).toBe(100);
  });

  test('is nobody else’s', async () => {
    await take(100);
    expect((await buckets.take(crypto.randomUUID(), slow, 100)).isTaken).toBe(true);
  });

  test('gives to as many at once as it has for', async () => {
    const taken = await Promise.all(Array.from({ length: 200 }, () => take(7)));
    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(14);
  });
});

describe('buckets in Redis', () => {
  test('are shared by all instances', async () => {
    const prefix = `${crypto.randomUUID()}:`;
    const instances = [openRedis(), openRedis()].map((redis) =>
      stack.use(openRedisBuckets(redis, prefix, patience)),
    );
    const take = async (at: number) =>
      (await instances[at % 2]?.take('one', slow, 10).catch(() => null))?.isTaken;
    await expect.poll(() => take(0)).toBe(true);
    await expect.poll(() => take(1)).toBe(true);
    const taken = await Promise.all(Array.from({ length: 20 }, (_, at) => take(at)));
    expect(taken.filter((isTaken) => isTaken === true)).toHaveLength(8);
  });

  test('are gone when they are full', async () => {
    const redis = openRedis();
    const buckets = await openShared(redis);
    const key = crypto.randomUUID();
    await buckets.take(key, fast, 100);
    await expect.poll(() => redis.keys(`*${key}`)).toEqual([]);
  });

  test('are counted here while Redis hangs, and there again when it answers', async () => {
    const tap = stack.use(await startTap(Number(new URL(inject('redisUrl')).port)));
    const steady = createSteadyBuckets(
      await openShared(openRedis(tap.port)),
      createLocalBuckets(),
      silent,
    );
    const take = (amount: number) => steady.take('hanging', slow, amount);
    expect(await take(90)).toEqual({ isTaken: true, remaining: 10 });
    tap.close();
    // A budget of this process's own, which also ends.
    expect(await take(60)).toMatchObject({ isTaken: true });
    expect(await take(60)).toMatchObject({ isTaken: false });
    tap.open();
    await expect
      .poll(() => take(11), { timeout: 5_000 })
      .toEqual({ isTaken: false, remaining: 10 });
  });
});

describe('a budget belongs to', () => {
  const member = (id: string): Member => ({
    kind: 'member',
    id,
    roles: [],
    scopes: [],
    authSessionId: 'aus_1',
    authTime: 0,
  });
  const at = (clientAddress: string | null) => bucketOf({ viewer: anonymous, clientAddress });

  test('a member, wherever they are', () => {
    const home = bucketOf({ viewer: member('usr_1'), clientAddress: '192.0.2.1' });
    expect(bucketOf({ viewer: member('usr_1'), clientAddress: '192.0.2.2' })).toBe(home);
    expect(bucketOf({ viewer: member('usr_2'), clientAddress: '192.0.2.1' })).not.toBe(home);
    expect(home).not.toContain('usr_1');
  });

  test('an address, when nobody is logged in', () => {
    expect(at('192.0.2.1')).not.toBe(at('192.0.2.2'));
    expect(at('::ffff:192.0.2.1')).toBe(at('192.0.2.1'));
  });

  test('a whole network of addresses in IPv6', () => {
    expect(at('2001:db8:0:1::1')).toBe(at('2001:0db8:0000:0001:ffff:ffff:ffff:ffff'));
    expect(at('2001:db8::1')).toBe(at('2001:db8:0:0:1:2:3:4'));
    expect(at('2001:db8:0:1::1')).not.toBe(at('2001:db8:0:2::1'));
  });
});

const users = {
  name: 'users',
  sdl: `${head}
    type Query {
      people(first: Int!): PersonConnection
        @public @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    }
    type Mutation { rename: Person @public }
    type Subscription { changed(first: Int!): PersonConnection
        @public @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) }
    type PersonConnection @public { edges: [PersonEdge!]! }
    type PersonEdge @public { node: Person }
    type Person @public { name: String best: Person }
  `,
  resolvers: {
    Query: {
      people: (_: unknown, { first }: { first: number }) => ({
        edges: Array.from({ length: Math.floor(first / 2) }, () => ({ node: { name: 'ada' } })),
      }),
    },
  },
};

describe('an operation', () => {
  let graph: ToySupergraph;
  let now = 0;
  beforeAll(async () => {
    const budgets = createBudgets(createLocalBuckets(() => now));
    graph = stack.use(await startToySupergraph([users], { budgets }));
  });
  beforeEach(() => {
    // Everybody's budget is full again.
    now += 1_000_000;
  });
  const people = (first: number) =>
    `{ people(first: ${String(first)}) { edges { node { name best { name } } } } }`;

  test('tells what it could cost, what it cost and what is left', async () => {
    const { body } = await graph.post(people(98), { token: await graph.token('usr_1') });
    expect(body.extensions).toEqual({
      cost: {
        requested: 2 + 98 * 2,
        actual: 2 + 49,
        budget: { limit: 1_000, remaining: 949, refillPerSecond: 50 },
      },
    });
  });

  test.each([
    ['anybody', undefined, { limit: 500, refillPerSecond: 25 }],
    ['a member', [], { limit: 1_000, refillPerSecond: 50 }],
    ['an admin', ['ADMIN'], { limit: 10_000, refillPerSecond: 500 }],
    ['an auditor', ['AUDITOR'], { limit: 10_000, refillPerSecond: 500 }],
  ])('of %s has their budget', async (_who, roles, budget) => {
    const token = roles === undefined ? {} : { token: await graph.token('usr_roles', { roles }) };
    const { body } = await graph.post(people(1), token);
    expect(body.extensions).toMatchObject({ cost: { budget } });
  });

  test('costs at least 1', async () => {
    const { body } = await graph.post('{ __typename }');
    expect(body.extensions).toMatchObject({ cost: { requested: 1, actual: 1 } });
  });

  test.each([
    [499, 200, undefined],
    [500, 200, undefined],
    [501, 400, 'COST_ESTIMATED_TOO_EXPENSIVE'],
  ])('that may cost %i is answered to anybody with %i', async (cost, status, code) => {
    const pages = [98, 98, 98, 98, cost - 4 * 100 - 2];
    const query = `{ ${pages
      .map(
        (first, at) =>
          `p${String(at)}: people(first: ${String(first)}) { edges { node { name } } }`,
      )
      .join(' ')} }`;
    const { status: answered, body } = await graph.post(query);
    expect([answered, body.errors?.[0]?.extensions['code']]).toEqual([status, code]);
  });

  test('is refused before anything is asked when there is less left, until there is enough', async () => {
    const token = await graph.token('usr_busy');
    const ask = () => graph.post(people(98), { token });
    // Half of each comes back.
    const left: unknown[] = [];
    for (;;) {
      graph.subgraph('users').requests.length = 0;
      const { status, headers, body } = await ask();
      if (status === 200) {
        left.push(status);
        continue;
      }
      expect(status).toBe(429);
      expect(body.data).toBeUndefined();
      expect(graph.subgraph('users').requests).toEqual([]);
      // 1,000 - 16 × 51 = 184 are left and 198 wanted.
      expect(left).toHaveLength(16);
      expect(headers.get('retry-after')).toBe('1');
      expect(body.errors?.[0]?.extensions).toEqual({
        code: 'RATE_LIMITED',
        retryAfterSeconds: 1,
        cost: {
          requested: 198,
          budget: { limit: 1_000, remaining: 184, refillPerSecond: 50 },
        },
      });
      break;
    }
    now += 1_000;
    expect((await ask()).status).toBe(200);
  });

  test('on a socket is held to the same budget', async () => {
    const token = await graph.token('usr_socket');
    using socket = await connect(graph.url, token);
    const ask = async (query: string) => {
      const id = crypto.randomUUID();
      socket.send({ id, type: 'subscribe', payload: { query } });
      const answer = await socket.next();
      if (answer.type === 'next') await socket.next();
      return answer;
    };
    expect(await ask(people(98))).toMatchObject({
      type: 'next',
      payload: { extensions: { cost: { requested: 198, actual: 51, budget: { remaining: 949 } } } },
    });
    for (let count = 2; count <= 16; count += 1) await graph.post(people(98), { token });
    const refusal = [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }];
    expect(await ask(people(98))).toMatchObject({ type: 'error', payload: refusal });
    const subscription =
      'subscription { changed(first: 98) { edges { node { name best { name } } } } }';
    expect(await ask(subscription)).toMatchObject({ type: 'error', payload: refusal });
  });

  test('that could not be answered costs the least', async () => {
    const token = await graph.token('usr_late');
    graph.subgraph('users').answerWith = (_request, response) => response.destroy();
    await graph.post(people(98), { token });
    graph.subgraph('users').answerWith = null;
    const { body } = await graph.post('{ __typename }', { token });
    expect(body.extensions).toMatchObject({ cost: { budget: { remaining: 1_000 - 1 - 1 } } });
  });
});
