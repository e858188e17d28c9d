import { eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, codes } from './payloads.ts';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
beforeEach(() => sessions.startOver());
afterAll(() => sessions[Symbol.asyncDispose]());

const letters = () => sessions.mailsOf('SESSION_TIME_TAKEN');
const addressOf = ({ id }: Member) => `${id}@example.org`;
const hourAt = (hours: number): Wish => ({ startAt: later(hours), endAt: later(hours + 1) });

async function propose(learner: Member, skillId: string, hours: number): Promise<string> {
  return accepted(await sessions.propose(learner, skillId, hourAt(hours))).id;
}

const confirm = (teacher: Member, sessionId: string) =>
  sessions.act(teacher, 'confirmSession', { sessionId });

describe('whoever was planning a session at a time that is taken now', () => {
  it('gets a letter in their language, and their proposal stays', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const carol = await sessions.aPerson();
    sessions.town.settle({ id: teacher.id, displayName: 'Ada' });
    sessions.town.settle({ id: carol.id, preferredLanguage: 'fr', timeZone: 'Europe/Paris' });
    const [first, second] = [
      await propose(learner, skillId, 48),
      await propose(carol, skillId, 48.5),
    ];
    accepted(await confirm(teacher, first));
    await sessions.goTo(0);
    const [letter, ...others] = letters();
    expect(others).toEqual([]);
    expect(letter?.to).toBe(addressOf(carol));
    expect(letter?.subject).toBe('Le créneau de votre proposition avec Ada est pris');
    expect(letter?.text).toContain('le mercredi 3 mars 2027 à 11:30 (Europe/Paris)');
    expect(letter?.text).toContain(`http://localhost:4000/sessions/${second}`);
    expect(await sessions.read(carol, second)).toEqual({ status: 'PROPOSED', version: 1 });
    expect(codes(await confirm(teacher, second))).toEqual(['SLOT_TAKEN']);
  });

  it('gets it once, however often the time is taken', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const carol = await sessions.aPerson();
    await propose(carol, skillId, 48);
    for (const turn of [1, 2]) {
      const sessionId = await propose(learner, skillId, 48);
      accepted(await confirm(teacher, sessionId));
      await sessions.goTo(0);
      expect(
        letters().map(({ to }) => to),
        `turn ${String(turn)}`,
      ).toEqual([addressOf(carol)]);
      accepted(await sessions.act(teacher, 'cancelSession', { sessionId }));
    }
  });

  it('gets it when a session is moved there', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const carol = await sessions.aPerson();
    await propose(carol, sessions.town.teach(teacher.id), 72);
    const sessionId = session.id;
    accepted(await sessions.act(learner, 'requestReschedule', { sessionId }));
    await sessions.goTo(0);
    expect(letters()).toEqual([]);
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId, accept: true }));
    await sessions.goTo(0);
    expect(letters().map(({ to }) => to)).toEqual([addressOf(carol)]);
  });

  it('gets none for a time that only touches, nor the two who took it', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const carol = await sessions.aPerson();
    await propose(carol, skillId, 49);
    await propose(learner, skillId, 48.5);
    accepted(await confirm(teacher, await propose(learner, skillId, 48)));
    await sessions.goTo(0);
    expect(letters()).toEqual([]);
  });

  it('gets none about somebody with whom there is a block', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const carol = await sessions.aPerson();
    await propose(carol, skillId, 48);
    const block = { blockerId: teacher.id, blockedId: carol.id };
    await sessions.tell('users', 'user.blocked', block);
    await eventually(async () => {
      expect(await sessions.stores.people.findBlocked(carol.id, [teacher.id])).toHaveLength(1);
    });
    accepted(await confirm(teacher, await propose(learner, skillId, 48)));
    await sessions.goTo(0);
    expect(letters()).toEqual([]);
  });
});
