import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes, payloadFields, readPayload } from './payloads.ts';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
beforeEach(() => sessions.startOver());
afterAll(() => sessions[Symbol.asyncDispose]());

const aModerator = () => aMember({ roles: ['MODERATOR'], scopes: ['moderation'] });

async function decide(
  viewer: Viewer,
  sessionId: string,
  absenteeIds: string[],
  over: Wish = {},
  instance: Pick<TestSessions, 'as'> = sessions,
) {
  const query = `mutation ($input: DecideSessionOutcomeInput!) {
    decideSessionOutcome(input: $input) ${payloadFields}
  }`;
  return instance.as(viewer).execute(query, { input: { sessionId, absenteeIds, ...over } });
}

const recordsOf = async (...people: readonly { readonly id: string }[]) => {
  const records = await sessions.stores.reliability.findByUserIds(people.map(({ id }) => id));
  return records.map(({ done, noShows }) => ({ done, noShows }));
};

/** A session of which the learner says that the teacher did not come. */
async function aReport() {
  const agreed = await sessions.aConfirmedSession();
  const sessionId = agreed.session.id;
  await sessions.goTo(48.5);
  const report = { sessionId, reason: 'I waited.' };
  accepted(await sessions.act(agreed.learner, 'reportNoShow', report));
  return { ...agreed, sessionId };
}

async function aDispute() {
  const reported = await aReport();
  const { teacher, sessionId } = reported;
  const contest = { sessionId, reason: 'I was there.' };
  const disputed = await sessions.act(teacher, 'contestOutcome', contest);
  expect(accepted(disputed)).toMatchObject({ status: 'DISPUTED', version: 4 });
  return reported;
}

const eventsOf = async (sessionId: string) => {
  const outbox = sessions.runtime.store.db.collection('outbox');
  const rows = await outbox.find({ 'payload.sessionId': sessionId }).sort({ _id: 1 }).toArray();
  return rows.map((row): unknown => row['type']).slice(2);
};

describe('a reported absence', () => {
  it('counts once, against the one who was reported', async () => {
    const { teacher, learner, sessionId } = await aReport();
    const again = await sessions.act(learner, 'reportNoShow', { sessionId });
    expect(codes(again)).toEqual(['WRONG_STATUS']);
    expect(await recordsOf(teacher, learner)).toEqual([
      { done: 0, noShows: 1 },
      { done: 0, noShows: 0 },
    ]);
  });

  it('is contested by the one who was reported alone, once, within 48 hours', async () => {
    const { teacher, learner, sessionId } = await aReport();
    const query = `query ($id: ID!) {
      session(id: $id) { reason contestableUntil viewerCanContest dispute { openedAt } }
    }`;
    const read = async (viewer: Viewer) =>
      (await sessions.as(viewer).execute(query, { id: sessionId })).data?.['session'];
    const open = {
      reason: 'I waited.',
      contestableUntil: later(96.5).toISOString(),
      dispute: null,
    };
    expect(await read(teacher)).toEqual({ ...open, viewerCanContest: true });
    expect(await read(learner)).toEqual({ ...open, viewerCanContest: false });
    const own = await sessions.act(learner, 'contestOutcome', { sessionId });
    expect(codes(own)).toEqual(['NOT_ALLOWED']);
    await sessions.goTo(96.5);
    const late = await sessions.act(teacher, 'contestOutcome', { sessionId });
    expect(codes(late)).toEqual(['TOO_LATE']);
    expect(await sessions.read(teacher, sessionId)).toEqual({ status: 'NO_SHOW', version: 3 });
  });

  it('of somebody who has said that they were there is a dispute at once', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const sessionId = session.id;
    await sessions.goTo(49);
    accepted(await sessions.act(teacher, 'markSessionDone', { sessionId }));
    const reported = await sessions.act(learner, 'reportNoShow', { sessionId });
    expect(accepted(reported)).toMatchObject({ status: 'DISPUTED', version: 4 });
    // Silence decides nothing any more.
    await sessions.goTo(49 + 72);
    const work = sessions.runtime.store.db.collection('dueWork');
    expect(await work.countDocuments({ kind: 'session.silence' })).toBe(0);
    expect(await sessions.read(teacher, sessionId)).toEqual({ status: 'DISPUTED', version: 4 });
  });
});

