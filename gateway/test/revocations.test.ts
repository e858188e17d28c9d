import { createServer } from 'node:http';
import { createManualClock } from '@skillswap/kit/clock';
import { createLog } from '@skillswap/kit/log';
import { engineUrl, eventually } from '@skillswap/kit/test/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Credential } from '../src/authentication.ts';
import { createIdentities } from '../src/identity.ts';
import { createAskUsers } from '../src/registry/ask-users.ts';
import { followRevocations } from '../src/revocations/follow-revocations.ts';
import { createRevocations } from '../src/revocations/revocations.ts';
import { connect } from './client-socket.ts';
import { startTap } from './tap.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const start = new Date('2031-01-01T00:00:00Z');
const minute = 60_000;

/** A credential by a token that was made so many milliseconds after {@link start}. */
const aCredential = (authSessionId: string, madeAt = 0, roles = ['LEARNER']): Credential => ({
  viewer: { kind: 'member', id: 'usr_1', authSessionId, roles, scopes: [], authTime: 0 },
  expiresAt: start.getTime() + madeAt + 10 * minute,
});
const endOf = (...authSessionIds: string[]) => ({ authSessionIds, roles: [] });
const rolesOf = (version: number, ...roles: string[]) => ({
  authSessionIds: [],
  roles: [{ userId: 'usr_1', version, roles }],
});

describe('what a gateway knows of revocations', () => {
  it('are the log-ins that have ended, whoever is logged in elsewhere', () => {
    const revocations = createRevocations(createManualClock(start));
    revocations.learn(endOf('ase_phone'));
    expect(revocations.cover(aCredential('ase_phone'))).toBe(true);
    expect(revocations.cover(aCredential('ase_laptop'))).toBe(false);
  });

  it('are the roles that tokens must name, of two changes those of the later one', () => {
    const revocations = createRevocations(createManualClock(start));
    revocations.learn(rolesOf(3, 'LEARNER', 'MODERATOR'));
    revocations.learn(rolesOf(2, 'LEARNER'));
    expect(revocations.cover(aCredential('ase_phone', 0, ['LEARNER']))).toBe(true);
    const fresh = aCredential('ase_phone', 0, ['MODERATOR', 'LEARNER']);
    expect(revocations.cover(fresh)).toBe(false);
  });

  it('is forgotten once all tokens that it is about have ended', () => {
    const clock = createManualClock(start);
    const revocations = createRevocations(clock, { most: 2 });
    revocations.learn(endOf('ase_1', 'ase_2'));
    clock.advance(11 * minute);
    revocations.learn(endOf('ase_3', 'ase_4'));
    expect(revocations.cover(aCredential('ase_5', 0))).toBe(false);
  });

  it('is bounded: with the oldest of too many all tokens are refused that are as old', () => {
    const clock = createManualClock(start);
    const revocations = createRevocations(clock, { most: 2 });
    for (const id of ['ase_1', 'ase_2', 'ase_3']) {
      revocations.learn(endOf(id));
      clock.advance(minute);
    }
    expect(revocations.cover(aCredential('ase_1', -minute))).toBe(true);
    expect(revocations.cover(aCredential('ase_9', -minute))).toBe(true);
    expect(revocations.cover(aCredential('ase_9', minute))).toBe(false);
  });
});

describe('a gateway', () => {
  const users = {
    name: 'users',
    sdl: `${head}
      type Query { open: String @public, viewer: User @authenticated }
      type User @key(fields: "id") { id: ID! @public }
    `,
    resolvers: { Query: { open: () => 'open', viewer: () => ({ id: 'usr_1' }) } },
  };
  const revocations = createRevocations(createManualClock(new Date()));
  let graph: ToySupergraph;
  beforeAll(async () => {
    graph = await startToySupergraph([users], { revocations });
  });
  afterAll(() => graph[Symbol.asyncDispose]());
  const tokenOf = (sid: string, userId = 'usr_ada') => graph.token(userId, { sid });

  it('trusts no token before it knows which were revoked, and answers everybody else', async () => {
    const token = await tokenOf('ase_phone');
    const asked = await graph.post('{ viewer { id } }', { token });
    expect(asked).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    });
    expect(asked.headers.get('retry-after')).toBe('2');
    expect((await graph.post('{ open }')).body.data).toEqual({ open: 'open' });
    // An announcement tells of one moment only.
    revocations.learn(endOf('ase_other'));
    expect((await graph.post('{ viewer { id } }', { token })).status).toBe(503);
    revocations.learntAll();
    expect((await graph.post('{ viewer { id } }', { token })).status).toBe(200);
  });

  it('refuses the tokens of a log-in that has ended as it refuses any invalid one', async () => {
    const [phone, laptop] = [await tokenOf('ase_old_phone'), await tokenOf('ase_laptop')];
    for (const token of [phone, laptop]) {
      expect((await graph.post('{ viewer { id } }', { token })).status).toBe(200);
    }
    revocations.learn(endOf('ase_old_phone'));
    const refused = await graph.post('{ open }', { token: phone });
    expect(refused.status).toBe(401);
    const invalid = await graph.post('{ open }', { token: 'a.b.c' });
    expect(
      refused.body.errors?.map(({ message, extensions: { code } }) => ({ message, code })),
    ).toEqual(invalid.body.errors?.map(({ message, extensions: { code } }) => ({ message, code })));
    expect((await graph.post('{ viewer { id } }', { token: laptop })).status).toBe(200);
  });

  it('closes the sockets of a log-in that has ended with 4403, and opens none for it', async () => {
    using phone = await connect(graph.url, await tokenOf('ase_phone'));
    using laptop = await connect(graph.url, await tokenOf('ase_laptop'));
    revocations.learn(endOf('ase_phone'));
    expect(await phone.closed).toBe(4403);
    laptop.send({ type: 'ping' });
    expect((await laptop.next()).type).toBe('pong');
    laptop.send({
      type: 'ping',
      payload: { authorization: `Bearer ${await tokenOf('ase_phone')}` },
    });
    expect(await laptop.closed).toBe(4403);
  });

  it('closes the sockets of somebody whose roles have changed', async () => {
    using before = await connect(graph.url, await graph.token('usr_1', { roles: ['LEARNER'] }));
    revocations.learn(rolesOf(2, 'LEARNER', 'MENTOR'));
    expect(await before.closed).toBe(4403);
    const roles = ['LEARNER', 'MENTOR'];
    using after = await connect(graph.url, await graph.token('usr_1', { roles }));
    after.send({ type: 'ping' });
    expect((await after.next()).type).toBe('pong');
  });

  it('refuses tokens that are good for longer than it remembers what was revoked', async () => {
    const token = await graph.token('usr_1', { expiresInSeconds: 601 });
    expect((await graph.post('{ open }', { token })).status).toBe(401);
  });
});

