import { eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

const minute = 60_000;
const answer = z.object({
  hold: z.object({ id: z.string(), expiresAt: z.string() }).nullable(),
  alternatives: z.array(z.object({ startAt: z.string(), endAt: z.string() })).nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

async function hold(viewer: Viewer, userId: string, over: Wish = {}) {
  const query = `mutation ($input: HoldSlotInput!) {
    holdSlot(input: $input) {
      hold { id startAt endAt expiresAt } alternatives { startAt endAt }
      userErrors { code message path }
    }
  }`;
  const input = { userId, startAt: later(48), endAt: later(49), ...over };
  const { data } = await sessions.as(viewer).execute(query, { input });
  return answer.parse(data?.['holdSlot']);
}

async function release(viewer: Viewer, holdId: string) {
  const query = `mutation ($input: ReleaseSlotInput!) {
    releaseSlot(input: $input) { releasedHoldId userErrors { code path } }
  }`;
  return (await sessions.as(viewer).execute(query, { input: { holdId } })).data?.['releaseSlot'];
}

async function firstSlot(viewer: Viewer, userId: string) {
  const query = `query ($of: [_Any!]!, $from: DateTime!, $to: DateTime!) {
    _entities(representations: $of) {
      ... on User { openSlots(from: $from, to: $to, durationMinutes: 60) { startAt } }
    }
  }`;
  const of = [{ __typename: 'User', id: userId }];
  const variables = { of, from: later(48), to: later(52) };
  const { data } = await sessions.as(viewer).execute(query, variables);
  const read = z.object({
    _entities: z.array(z.object({ openSlots: z.array(z.object({ startAt: z.string() })) })),
  });
  return read.parse(data)._entities[0]?.openSlots[0]?.startAt;
}

const claims = () => sessions.runtime.store.db.collection('slotClaims');

describe('a held time', () => {
  it('is open to the two alone for five minutes, and open to all afterwards', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const other = await sessions.aPerson();
    const { hold: held } = await hold(learner, teacher.id);
    expect(held?.expiresAt).toBe(later(5 / 60).toISOString());
    const refused = await sessions.propose(other, skillId);
    expect(codes(refused)).toEqual(['SLOT_TAKEN']);
    expect(refused.alternatives?.[0]).toEqual({
      ...{ startAt: later(49).toISOString(), endAt: later(50).toISOString() },
    });
    expect(await firstSlot(other, teacher.id)).toBe(later(49).toISOString());
    expect(await firstSlot(learner, teacher.id)).toBe(later(48).toISOString());

    sessions.clock.advance(5 * minute);
    try {
      // Whether or not the hold has been cleared away.
      accepted(await sessions.propose(other, skillId));
      expect(await firstSlot(other, teacher.id)).toBe(later(48).toISOString());
      await eventually(async () => {
        expect(await claims().countDocuments({ userId: teacher.id })).toBe(0);
      });
    } finally {
      sessions.clock.advance(-5 * minute);
    }
  });

  it('keeps another proposal from being confirmed, and goes over to that of the two', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const other = await sessions.aPerson();
    const rival = accepted(await sessions.propose(other, skillId));
    await hold(learner, teacher.id);
    const taken = await sessions.act(teacher, 'confirmSession', { sessionId: rival.id });
    expect(codes(taken)).toEqual(['SLOT_TAKEN']);
    expect(await sessions.read(teacher, rival.id)).toEqual({ status: 'PROPOSED', version: 1 });
    const own = accepted(await sessions.propose(learner, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: own.id }));
    expect(await claims().countDocuments({ userId: teacher.id, hold: { $exists: true } })).toBe(0);
    expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
  });

  it('is refused where one of the two has a session, with times that can be held', async () => {
    const { teacher } = await sessions.aConfirmedSession();
    const other = await sessions.aPerson();
    const refused = await hold(other, teacher.id);
    expect(refused).toMatchObject({
      hold: null,
      userErrors: [{ code: 'SLOT_TAKEN', path: ['startAt'] }],
    });
    const [slot] = refused.alternatives ?? [];
    expect((await hold(other, teacher.id, { ...slot })).hold).not.toBeNull();
  });

  it('takes the place of the one that the person held before', async () => {
    const [ada, bob, carol] = [
      await sessions.aPerson(),
      await sessions.aPerson(),
      await sessions.aPerson(),
    ];
    await hold(ada, bob.id);
    const { hold: second } = await hold(ada, carol.id);
    const held = await claims().distinct('userId', { 'hold.holderId': ada.id });
    expect(held.toSorted()).toEqual([ada.id, carol.id].toSorted());
    expect(await release(bob, second?.id ?? '')).toMatchObject({
      ...{ releasedHoldId: null, userErrors: [{ code: 'NOT_FOUND', path: ['holdId'] }] },
    });
    expect(await release(ada, second?.id ?? '')).toEqual({
      ...{ releasedHoldId: second?.id, userErrors: [] },
    });
    expect(await claims().countDocuments({ 'hold.holderId': ada.id })).toBe(0);
  });

  it.each([
    ['with oneself', (ada: string) => ({ userId: ada }), 'INVALID_INPUT', ['userId']],
    ['with nobody', () => ({ userId: 'usr_none' }), 'NOT_FOUND', ['userId']],
    ['of another kind', () => ({ userId: 'ses_none' }), 'NOT_FOUND', ['userId']],
    ['in the past', () => ({ startAt: later(-1) }), 'IN_THE_PAST', ['startAt']],
    ['that ends first', () => ({ endAt: later(47) }), 'INVALID_INPUT', ['endAt']],
  ])('is refused %s, and nothing is held', async (_title, wish, code, path) => {
    const { teacher, learner } = await sessions.aPair();
    // In the past, of a length that is allowed.
    const usual = { startAt: later(48), endAt: later(49) };
    const over = wish(learner.id);
    const times = 'startAt' in over ? { endAt: later(0) } : {};
    const refused = await hold(learner, teacher.id, { ...usual, ...times, ...over });
    expect(refused).toMatchObject({ hold: null, userErrors: [{ code, path }] });
    expect(await claims().countDocuments({ userId: learner.id })).toBe(0);
  });

  it('with somebody who blocks is refused like that with nobody', async () => {
    const { teacher, learner } = await sessions.aPair();
    sessions.town.block(teacher.id, learner.id);
    expect(await hold(learner, teacher.id)).toEqual(await hold(learner, 'usr_none'));
  });

  it('can be had thirty times a day', async () => {
    const { teacher, learner } = await sessions.aPair();
    for (let made = 0; made < 30; made += 1) {
      expect((await hold(learner, teacher.id)).hold).not.toBeNull();
    }
    const refused = await hold(learner, teacher.id);
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['NOT_ALLOWED']);
    const still = await claims().countDocuments({ 'hold.holderId': learner.id });
    expect(still).toBe(24);
  });

  it('is nothing for the anonymous', async () => {
    const { teacher } = await sessions.aPair();
    const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { hold { id } } }`;
    const input = { userId: teacher.id, startAt: later(48), endAt: later(49) };
    const { errors } = await sessions.as(anonymous).execute(query, { input });
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await claims().countDocuments({ userId: teacher.id })).toBe(0);
  });
});
