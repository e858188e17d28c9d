import { anAdmin } from '@skillswap/kit/test/testkit';
import { defineSubgraphSuite } from '@skillswap/kit/test/subgraph-suite';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, codes } from './payloads.ts';
import { later, start, startSessions, type TestSessions } from './start-sessions.ts';

defineSubgraphSuite('sessions', startSessions);

const everyField = `{
  id teacher { id } learner { id } createdBy { id } offeredBy { id } skill { id } startAt endAt mode videoUrl
  place { label latitude longitude } status version createdAt doneAt translatedChat reason
  cancelledLate
  reschedule { requestedBy { id } startAt endAt expiresAt reason } absentees { id } viewerCanConfirm viewerCanCancel updateCursor
}`;
const place = { label: 'Library', latitude: 48.85, longitude: 2.35 };

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

async function readAll(viewer: Viewer, id: string): Promise<unknown> {
  const query = `query ($id: ID!) { session(id: $id) ${everyField} }`;
  return (await sessions.as(viewer).execute(query, { id })).data?.['session'];
}

describe('a session', () => {
  it('goes from a proposal to DONE when both say so', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(
      await sessions.propose(learner, skillId, { videoUrl: 'https://meet.example/1' }),
    );
    expect(await readAll(teacher, id)).toMatchObject({
      ...{ teacher: { id: teacher.id }, learner: { id: learner.id }, skill: { id: skillId } },
      ...{ createdBy: { id: learner.id }, status: 'PROPOSED', version: 1, mode: 'REMOTE' },
      ...{ startAt: later(48).toISOString(), endAt: later(49).toISOString(), place: null },
      ...{ videoUrl: 'https://meet.example/1', createdAt: start.toISOString(), doneAt: null },
      ...{ translatedChat: false, reason: null, cancelledLate: false, absentees: [] },
      ...{ viewerCanConfirm: true, viewerCanCancel: false },
    });
    expect(await readAll(learner, id)).toMatchObject({
      viewerCanConfirm: false,
      viewerCanCancel: true,
    });
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id, expectedVersion: 1 }));
    const early = await sessions.act(teacher, 'markSessionDone', { sessionId: id });
    expect(codes(early)).toEqual(['TOO_EARLY']);

    await using there = await startSessions({ beside: sessions });
    there.clock.advance(49 * 3_600_000);
    accepted(await there.act(teacher, 'markSessionDone', { sessionId: id }));
    const again = accepted(await there.act(teacher, 'markSessionDone', { sessionId: id }));
    expect(again).toMatchObject({ status: 'CONFIRMED', version: 3 });
    const done = accepted(await there.act(learner, 'markSessionDone', { sessionId: id }));
    expect(done).toMatchObject({ status: 'DONE', version: 4 });
    expect(await readAll(teacher, id)).toMatchObject({ doneAt: later(49).toISOString() });
    const record = await sessions.stores.reliability.findByUserIds([teacher.id, learner.id]);
    expect(record).toMatchObject([{ done: 1 }, { done: 1 }]);
    there.clock.advance(-49 * 3_600_000);
  });

  it('is declined with a reason by the one who was asked', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id: sessionId } = accepted(await sessions.propose(learner, skillId));
    const wrong = await sessions.act(learner, 'declineSession', { sessionId });
    expect(codes(wrong)).toEqual(['NOT_ALLOWED']);
    const reason = 'I am away that week.';
    const declined = await sessions.act(teacher, 'declineSession', { sessionId, reason });
    expect(accepted(declined)).toMatchObject({ status: 'DECLINED', version: 2 });
    expect(await readAll(learner, sessionId)).toMatchObject({ reason });
    const late = await sessions.act(teacher, 'confirmSession', { sessionId });
    expect(codes(late)).toEqual(['WRONG_STATUS']);
  });

  it('counts against the one who cancels late', async () => {
    const soon = { startAt: later(20).toISOString(), endAt: later(21).toISOString() };
    const { teacher, learner, session } = await sessions.aConfirmedSession(soon);
    accepted(await sessions.act(learner, 'cancelSession', { sessionId: session.id }));
    expect(await readAll(teacher, session.id)).toMatchObject({ cancelledLate: true });
    const records = await sessions.stores.reliability.findByUserIds([teacher.id, learner.id]);
    expect(records).toMatchObject([{ lateCancellations: 0 }, { lateCancellations: 1 }]);
    const query = `query ($of: [_Any!]!) {
      _entities(representations: $of) {
        ... on User { reliability { score done lateCancellations noShows } }
      }
    }`;
    const of = [{ __typename: 'User', id: learner.id }];
    expect((await sessions.as(teacher).execute(query, { of })).data).toEqual({
      _entities: [{ reliability: { score: 0.889, done: 0, lateCancellations: 1, noShows: 0 } }],
    });
  });

  it('is a no-show of the one who is reported, from a quarter of an hour on', async () => {
    const soon = { startAt: later(1).toISOString(), endAt: later(2).toISOString() };
    const { teacher, learner, session } = await sessions.aConfirmedSession(soon);
    const sessionId = session.id;
    const early = await sessions.act(learner, 'reportNoShow', { sessionId });
    expect(codes(early)).toEqual(['TOO_EARLY']);
    sessions.clock.advance(75 * 60_000);
    accepted(await sessions.act(learner, 'reportNoShow', { sessionId }));
    sessions.clock.advance(-75 * 60_000);
    expect(await readAll(learner, sessionId)).toMatchObject({
      status: 'NO_SHOW',
      absentees: [{ id: teacher.id }],
    });
    const records = await sessions.stores.reliability.findByUserIds([teacher.id, learner.id]);
    expect(records).toMatchObject([{ noShows: 1 }, { noShows: 0 }]);
  });

  it('does not change for somebody who has seen another version', async () => {
    const { teacher, session } = await sessions.aConfirmedSession();
    const stale = { sessionId: session.id, expectedVersion: 1 };
    expect(codes(await sessions.act(teacher, 'cancelSession', stale))).toEqual(['STALE_VERSION']);
    expect(await sessions.read(teacher, session.id)).toEqual({ status: 'CONFIRMED', version: 2 });
  });

  it('changes once when two act at the same time on the same version', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const input = { sessionId: session.id, expectedVersion: session.version };
    await using twin = await startSessions({ beside: sessions });
    const answers = await Promise.all([
      sessions.act(teacher, 'cancelSession', input),
      twin.act(learner, 'cancelSession', input),
      sessions.act(learner, 'cancelSession', input),
      twin.act(teacher, 'cancelSession', input),
    ]);
    expect(answers.filter((answer) => answer.session !== null)).toHaveLength(1);
    expect(await sessions.read(teacher, session.id)).toEqual({ status: 'CANCELLED', version: 3 });
  });

  it('tells the other subgraphs of its status', async () => {
    const { teacher, learner, skillId, session } = await sessions.aConfirmedSession();
    const outbox = sessions.runtime.store.db.collection('outbox');
    const events = await outbox
      .find({ 'payload.sessionId': session.id }, { projection: { type: 1, payload: 1, _id: 0 } })
      .sort({ _id: 1 })
      .toArray();
    expect(events.map((event): unknown => event['type'])).toEqual([
      'session.proposed',
      'session.confirmed',
    ]);
    expect(events[1]?.['payload']).toEqual({
      ...{ sessionId: session.id, version: 2, status: 'CONFIRMED', minutes: 60, doneAt: null },
      ...{ teacherId: teacher.id, learnerId: learner.id, createdById: learner.id, skillId },
      ...{ startAt: session.startAt, endAt: session.endAt, noShowUserIds: [] },
    });
  });
});

