import type { Member } from '@skillswap/kit/viewer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { weekdays, type WeeklyPlan } from '../src/availability.ts';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { atAnotherTime, later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
let twin: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
  twin = await startSessions({ beside: sessions });
});
afterEach(async () => {
  expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
});
afterAll(async () => {
  await twin[Symbol.asyncDispose]();
  await sessions[Symbol.asyncDispose]();
});

/** From two hours before the tests' time begins until six after, on every day. */
const plan = {
  timeZone: 'UTC',
  weekly: weekdays.map((day) => ({ day, start: 8 * 60, end: 16 * 60 })),
  bufferMinutes: 0,
  minimumNoticeMinutes: 0,
  maximumPerDay: null,
};
const keepsTo = ({ id }: Member, over: Partial<WeeklyPlan> = {}) =>
  sessions.runtime.transact((tx) =>
    sessions.stores.availability.upsertPlan(tx, id, { ...plan, ...over }),
  );
/** The person is away on the day of the usual proposal. */
async function goesAway(person: Member): Promise<string> {
  const mutation = `mutation ($input: AddAvailabilityExceptionInput!) {
    addAvailabilityException(input: $input) {
      availability { exceptions { id } } userErrors { code } }
  }`;
  const input = { firstDay: '2027-03-03', lastDay: '2027-03-03', windows: [] };
  const { data } = await sessions.as(person).execute(mutation, { input });
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1];
  if (id === undefined) throw new Error(`no exception was made: ${JSON.stringify(data)}`);
  return id;
}
const comesBack = (person: Member, exceptionId: string) =>
  sessions.as(person).execute(
    `mutation ($input: RemoveAvailabilityExceptionInput!) {
       removeAvailabilityException(input: $input) { userErrors { code } } }`,
    { input: { exceptionId } },
  );
const proposed = { status: 'PROPOSED', version: 1 };

describe('confirming a proposal', () => {
  it('is refused to whoever is away by now, until they are back', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await keepsTo(teacher);
    const { id } = accepted(await sessions.propose(learner, skillId));
    const away = await goesAway(teacher);
    const refused = await sessions.act(teacher, 'confirmSession', { sessionId: id });
    expect(codes(refused)).toEqual(['NOT_AVAILABLE']);
    expect(await sessions.read(learner, id)).toEqual(proposed);
    await comesBack(teacher, away);
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
  });

  it('is refused when the one who proposed is away by now', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await keepsTo(learner);
    const { id } = accepted(await sessions.propose(learner, skillId));
    await goesAway(learner);
    const refused = await sessions.act(teacher, 'confirmSession', { sessionId: id });
    expect(codes(refused)).toEqual(['NOT_AVAILABLE']);
    expect(await sessions.read(learner, id)).toEqual(proposed);
  });

  it('is possible at a time that was outside of the proposer’s own plan from the beginning', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await keepsTo(learner, { weekly: [] });
    const { id } = accepted(await sessions.propose(learner, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
  });

  it('asks for no notice: whoever answers late has had it', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(await sessions.propose(learner, skillId));
    await keepsTo(teacher, { minimumNoticeMinutes: 7 * 1_440 });
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
  });

  it.each([
    ['the sessions that the one who confirms wants on a day', 'teacher', { maximumPerDay: 1 }],
    ['the sessions that the one who proposed wants on a day', 'learner', { maximumPerDay: 1 }],
    ['the time between sessions of the one who confirms', 'teacher', { bufferMinutes: 60 }],
    ['the time between sessions of the one who proposed', 'learner', { bufferMinutes: 60 }],
  ] as const)('keeps to %s, also of two at once', async (_title, whose, over) => {
    const pair = await sessions.aPair();
    await keepsTo(pair[whose], over);
    const { teacher, learner, skillId } = pair;
    const times = [48, 49].map((hour) => ({ startAt: later(hour), endAt: later(hour + 1) }));
    const made = [];
    for (const time of times) made.push(accepted(await sessions.propose(learner, skillId, time)));
    const answers = await Promise.all(
      made.map(({ id }, at) =>
        (at === 0 ? sessions : twin).act(teacher, 'confirmSession', { sessionId: id }),
      ),
    );
    expect(answers.flatMap(codes)).toEqual(['NOT_AVAILABLE']);
    const read = await Promise.all(made.map(({ id }) => sessions.read(learner, id)));
    expect(read).toEqual(expect.arrayContaining([proposed, { status: 'CONFIRMED', version: 2 }]));
  });

  it('at a time that is taken is still SLOT_TAKEN, with others', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await keepsTo(teacher, { maximumPerDay: 1, bufferMinutes: 30 });
    const rival = await sessions.aPerson();
    const [first, second] = [
      accepted(await sessions.propose(learner, skillId)),
      accepted(await sessions.propose(rival, skillId)),
    ];
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: first.id }));
    const refused = await sessions.act(teacher, 'confirmSession', { sessionId: second.id });
    expect(codes(refused)).toEqual(['SLOT_TAKEN']);
    expect(refused.alternatives?.length).toBeGreaterThan(0);
    expect(await sessions.read(rival, second.id)).toEqual(proposed);
  });
});

describe('agreeing to another time', () => {
  it('is refused to whoever is away by now, and the session keeps its time', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession(atAnotherTime);
    await keepsTo(teacher);
    const usual = { startAt: later(48), endAt: later(49) };
    const input = { sessionId: session.id, ...usual };
    accepted(await sessions.act(learner, 'requestReschedule', input));
    const away = await goesAway(teacher);
    const answer = () => sessions.act(teacher, 'respondToReschedule', { sessionId: session.id });
    expect(codes(await answer())).toEqual(['NOT_AVAILABLE']);
    expect(await sessions.read(learner, session.id)).toEqual({
      ...{ status: 'RESCHEDULE_PENDING', version: 3 },
    });
    await comesBack(teacher, away);
    expect(accepted(await answer())).toMatchObject({ startAt: usual.startAt.toISOString() });
  });

  it('is refused when the one who asked for it is away by now', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await keepsTo(teacher);
    const { id } = accepted(await sessions.propose(learner, skillId, atAnotherTime));
    const usual = { startAt: later(48), endAt: later(49) };
    accepted(await sessions.act(teacher, 'counterProposeSession', { sessionId: id, ...usual }));
    await goesAway(teacher);
    const refused = await sessions.act(learner, 'confirmSession', { sessionId: id });
    expect(codes(refused)).toEqual(['NOT_AVAILABLE']);
    expect(await sessions.read(learner, id)).toEqual({ status: 'COUNTERED', version: 2 });
  });
});
