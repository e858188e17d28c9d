import { eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accepted } from './payloads.ts';
import { atAnotherTime, later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

async function createFeed(viewer: Viewer): Promise<string> {
  const query = 'mutation { createCalendarFeed { url userErrors { code } } }';
  const { data } = await sessions.as(viewer).execute(query);
  const read = z.object({ createCalendarFeed: z.object({ url: z.string() }) });
  const { url } = read.parse(data).createCalendarFeed;
  expect(url).toMatch(/^http:\/\/localhost:4000\/calendar\/[\w-]{32}\.ics$/);
  return new URL(url).pathname;
}

const fetchFeed = (path: string) => fetch(new URL(path, sessions.url));

async function readFeed(path: string): Promise<string> {
  const response = await fetchFeed(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  // Long lines are folded.
  return (await response.text()).replaceAll('\r\n ', '');
}

async function expectNothingAt(path: string) {
  const [found, made] = await Promise.all([path, `/calendar/${'a'.repeat(32)}.ics`].map(fetchFeed));
  expect(found?.status).toBe(404);
  expect(await found?.text()).toBe(await made?.text());
}

describe('a calendar feed', () => {
  it('shows agreed sessions to whoever has its address, and no proposals', async () => {
    const place = {
      label: 'Library;\nATTENDEE:mailto:eve@example.org',
      latitude: 48,
      longitude: 2,
    };
    const agreed = await sessions.aConfirmedSession({ mode: 'ONSITE', place });
    const { teacher, learner, skillId, session } = agreed;
    sessions.town.settle({ id: learner.id, displayName: 'Bob, the \r\nBEGIN:VEVENT' });
    const elsewhere = { startAt: later(60), endAt: later(61) };
    const open = accepted(await sessions.propose(learner, skillId, elsewhere));
    const text = await readFeed(await createFeed(teacher));
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        ...['BEGIN:VCALENDAR', `UID:${session.id}@skillswap`, 'SEQUENCE:2', 'STATUS:CONFIRMED'],
        ...['DTSTART:20270303T100000Z', 'DTEND:20270303T110000Z', 'GEO:48;2'],
        ...['SUMMARY:Teaching Bob\\, the BEGIN:VEVENT'],
        'LOCATION:Library\\; ATTENDEE:mailto:eve@example.org',
        `URL;VALUE=URI:http://localhost:4000/sessions/${session.id}`,
      ]),
    );
    expect(text).not.toContain(open.id);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
  });

  it('follows its sessions, and forgets cancelled ones', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const path = await createFeed(learner);
    const sessionId = session.id;
    accepted(await sessions.act(learner, 'requestReschedule', { sessionId }));
    expect(await readFeed(path)).toContain('DTSTART:20270303T100000Z');
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId }));
    expect(await readFeed(path)).toContain('DTSTART:20270304T100000Z');
    accepted(await sessions.act(teacher, 'cancelSession', { sessionId }));
    expect(await readFeed(path)).not.toContain('VEVENT');
  });

  it('ends when another takes its place, and when it is revoked', async () => {
    const ada = await sessions.aPerson();
    const [first, second] = [await createFeed(ada), await createFeed(ada)];
    await expectNothingAt(first);
    await readFeed(second);
    const revoke = 'mutation { revokeCalendarFeed { revoked userErrors { code } } }';
    const { data } = await sessions.as(ada).execute(revoke);
    expect(data).toEqual({ revokeCalendarFeed: { revoked: true, userErrors: [] } });
    await expectNothingAt(second);
    const again = await sessions.as(ada).execute(revoke);
    expect(again.data).toEqual({ revokeCalendarFeed: { revoked: false, userErrors: [] } });
  });

  it('keeps its secret to itself: the store has its hash, and nobody reads another one', async () => {
    const ada = await sessions.aPerson();
    const path = await createFeed(ada);
    const [stored] = await sessions.runtime.store.db
      .collection<{ _id: string }>('calendarFeeds')
      .find({ _id: ada.id })
      .toArray();
    expect(JSON.stringify(stored)).not.toContain(path.slice(10, -4));
    for (const viewer of [await sessions.aPerson(), anonymous]) {
      const query = `query ($of: [_Any!]!) {
        _entities(representations: $of) { ... on User { calendarFeed { createdAt } } }
      }`;
      const of = [{ __typename: 'User', id: ada.id }];
      const { data, errors } = await sessions.as(viewer).execute(query, { of });
      expect(data).toEqual({ _entities: [{ calendarFeed: null }] });
      expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
    }
  });

  it('of somebody who is suspended is none', async () => {
    const ada = await sessions.aPerson();
    const path = await createFeed(ada);
    sessions.town.settle({ id: ada.id, state: 'SUSPENDED' });
    await expectNothingAt(path);
  });

  it.each(['/calendar/', '/calendar/x.ics', '/calendar/../graphql', '/calendar/%00.ics'])(
    'is not at %s',
    async (path) => {
      expect((await fetchFeed(path)).status).toBe(404);
    },
  );
});