describe('who sees a session', () => {
  const wish = { mode: 'ONSITE', place };

  it('are its participants, and administrators without the exact place', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession(wish);
    for (const participant of [teacher, learner]) {
      expect(await readAll(participant, session.id)).toMatchObject({ place });
    }
    const admin = anAdmin();
    expect(await readAll(admin, session.id)).toMatchObject({
      place: { label: 'Library', latitude: null, longitude: null },
      ...{ updateCursor: null, viewerCanConfirm: false, viewerCanCancel: false },
    });
    const deed = { sessionId: session.id };
    expect(codes(await sessions.act(admin, 'cancelSession', deed))).toEqual(['NOT_FOUND']);
  });

  it('do not know the exact place before the session is confirmed', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(await sessions.propose(learner, skillId, wish));
    expect(await readAll(teacher, id)).toMatchObject({
      place: { label: 'Library', latitude: null, longitude: null },
    });
  });

  it('are not strangers: by id, by reference, and for their deeds there is no such session', async () => {
    const { teacher, session } = await sessions.aConfirmedSession();
    const stranger = await sessions.aPerson();
    expect(await readAll(stranger, session.id)).toBeNull();
    const query = `query ($of: [_Any!]!) {
      _entities(representations: $of) { ... on Session { status } }
    }`;
    const of = [session.id, 'ses_none'].map((id) => ({ __typename: 'Session', id }));
    for (const viewer of [stranger, anonymous]) {
      const { data, errors } = await sessions.as(viewer).execute(query, { of });
      expect({ data, errors }).toEqual({ data: { _entities: [null, null] }, errors: [] });
    }
    expect((await sessions.as(teacher).execute(query, { of })).data).toEqual({
      _entities: [{ status: 'CONFIRMED' }, null],
    });
    for (const mutation of [
      ...['confirmSession', 'declineSession', 'cancelSession', 'counterProposeSession'],
      ...['markSessionDone', 'reportNoShow', 'requestReschedule', 'respondToReschedule'],
    ]) {
      const foreign = await sessions.act(stranger, mutation, { sessionId: session.id });
      const missing = await sessions.act(stranger, mutation, { sessionId: 'ses_none' });
      expect(foreign).toEqual(missing);
      expect(codes(foreign)).toEqual(['NOT_FOUND']);
    }
    expect(await sessions.read(teacher, session.id)).toEqual({ status: 'CONFIRMED', version: 2 });
  });

  it('are not the anonymous', async () => {
    const { session } = await sessions.aConfirmedSession();
    const answer = await sessions
      .as(anonymous)
      .execute('query ($id: ID!) { session(id: $id) { id } }', { id: session.id });
    expect(answer.data).toEqual({ session: null });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are other subgraphs, for facts alone', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    const query = `query ($id: ID!) {
      internalSession(id: $id) {
        id teacherId learnerId status version endAt doneAt noShowUserIds
      }
    }`;
    const service = { kind: 'service', name: 'reviews' } as const;
    expect((await sessions.as(service).execute(query, { id: session.id })).data).toEqual({
      internalSession: {
        ...{ id: session.id, teacherId: teacher.id, learnerId: learner.id },
        ...{ status: 'CONFIRMED', version: 2, endAt: session.endAt, doneAt: null },
        noShowUserIds: [],
      },
    });
    const { errors } = await sessions.as(teacher).execute(query, { id: session.id });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe("a person's sessions", () => {
  const query = `query ($of: [_Any!]!, $status: [SessionStatus!], $first: Int!, $after: String) {
    _entities(representations: $of) {
      ... on User {
        sessions(status: $status, first: $first, after: $after) {
          edges { cursor node { id status } }
          pageInfo { hasNextPage hasPreviousPage endCursor }
        }
      }
    }
  }`;
  const of = (id: string) => [{ __typename: 'User', id }];

  it('come in pages, the latest start first', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const ids: string[] = [];
    for (const hour of [3, 1, 2]) {
      const wish = { startAt: later(hour).toISOString(), endAt: later(hour + 0.5).toISOString() };
      ids.push(accepted(await sessions.propose(learner, skillId, wish)).id);
    }
    const page = async (variables: Record<string, unknown>) => {
      const answer = await sessions
        .as(teacher)
        .execute(query, { of: of(teacher.id), ...variables });
      return JSON.stringify(answer.data);
    };
    const first = await page({ first: 2 });
    const found = [...first.matchAll(/ses_\w+/g)].map(([id]) => id);
    expect(found).toEqual([ids[0], ids[2]]);
    expect(first).toContain('"hasNextPage":true,"hasPreviousPage":false');
    const after = /"endCursor":"([^"]+)"/.exec(first)?.[1];
    const second = await page({ first: 2, after });
    expect([...second.matchAll(/ses_\w+/g)].map(([id]) => id)).toEqual([ids[1]]);
    expect(second).toContain('"hasNextPage":false,"hasPreviousPage":true');
    expect(await page({ first: 5, status: ['CONFIRMED'] })).not.toContain('ses_');
  });

  it('are for nobody else, an administrator included', async () => {
    const { teacher } = await sessions.aConfirmedSession();
    for (const viewer of [await sessions.aPerson(), anAdmin(), anonymous]) {
      const answer = await sessions.as(viewer).execute(query, { of: of(teacher.id), first: 1 });
      expect(answer.data).toEqual({ _entities: [{ sessions: null }] });
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
    }
  });

  it.each([
    ['no page size', { first: 0 }],
    ['too large a page', { first: 101 }],
    ['a made-up cursor', { first: 1, after: 'abc' }],
  ])('are refused with %s', async (_title, variables) => {
    const person = await sessions.aPerson();
    const answer = await sessions.as(person).execute(query, { of: of(person.id), ...variables });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
