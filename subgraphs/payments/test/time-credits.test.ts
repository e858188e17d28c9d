import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { brokenInvariants } from './money-invariants.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const done = (teacher: Member, learner: Member, minutes: number, sessionId = newId('ses')) => ({
  sessionId,
  version: 3,
  teacherId: teacher.id,
  learnerId: learner.id,
  status: 'DONE',
  minutes,
});

async function creditsOf(viewer: Member, args = 'first: 10') {
  const answer = await payments.as(viewer).execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { timeCredits {
      balanceMinutes entries(${args}) {
        edges { cursor node { id minutes session { id } createdAt } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } } }`,
    { of: [{ __typename: 'User', id: viewer.id }] },
  );
  expect(answer.errors).toEqual([]);
  return answer.data;
}

const balanceIs = (viewer: Member, balanceMinutes: number) =>
  eventually(async () => {
    expect(await creditsOf(viewer)).toMatchObject({
      _entities: [{ timeCredits: { balanceMinutes } }],
    });
  });

describe('time credits', () => {
  it('move from the learner to the teacher when a session is done', async () => {
    const [ada, bob] = [aMember(), aMember()];
    const sessionId = newId('ses');
    await payments.publish('sessions', 'session.done', done(ada, bob, 60, sessionId));
    await balanceIs(ada, 60);
    expect(await creditsOf(ada)).toMatchObject({
      _entities: [
        {
          timeCredits: {
            entries: { edges: [{ node: { minutes: 60, session: { id: sessionId } } }] },
          },
        },
      ],
    });
    expect(await creditsOf(bob)).toMatchObject({
      _entities: [
        { timeCredits: { balanceMinutes: -60, entries: { edges: [{ node: { minutes: -60 } }] } } },
      ],
    });
    const [changed] = await payments.owner<{ payload: unknown }[]>`
      select payload from outbox
      where type = 'timeCredits.changed' and payload ->> 'userId' = ${bob.id}`;
    expect(changed?.payload).toEqual({ userId: bob.id, version: 1, balanceMinutes: -60 });
  });

  it('move once for a session, however many events tell of it', async () => {
    const [ada, bob] = [aMember(), aMember()];
    const [event, sessionId] = [newId('evt'), newId('ses')];
    const payload = done(ada, bob, 45, sessionId);
    await Promise.all([
      ...Array.from({ length: 5 }, () =>
        payments.publish('sessions', 'session.done', payload, event),
      ),
      ...Array.from({ length: 5 }, () => payments.publish('sessions', 'session.done', payload)),
    ]);
    const [carol, dan] = [aMember(), aMember()];
    await payments.publish('sessions', 'session.done', done(carol, dan, 30));
    await balanceIs(carol, 30);
    await balanceIs(ada, 45);
    await balanceIs(bob, -45);
  });

  it('of a swap of 60 and 90 minutes balance over both', async () => {
    const [ada, bob] = [aMember(), aMember()];
    await payments.publish('sessions', 'session.done', done(ada, bob, 60));
    await payments.publish('sessions', 'session.done', done(bob, ada, 90));
    await balanceIs(ada, -30);
    await balanceIs(bob, 30);
    const answer = await payments
      .as({ kind: 'service', name: 'sessions' })
      .execute('query ($id: ID!) { internalTimeCredits(userId: $id) }', { id: ada.id });
    expect(answer.data).toEqual({ internalTimeCredits: -30 });
  });

  it('are told to services only, by id', async () => {
    const answer = await payments
      .as(aMember())
      .execute('query ($id: ID!) { internalTimeCredits(userId: $id) }', { id: newId('usr') });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('are listed newest first, page after page', async () => {
    const [ada, bob] = [aMember(), aMember()];
    for (const minutes of [10, 20, 30]) {
      await payments.publish('sessions', 'session.done', done(ada, bob, minutes));
      await eventually(async () => {
        expect(JSON.stringify(await creditsOf(ada))).toContain(`"minutes":${String(minutes)}`);
      });
      payments.clock.advance(1_000);
    }
    const first = await creditsOf(ada, 'first: 2');
    expect(first).toMatchObject({
      _entities: [
        {
          timeCredits: {
            entries: {
              edges: [{ node: { minutes: 30 } }, { node: { minutes: 20 } }],
              pageInfo: { hasNextPage: true, hasPreviousPage: false },
            },
          },
        },
      ],
    });
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first))?.[1] ?? '';
    expect(await creditsOf(ada, `first: 2, after: "${cursor}"`)).toMatchObject({
      _entities: [
        {
          timeCredits: {
            entries: {
              edges: [{ node: { minutes: 10 } }],
              pageInfo: { hasNextPage: false, hasPreviousPage: true },
            },
          },
        },
      ],
    });
  });

  it('ignore a session that nobody spent time on', async () => {
    const [ada, bob] = [aMember(), aMember()];
    await payments.publish('sessions', 'session.done', done(ada, bob, 0));
    await payments.publish('sessions', 'session.done', done(ada, bob, 15));
    await balanceIs(ada, 15);
  });
});