describe('a disputed session', () => {
  it('counts for nobody until it is decided, and then once', async () => {
    const { teacher, learner, sessionId } = await aDispute();
    const nothing = { done: 0, noShows: 0 };
    expect(await recordsOf(teacher, learner)).toEqual([nothing, nothing]);
    const moderator = aModerator();
    const upheld = readPayload(await decide(moderator, sessionId, [teacher.id]));
    expect(accepted(upheld)).toMatchObject({ status: 'NO_SHOW', version: 5 });
    expect(await recordsOf(teacher, learner)).toEqual([{ done: 0, noShows: 1 }, nothing]);
    expect(codes(readPayload(await decide(moderator, sessionId, [])))).toEqual(['WRONG_STATUS']);
    const again = await sessions.act(teacher, 'contestOutcome', { sessionId });
    expect(codes(again)).toEqual(['WRONG_STATUS']);
    expect(await recordsOf(teacher, learner)).toEqual([{ done: 0, noShows: 1 }, nothing]);
    expect(await eventsOf(sessionId)).toEqual([
      ...['session.noShow', 'session.disputed', 'session.noShow'],
    ]);
  });

  it('that took place is DONE for both, so that time credits move and reviews open', async () => {
    const { teacher, learner, sessionId } = await aDispute();
    const statement = 'The call shows both of you.';
    accepted(readPayload(await decide(aModerator(), sessionId, [], { statement })));
    const done = { done: 1, noShows: 0 };
    expect(await recordsOf(teacher, learner)).toEqual([done, done]);
    expect(await eventsOf(sessionId)).toEqual([
      ...['session.noShow', 'session.disputed', 'session.done'],
    ]);
    const query = `query ($id: ID!) {
      session(id: $id) {
        status doneAt absentees { id } contestableUntil
        dispute { openedBy { id } openedAt reason decidedAt statement }
      }
    }`;
    const { data } = await sessions.as(learner).execute(query, { id: sessionId });
    const at = later(48.5).toISOString();
    expect(data?.['session']).toEqual({
      ...{ status: 'DONE', doneAt: at, absentees: [], contestableUntil: null },
      dispute: {
        ...{ openedBy: { id: teacher.id }, openedAt: at, reason: 'I was there.' },
        ...{ decidedAt: at, statement },
      },
    });
    expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
  });

  it('can be the fault of both', async () => {
    const { teacher, learner, sessionId } = await aDispute();
    accepted(readPayload(await decide(aModerator(), sessionId, [teacher.id, learner.id])));
    const missed = { done: 0, noShows: 1 };
    expect(await recordsOf(teacher, learner)).toEqual([missed, missed]);
  });

  it('is decided once when moderators decide at the same time', async () => {
    const { teacher, learner, sessionId } = await aDispute();
    await using twin = await startSessions({ beside: sessions });
    const answers = await Promise.all(
      [[teacher.id], [learner.id], []].map((ids, at) =>
        decide(aModerator(), sessionId, ids, {}, at === 1 ? twin : sessions),
      ),
    );
    const taken = answers.map(readPayload).filter(({ session }) => session !== null);
    expect(taken).toHaveLength(1);
    expect(await sessions.read(teacher, sessionId)).toMatchObject({ version: 5 });
  });

  it('is seen by moderators, who find it in their list until it is decided', async () => {
    const { teacher, sessionId } = await aDispute();
    const quiet = await sessions.aConfirmedSession({ startAt: later(72), endAt: later(73) });
    const moderator = aModerator();
    const listed = async () => {
      const query = '{ openSessionDisputes(first: 50) { edges { node { id } } } }';
      const { data } = await sessions.as(moderator).execute(query);
      const read = z.object({
        openSessionDisputes: z.object({
          edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
        }),
      });
      return read.parse(data).openSessionDisputes.edges.map(({ node }) => node.id);
    };
    expect(await listed()).toContain(sessionId);
    expect(await sessions.read(moderator, sessionId)).toMatchObject({ status: 'DISPUTED' });
    expect(await sessions.read(moderator, quiet.session.id)).toBeNull();
    accepted(readPayload(await decide(moderator, sessionId, [teacher.id])));
    expect(await listed()).not.toContain(sessionId);
  });

  it('is decided by moderators alone, never over a session of their own', async () => {
    const { teacher, learner, sessionId } = await aDispute();
    const both = [teacher, learner].map((person) => ({ ...person, scopes: ['moderation'] }));
    for (const own of both) {
      expect(codes(readPayload(await decide(own, sessionId, [])))).toEqual(['NOT_ALLOWED']);
    }
    const stranger = await sessions.aPerson();
    for (const viewer of [teacher, stranger, anAdmin(), anonymous]) {
      const { data, errors } = await decide(viewer, sessionId, []);
      expect(data).toBeNull();
      expect(errors[0]?.extensions?.['code']).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
      const list = await sessions
        .as(viewer)
        .execute('{ openSessionDisputes(first: 1) { edges { cursor } } }');
      expect(list.data).toBeNull();
    }
    expect(await sessions.read(teacher, sessionId)).toEqual({ status: 'DISPUTED', version: 4 });
  });

  it('is decided over its own people, in words that can be read', async () => {
    const { teacher, sessionId } = await aDispute();
    const moderator = aModerator();
    const stranger = readPayload(await decide(moderator, sessionId, ['usr_none']));
    expect(stranger.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['absenteeIds'] }]);
    const loud = readPayload(
      await decide(moderator, sessionId, [], { statement: 'x'.repeat(2001) }),
    );
    expect(loud.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['statement'] }]);
    const quiet = await sessions.aConfirmedSession({ startAt: later(72), endAt: later(73) });
    const undisputed = readPayload(await decide(moderator, quiet.session.id, []));
    expect(undisputed).toEqual(readPayload(await decide(moderator, 'ses_none', [])));
    expect(await sessions.read(teacher, sessionId)).toEqual({ status: 'DISPUTED', version: 4 });
  });
});
