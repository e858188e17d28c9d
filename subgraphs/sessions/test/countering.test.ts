import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { atAnotherTime, later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

async function aProposal() {
  const pair = await sessions.aPair();
  const { id: sessionId } = accepted(await sessions.propose(pair.learner, pair.skillId));
  return { ...pair, sessionId };
}

describe('another time for a proposal', () => {
  it('is proposed by the one who was asked, and answered by the one who asked', async () => {
    const { teacher, learner, sessionId } = await aProposal();
    const own = await sessions.act(learner, 'counterProposeSession', { sessionId });
    expect(codes(own)).toEqual(['NOT_ALLOWED']);
    const countered = await sessions.act(teacher, 'counterProposeSession', { sessionId });
    expect(accepted(countered)).toMatchObject({
      ...{ id: sessionId, status: 'COUNTERED', version: 2, ...atAnotherTime },
    });
    const mine = await sessions.act(teacher, 'confirmSession', { sessionId });
    expect(codes(mine)).toEqual(['NOT_ALLOWED']);
    const confirmed = await sessions.act(learner, 'confirmSession', { sessionId });
    expect(accepted(confirmed)).toMatchObject({ status: 'CONFIRMED', ...atAnotherTime });
    expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
  });

  it('can be answered with yet another one', async () => {
    const { teacher, learner, sessionId } = await aProposal();
    accepted(await sessions.act(teacher, 'counterProposeSession', { sessionId }));
    const times = { startAt: later(96).toISOString(), endAt: later(97).toISOString() };
    const again = await sessions.act(learner, 'counterProposeSession', { sessionId, ...times });
    expect(accepted(again)).toMatchObject({ status: 'COUNTERED', version: 3, ...times });
    const declined = await sessions.act(teacher, 'declineSession', { sessionId });
    expect(accepted(declined)).toMatchObject({ status: 'DECLINED', version: 4 });
  });

  it('is taken back by the one who proposed it alone', async () => {
    const { teacher, learner, sessionId } = await aProposal();
    accepted(await sessions.act(teacher, 'counterProposeSession', { sessionId }));
    const foreign = await sessions.act(learner, 'cancelSession', { sessionId });
    expect(codes(foreign)).toEqual(['NOT_ALLOWED']);
    const taken = await sessions.act(teacher, 'cancelSession', { sessionId });
    expect(accepted(taken)).toMatchObject({ status: 'CANCELLED' });
  });

  it('is proposed once when the call comes again', async () => {
    const { teacher, sessionId } = await aProposal();
    const input = { sessionId, expectedVersion: 1 };
    accepted(await sessions.act(teacher, 'counterProposeSession', input));
    const again = await sessions.act(teacher, 'counterProposeSession', input);
    expect(accepted(again)).toMatchObject({ status: 'COUNTERED', version: 2 });
  });

  it.each([
    ['one that has passed', { startAt: later(-2), endAt: later(-1) }, 'IN_THE_PAST', ['startAt']],
    ['an end before the start', { endAt: later(70) }, 'INVALID_INPUT', ['endAt']],
    ['the same one', { startAt: later(48), endAt: later(49) }, 'INVALID_INPUT', ['startAt']],
    ['a version not seen', { expectedVersion: 9 }, 'STALE_VERSION', ['expectedVersion']],
  ])('is refused when it is %s, and nothing changes', async (_title, wish, code, path) => {
    const { teacher, sessionId } = await aProposal();
    const input = { sessionId, ...wish };
    const answer = await sessions.act(teacher, 'counterProposeSession', input);
    expect(answer).toMatchObject({ session: null, userErrors: [{ code, path }] });
    expect(await sessions.read(teacher, sessionId)).toEqual({ status: 'PROPOSED', version: 1 });
  });

  it('is refused with alternatives when one of the two is taken then', async () => {
    const { teacher, skillId, sessionId } = await aProposal();
    const other = await sessions.aPerson();
    const taken = accepted(await sessions.propose(other, skillId, atAnotherTime));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: taken.id }));
    const answer = await sessions.act(teacher, 'counterProposeSession', { sessionId });
    expect(codes(answer)).toEqual(['SLOT_TAKEN']);
    expect(answer.alternatives?.length).toBeGreaterThan(0);
  });

  it('is refused after a block, and for a confirmed session', async () => {
    const { teacher, learner, sessionId } = await aProposal();
    sessions.town.block(teacher.id, learner.id);
    const blocked = await sessions.act(teacher, 'counterProposeSession', { sessionId });
    expect(codes(blocked)).toEqual(['NOT_ALLOWED']);
    const agreed = await sessions.aConfirmedSession();
    const late = { sessionId: agreed.session.id };
    const wrong = await sessions.act(agreed.teacher, 'counterProposeSession', late);
    expect(codes(wrong)).toEqual(['WRONG_STATUS']);
  });
});