describe('a letter for calendars', () => {
  const lettersTo = ({ id }: { readonly id: string }) =>
    sessions.mails
      .filter(({ to, kind }) => to.startsWith(id) && kind !== 'SESSION_REMINDER')
      .map(({ kind, calendar }) => {
        const lines = (calendar?.content ?? '').replaceAll('\r\n ', '').split('\r\n');
        const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`));
        return [kind, calendar?.method, value('DTSTART'), value('SEQUENCE'), value('STATUS')];
      });
  const invited = ['SESSION_INVITATION', 'REQUEST', 'DTSTART:20270303T100000Z', 'SEQUENCE:2'];
  const moved = ['SESSION_INVITATION', 'REQUEST', 'DTSTART:20270304T100000Z', 'SEQUENCE:4'];
  const off = ['SESSION_CANCELLED', 'CANCEL', 'DTSTART:20270304T100000Z', 'SEQUENCE:5'];

  it('goes to each of the two once: when it is agreed, moved and called off', async () => {
    await using twin = await startSessions({ beside: sessions });
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const sessionId = session.id;
    const expectLetters = (...letters: readonly (readonly string[])[]) =>
      eventually(() => {
        expect(lettersTo(teacher)).toEqual(letters);
        expect(lettersTo(learner)).toEqual(letters);
      });
    const first = [...invited, 'STATUS:CONFIRMED'];
    await expectLetters(first);
    accepted(await twin.act(learner, 'requestReschedule', { sessionId, ...atAnotherTime }));
    accepted(await sessions.act(teacher, 'respondToReschedule', { sessionId }));
    const second = [...moved, 'STATUS:CONFIRMED'];
    await expectLetters(first, second);
    accepted(await twin.act(teacher, 'cancelSession', { sessionId }));
    await expectLetters(first, second, [...off, 'STATUS:CANCELLED']);
  });

  it('is not written for a proposal, nor for one that is declined', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id: sessionId } = accepted(await sessions.propose(learner, skillId));
    accepted(await sessions.act(teacher, 'declineSession', { sessionId }));
    const work = sessions.runtime.store.db.collection('dueWork');
    expect(await work.countDocuments({ 'payload.sessionId': sessionId })).toBe(0);
    expect([...lettersTo(teacher), ...lettersTo(learner)]).toEqual([]);
  });

  it('names both in the language and by the clock of its reader', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    sessions.town.settle({ id: teacher.id, preferredLanguage: 'fr', timeZone: 'Europe/Paris' });
    sessions.town.settle({ id: learner.id, displayName: 'Bob' });
    const { id: sessionId } = accepted(await sessions.propose(learner, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId }));
    await eventually(() => {
      const mail = sessions.mails.find(({ to }) => to.startsWith(teacher.id));
      expect(mail?.subject).toBe('Votre session avec Bob');
      expect(mail?.text).toContain('mercredi 3 mars 2027 à 11:00 (Europe/Paris)');
      expect(mail?.calendar?.content).toContain('METHOD:REQUEST');
      expect(mail?.calendar?.content).toContain('ORGANIZER;CN="SkillSwap"');
    });
  });
});
