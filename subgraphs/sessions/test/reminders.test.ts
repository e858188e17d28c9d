import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted } from './payloads.ts';
import { later, startSessions, type TestSessions } from './start-sessions.ts';

const hour = 3_600_000;
let sessions: TestSessions;
let twin: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
  twin = await startSessions({ beside: sessions });
});
beforeEach(() => sessions.startOver());
afterAll(async () => {
  await twin[Symbol.asyncDispose]();
  await sessions[Symbol.asyncDispose]();
});

const reminders = () => sessions.mailsOf('SESSION_REMINDER');
const dueWork = () => sessions.runtime.store.db.collection<{ _id: string }>('dueWork');

const addresses = (...people: readonly { readonly id: string }[]) =>
  people.map(({ id }) => `${id}@example.org`).toSorted();

describe('reminders', () => {
  it('go to each person once a day ahead and once an hour ahead, from two runners', async () => {
    const pairs = await Promise.all(Array.from({ length: 10 }, () => sessions.aConfirmedSession()));
    const everyone = addresses(...pairs.flatMap(({ teacher, learner }) => [teacher, learner]));
    expect(await sessions.goTo(23.9)).toEqual([]);
    expect((await sessions.goTo(24)).toSorted()).toEqual(everyone);
    expect(await sessions.goTo(46.9)).toEqual([]);
    expect((await sessions.goTo(47)).toSorted()).toEqual(everyone);
    expect(await sessions.goTo(60)).toEqual([]);
    expect(reminders()).toHaveLength(40);
  });

  it('are written in the language and the time of their reader', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    sessions.town.settle({ id: teacher.id, preferredLanguage: 'fr', timeZone: 'Europe/Paris' });
    sessions.town.settle({ id: learner.id, displayName: 'Bob', timeZone: 'America/New_York' });
    await sessions.goTo(24);
    const mailTo = (id: string) => reminders().find(({ to }) => to.startsWith(id))?.text;
    expect(mailTo(teacher.id)).toContain('votre session avec Bob commence le mercredi 3 mars 2027');
    expect(mailTo(teacher.id)).toContain('11:00 (Europe/Paris)');
    expect(mailTo(learner.id)).toContain('05:00 (America/New_York)');
    expect(mailTo(learner.id)).toContain(`http://localhost:4000/sessions/${session.id}`);
  });

  it('of a cancelled session never go out', async () => {
    const { teacher, session } = await sessions.aConfirmedSession();
    accepted(await sessions.act(teacher, 'cancelSession', { sessionId: session.id }));
    expect(await dueWork().countDocuments({ kind: 'session.reminder' })).toBe(0);
    expect(await sessions.goTo(48)).toEqual([]);
  });

  it('that were missed are not sent after the start', async () => {
    await sessions.aConfirmedSession();
    expect(await sessions.goTo(49)).toEqual([]);
  });

  it('a day ahead are left out when the session is agreed on later than that', async () => {
    const soon = { startAt: later(12), endAt: later(13) };
    const { teacher, learner } = await sessions.aConfirmedSession(soon);
    expect(await sessions.goTo(10)).toEqual([]);
    expect((await sessions.goTo(11)).toSorted()).toEqual(addresses(teacher, learner));
  });

  it('come as soon as the users subgraph is back', async () => {
    const { teacher, learner } = await sessions.aConfirmedSession();
    sessions.town.close();
    sessions.clock.advance(24 * hour);
    await eventually(async () => {
      const waiting = { kind: 'session.reminder', leasedUntil: { $gt: new Date() } };
      expect(await dueWork().countDocuments(waiting)).toBe(2);
    });
    expect(reminders()).toEqual([]);
    sessions.town.open();
    // A real lease lasts half a minute.
    await dueWork().updateMany({}, { $set: { leasedUntil: new Date(0) } });
    await sessions.goTo(24);
    expect(
      reminders()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(addresses(teacher, learner));
  });
});

describe('time', () => {
  it('ends proposals that nobody answered', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const near = accepted(await sessions.propose(learner, skillId));
    const far = { startAt: later(24 * 30), endAt: later(24 * 30 + 1) };
    const distant = accepted(await sessions.propose(learner, skillId, far));
    await sessions.goTo(48);
    expect(await sessions.read(teacher, near.id)).toEqual({ status: 'EXPIRED', version: 2 });
    expect(await sessions.read(teacher, distant.id)).toEqual({ status: 'PROPOSED', version: 1 });
    await sessions.goTo(24 * 7);
    expect(await sessions.read(teacher, distant.id)).toEqual({ status: 'EXPIRED', version: 2 });
  });

  it('makes a session done that one person has marked and the other not contested', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    await sessions.goTo(49);
    accepted(await sessions.act(learner, 'markSessionDone', { sessionId: session.id }));
    await sessions.goTo(49 + 47.9);
    expect(await sessions.read(teacher, session.id)).toMatchObject({ status: 'CONFIRMED' });
    await sessions.goTo(49 + 48);
    expect(await sessions.read(teacher, session.id)).toEqual({ status: 'DONE', version: 4 });
    const records = await sessions.stores.reliability.findByUserIds([teacher.id, learner.id]);
    expect(records).toMatchObject([{ done: 1 }, { done: 1 }]);
  });
});
