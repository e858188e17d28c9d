import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { atAnotherTime, later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
beforeEach(() => sessions.startOver());
afterAll(() => sessions[Symbol.asyncDispose]());

const faults = () => findBookingFaults(sessions.runtime.store.db, sessions.clock.now());

async function aRequest() {
  const agreed = await sessions.aConfirmedSession();
  const sessionId = agreed.session.id;
  const asked = await sessions.act(agreed.learner, 'requestReschedule', { sessionId });
  expect(accepted(asked)).toMatchObject({ status: 'RESCHEDULE_PENDING', version: 3 });
  return { ...agreed, sessionId };
}

describe('a request for another time', () => {
  it('leaves the session where it is until the other one agrees', async () => {
    const { teacher, learner, session, sessionId } = await aRequest();
    const query = `query ($id: ID!) {
      session(id: $id) {
        startAt reschedule { requestedBy { id } startAt endAt expiresAt reason }
      }
    }`;
    const { data } = await sessions.as(teacher).execute(query, { id: sessionId });
    expect(data).toEqual({
      session: {
        startAt: session.startAt,
        reschedule: {
          ...{ requestedBy: { id: learner.id }, ...atAnotherTime },
          ...{ expiresAt: session.startAt, reason: null },
        },
      },
    });
    const own = await sessions.act(learner, 'respondToReschedule', { sessionId });
    expect(codes(own)).toEqual(['NOT_ALLOWED']);
    expect(await faults()).toEqual([]);
    const moved = await sessions.act(teacher, 'respondToReschedule', { sessionId });
    expect(accepted(moved)).toMatchObject({
      ...{ id: sessionId, status: 'CONFIRMED', version: 4, ...atAnotherTime },
    });
    expect(await faults()).toEqual([]);
  });

  it('frees the old time and takes the new one when it is accepted', async () => {
    const { teacher, skillId, sessionId } = await aRequest();
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId }));
    const other = await sessions.aPerson();
    const there = await sessions.propose(other, skillId, atAnotherTime);
    expect(codes(there)).toEqual(['SLOT_TAKEN']);
    const { id } = accepted(await sessions.propose(other, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
    expect(await faults()).toEqual([]);
  });

  it('may overlap the time that the session has', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const times = { startAt: later(48.5).toISOString(), endAt: later(49.5).toISOString() };
    const sessionId = session.id;
    accepted(await sessions.act(learner, 'requestReschedule', { sessionId, ...times }));
    const moved = await sessions.act(teacher, 'respondToReschedule', { sessionId });
    expect(accepted(moved)).toMatchObject(times);
    expect(await faults()).toEqual([]);
  });

  it.each(['teacher', 'learner'] as const)('turned down by the %s moves nothing', async (who) => {
    const request = await aRequest();
    const { session, sessionId } = request;
    const input = { sessionId, accept: false };
    const answer = await sessions.act(request[who], 'respondToReschedule', input);
    const kept = { status: 'CONFIRMED', version: 4, startAt: session.startAt };
    expect(accepted(answer)).toMatchObject(kept);
    expect(await faults()).toEqual([]);
  });

  it('ends by itself when the session begins', async () => {
    const { teacher, learner, session, sessionId } = await aRequest();
    const reminded = [...(await sessions.goTo(24)), ...(await sessions.goTo(47))];
    expect(reminded.filter((to) => to.startsWith(teacher.id))).toHaveLength(2);
    await sessions.goTo(48);
    expect(await sessions.read(learner, sessionId)).toEqual({ status: 'CONFIRMED', version: 4 });
    const [kept] = await sessions.stores.sessions.findByIds([sessionId]);
    expect(kept?.startAt.toISOString()).toBe(session.startAt);
  });

  it('is refused when the new time was taken meanwhile, and stays', async () => {
    const { teacher, skillId, sessionId } = await aRequest();
    const other = await sessions.aPerson();
    const { id } = accepted(await sessions.propose(other, skillId, atAnotherTime));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
    const answer = await sessions.act(teacher, 'respondToReschedule', { sessionId });
    expect(codes(answer)).toEqual(['SLOT_TAKEN']);
    expect(answer.alternatives?.length).toBeGreaterThan(0);
    const now = { status: 'RESCHEDULE_PENDING', version: 3 };
    expect(await sessions.read(teacher, sessionId)).toEqual(now);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['into the past', 0, { startAt: later(-2), endAt: later(-1) }, 'IN_THE_PAST', ['startAt']],
    ['from the past', 48.5, {}, 'IN_THE_PAST', []],
    ['to the same time', 0, { startAt: later(48), endAt: later(49) }, 'INVALID_INPUT', ['startAt']],
    ['to 25 hours', 0, { endAt: later(97) }, 'INVALID_INPUT', ['endAt']],
    ['with too long a reason', 0, { reason: 'x'.repeat(501) }, 'INVALID_INPUT', ['reason']],
    ['from a version not seen', 0, { expectedVersion: 1 }, 'STALE_VERSION', ['expectedVersion']],
  ])('is refused %s, and nothing changes', async (_title, hours, wish, code, path) => {
    const { learner, session } = await sessions.aConfirmedSession();
    if (hours > 0) await sessions.goTo(hours);
    const input = { sessionId: session.id, ...wish };
    const answer = await sessions.act(learner, 'requestReschedule', input);
    expect(answer).toMatchObject({ session: null, userErrors: [{ code, path }] });
    expect(await sessions.read(learner, session.id)).toEqual({ status: 'CONFIRMED', version: 2 });
  });
});

describe('a session that was moved', () => {
  it('reminds of its new time alone', async () => {
    const { teacher, learner, sessionId } = await aRequest();
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId }));
    expect(await sessions.goTo(24)).toEqual([]);
    expect(await sessions.goTo(47.5)).toEqual([]);
    const both = [teacher, learner].map(({ id }) => `${id}@example.org`).toSorted();
    expect((await sessions.goTo(48)).toSorted()).toEqual(both);
    expect((await sessions.goTo(71)).toSorted()).toEqual(both);
  });

  it('keeps its versions, and is told of once', async () => {
    const { teacher, sessionId } = await aRequest();
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId }));
    const { items } = await sessions.stores.updates.readVersions(teacher.id, sessionId, 0);
    expect(items.map(({ status }) => status)).toEqual([
      ...['PROPOSED', 'CONFIRMED', 'RESCHEDULE_PENDING', 'CONFIRMED'],
    ]);
    const events = await sessions.runtime.store.db
      .collection('outbox')
      .find({ 'payload.sessionId': sessionId })
      .sort({ _id: 1 })
      .toArray();
    expect(events.map((event): unknown => event['type'])).toEqual([
      ...['session.proposed', 'session.confirmed', 'session.rescheduled'],
    ]);
    expect(events.at(-1)?.['payload']).toMatchObject({ ...atAnotherTime, status: 'CONFIRMED' });
  });

  it('counts as cancelled late by its agreed time while a request is open', async () => {
    const { learner, sessionId } = await aRequest();
    await sessions.goTo(30);
    accepted(await sessions.act(learner, 'cancelSession', { sessionId }));
    const [record] = await sessions.stores.reliability.findByUserIds([learner.id]);
    expect(record).toMatchObject({ lateCancellations: 1 });
    expect(await faults()).toEqual([]);
  });
});