describe('what users tells a gateway', () => {
  const requestShape = z.object({ variables: z.object({ since: z.string().nullable() }) });
  const users: { isAway: boolean; ended: string[]; asked: (string | null)[] } = {
    isAway: false,
    ended: [],
    asked: [],
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (users.isAway) {
        response.destroy();
        return;
      }
      const { variables } = requestShape.parse(JSON.parse(Buffer.concat(chunks).toString()));
      users.asked.push(variables.since);
      const asOf = String(users.asked.length);
      const internalRevocations = { asOf, authSessionIds: users.ended, roles: [] };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { internalRevocations } }));
    });
  });
  const log = createLog('gateway', 'silent');
  const redisUrl = new URL(engineUrl('REDIS_URL'));
  const channel = 'access-tokens-revoked';
  let usersUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    usersUrl = `http://127.0.0.1:${String(port)}/graphql`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    Object.assign(users, { isAway: false, ended: [], asked: [] });
  });

  /** Follows over a connection that can be cut; looks by itself only once an hour. */
  async function follow(stack: AsyncDisposableStack, lookEveryMilliseconds = 3_600_000) {
    const tap = stack.use(await startTap(Number(redisUrl.port)));
    const redis = new Redis(tap.port, '127.0.0.1', { retryStrategy: () => 20 });
    redis.on('error', () => undefined);
    stack.defer(() => {
      redis.disconnect();
    });
    const revocations = createRevocations(createManualClock(start));
    const identify = createIdentities('a-secret-for-tests-with-enough-characters');
    const askUsers = createAskUsers(usersUrl, identify);
    const options = { revocations, askUsers, redis, log, lookEveryMilliseconds };
    stack.use(await followRevocations(options));
    return { tap, revocations, has: (id: string) => revocations.cover(aCredential(id)) };
  }

  it('is known before it serves', async () => {
    await using stack = new AsyncDisposableStack();
    users.ended = ['ase_before'];
    const { has, revocations } = await follow(stack);
    expect(revocations.isKnown()).toBe(true);
    expect(has('ase_before')).toBe(true);
  });

  it('is asked for until it is known', async () => {
    await using stack = new AsyncDisposableStack();
    users.isAway = true;
    users.ended = ['ase_before'];
    const { has, revocations } = await follow(stack);
    expect(revocations.isKnown()).toBe(false);
    users.isAway = false;
    await eventually(() => {
      expect(revocations.isKnown()).toBe(true);
    });
    expect(has('ase_before')).toBe(true);
  });

  it('is learnt at once from an announcement, and an unreadable one is passed over', async () => {
    await using stack = new AsyncDisposableStack();
    const { has } = await follow(stack);
    const publisher = new Redis(redisUrl.href);
    stack.defer(() => {
      publisher.disconnect();
    });
    for (const message of ['', '{}', 'null', '{"authSessionIds":"ase_1","roles":[]}']) {
      await publisher.publish(channel, message);
    }
    await eventually(async () => {
      await publisher.publish(channel, JSON.stringify(endOf('ase_announced')));
      expect(has('ase_announced')).toBe(true);
    });
  });

  it('is read by itself, from where the last answer ended', async () => {
    await using stack = new AsyncDisposableStack();
    const { has } = await follow(stack, 5);
    users.ended = ['ase_unannounced'];
    await eventually(() => {
      expect(has('ase_unannounced')).toBe(true);
    });
    expect(users.asked.slice(0, 2)).toEqual([null, '1']);
  });

  it('is read when Redis is back after it was away', async () => {
    await using stack = new AsyncDisposableStack();
    const { tap, has } = await follow(stack);
    // The look that follows the first connection.
    await eventually(() => {
      expect(users.asked.length).toBeGreaterThan(1);
    });
    tap.cut();
    users.ended = ['ase_meanwhile'];
    expect(has('ase_meanwhile')).toBe(false);
    tap.mend();
    await eventually(() => {
      expect(has('ase_meanwhile')).toBe(true);
    });
  });
});
