import { eventStream } from '@skillswap/kit/outbox';
import { newId } from '@skillswap/kit/id';
import type { CommandStartedEvent } from 'mongodb';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { aMember, eventually, recordCommands } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections } from '../src/collections.ts';
import { tallyOf, type CountedReview, type Tally } from '../src/reputation.ts';
import { createReviewedPersonRepository } from '../src/reviewed-person-repository.ts';
import {
  aModerator,
  refusalCodes,
  reviewId,
  startReviews,
  type TestReviews,
} from './start-reviews.ts';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await startReviews();
});
afterAll(() => reviews[Symbol.asyncDispose]());

const own = ['reviews', 'reviewWindows', 'reviewedPeople', 'blocks'] as const;
const stored = (name: (typeof own)[number]) =>
  reviews.runtime.store.db.collection<Record<string, unknown> & { _id: string }>(name);

/** The tally that follows from the published reviews alone. */
async function recount(userId: string): Promise<Tally> {
  const rows = reviews.runtime.store.db.collection<CountedReview>('reviews').find({
    revieweeId: userId,
    publishedAt: { $type: 'date' },
    'dispute.decision.outcome': { $ne: 'UPHELD' },
  });
  return tallyOf(await rows.toArray());
}

/** What was counted as reviews were published and hidden. */
async function counted(userId: string) {
  const [person] = await createReviewedPersonRepository(reviews.runtime.store.db).findVisible(
    null,
    [userId],
  );
  const count = Object.values(person?.tally ?? {}).reduce((sum, month) => sum + month.count, 0);
  return { version: person?.version, tally: person?.tally, count };
}

describe('under concurrency', () => {
  it('a person who submits four times at once reviews once, ×40', async () => {
    for (let round = 0; round < 40; round += 1) {
      const { session, teacher } = reviews.aSession();
      const answers = await Promise.all(
        [1, 2, 3, 4].map((stars) => reviews.submit(teacher, session.id, { stars })),
      );
      const refusals = answers
        .map((answer) => refusalCodes(answer))
        .filter((codes) => String(codes) !== '');
      expect(refusals).toEqual(Array.from({ length: 3 }, () => ['ALREADY_REVIEWED']));
      expect(await stored('reviews').countDocuments({ sessionId: session.id })).toBe(1);
    }
  }, 300_000);

  it('both sides at once publish both reviews exactly once, ×40', async () => {
    const teacher = aMember();
    for (let round = 0; round < 40; round += 1) {
      const { session, learner } = reviews.aSession({ teacherId: teacher.id });
      const answers = await Promise.all([
        reviews.submit(teacher, session.id, { stars: (round % 5) + 1 }),
        reviews.submit(learner, session.id, { stars: ((round + 2) % 5) + 1 }),
      ]);
      answers.forEach(reviewId);
      const open = { sessionId: session.id, publishedAt: null };
      expect(await stored('reviews').countDocuments(open)).toBe(0);
    }
    const tally = await recount(teacher.id);
    expect(await counted(teacher.id)).toEqual({ version: 40, tally, count: 40 });
    const published = { type: 'review.published', 'payload.revieweeId': teacher.id };
    const outbox = reviews.runtime.store.db.collection('outbox');
    expect(await outbox.countDocuments(published)).toBe(40);
  }, 300_000);

  it('reviews of one person from many sessions at once are all counted', async () => {
    const teacher = aMember();
    const sessions = Array.from({ length: 12 }, () => reviews.aSession({ teacherId: teacher.id }));
    await Promise.all(
      sessions.flatMap(({ session, learner }, index) => [
        reviews.submit(teacher, session.id),
        reviews.submit(learner, session.id, { stars: (index % 5) + 1, pedagogy: 1 }),
      ]),
    );
    const tally = await recount(teacher.id);
    expect(await counted(teacher.id)).toEqual({ version: 12, tally, count: 12 });
  });

  it('sessions of one pair at once give each review a number of its own', async () => {
    const teacher = aMember();
    const learner = aMember();
    const pair = { teacherId: teacher.id, learnerId: learner.id };
    const sessions = Array.from({ length: 6 }, () => reviews.aSession(pair).session);
    await Promise.all(sessions.map((session) => reviews.submit(learner, session.id)));
    await Promise.all(sessions.map((session) => reviews.submit(teacher, session.id)));
    const written = await stored('reviews').find({ revieweeId: teacher.id }).toArray();
    expect(written.map(({ nth }) => nth).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    const tally = await recount(teacher.id);
    expect(await counted(teacher.id)).toEqual({ version: 6, tally, count: 6 });
    const weight = Object.values(tally).reduce((sum, month) => sum + month.weight, 0);
    expect(weight).toBe(60 + 30 + 20 + 15 + 12 + 10);
  });

  it('reviews that are hidden while others are published leave the tally of what is left', async () => {
    const teacher = aMember();
    const moderator = aModerator();
    const aDispute = async (stars: number) => {
      const { session, learner } = reviews.aSession({ teacherId: teacher.id });
      await reviews.submit(teacher, session.id);
      const id = reviewId(await reviews.submit(learner, session.id, { stars }));
      await reviews.dispute(teacher, id, 'This never happened.');
      return id;
    };
    const disputed = await Promise.all([1, 2, 3, 4, 5].map(aDispute));
    const others = Array.from({ length: 5 }, () => reviews.aSession({ teacherId: teacher.id }));
    await Promise.all([
      ...disputed.map((id, index) =>
        reviews.decide(moderator, id, index % 2 === 0 ? 'UPHELD' : 'REJECTED'),
      ),
      ...others.flatMap(({ session, learner }) => [
        reviews.submit(teacher, session.id),
        reviews.submit(learner, session.id, { stars: 2 }),
      ]),
    ]);
    const tally = await recount(teacher.id);
    expect(await counted(teacher.id)).toEqual({ version: 13, tally, count: 7 });
  });

  it('the last moment belongs either to the review or to the end of the window, ×20', async () => {
    await using alone = await startReviews();
    const { db } = alone.runtime.store;
    for (let round = 0; round < 20; round += 1) {
      const { session, teacher, learner } = alone.aSession();
      reviewId(await alone.submit(learner, session.id));
      const submitted = alone.submit(teacher, session.id);
      alone.clock.advance(14 * 86_400_000);
      const isIn = String(refusalCodes(await submitted)) === '';
      const ofSession = { sessionId: session.id };
      await eventually(async () => {
        const sealed = { ...ofSession, publishedAt: null };
        expect(await db.collection('reviews').countDocuments(sealed)).toBe(0);
      });
      expect(await db.collection('reviews').countDocuments(ofSession)).toBe(isIn ? 2 : 1);
      const published = { type: 'review.published', 'payload.sessionId': session.id };
      expect(await db.collection('outbox').countDocuments(published)).toBe(isIn ? 2 : 1);
    }
  }, 60_000);
});

describe('events', () => {
  it('that come twice, late or unknown change nothing more', async () => {
    const { session, teacher, learner } = reviews.aSession();
    const done = {
      sessionId: session.id,
      teacherId: teacher.id,
      learnerId: learner.id,
      doneAt: reviews.clock.now().toISOString(),
      version: 3,
    };
    reviewId(await reviews.submit(teacher, session.id));
    reviewId(await reviews.submit(learner, session.id));
    const before = await stored('reviewWindows').findOne({ _id: session.id });
    await reviews.tell('sessions', 'session.unheardOf', done);
    await reviews.tell('sessions', 'session.done', done);
    await reviews.tell('sessions', 'session.done', done);
    await reviews.tell('users', 'user.registered', { userId: teacher.id });
    const marker = newId('usr');
    await reviews.tell('users', 'user.registered', { userId: marker });
    await reviews.tell('sessions', 'session.done', { ...done, sessionId: marker });
    await eventually(async () => {
      expect(await stored('reviewWindows').findOne({ _id: marker })).not.toBeNull();
      expect(await stored('reviewedPeople').findOne({ _id: marker })).not.toBeNull();
    });
    expect(await stored('reviewWindows').findOne({ _id: session.id })).toEqual(before);
    expect(await stored('reviewedPeople').findOne({ _id: teacher.id })).toMatchObject({
      version: 1,
    });
    const dueWork = reviews.runtime.store.db.collection('dueWork');
    expect(await dueWork.countDocuments({ 'payload.sessionId': session.id })).toBe(0);
  });

  it('of a block that come in the wrong order leave the latest word', async () => {
    const pair = { blockerId: aMember().id, blockedId: aMember().id };
    const stream = eventStream(reviews.runtime.prefix, 'users');
    const at = (type: string, time: string) =>
      reviews.runtime.redis.xadd(
        stream,
        '*',
        'event',
        JSON.stringify({ id: newId('evt'), type, at: time, payload: pair }),
      );
    await at('user.unblocked', '2026-03-02T10:00:01.000Z');
    await at('user.blocked', '2026-03-02T10:00:00.000Z');
    const marker = newId('usr');
    await reviews.tell('users', 'user.registered', { userId: marker });
    await eventually(async () => {
      expect(await stored('reviewedPeople').findOne({ _id: marker })).not.toBeNull();
    });
    const block = await stored('blocks').findOne({ _id: `${pair.blockerId}:${pair.blockedId}` });
    expect(block).toMatchObject({ active: false });
  });
});

describe('the store', () => {
  it('has the indexes that are declared, and finds by them', async () => {
    for (const [name, { indexes }] of Object.entries(collections)) {
      const existing = await reviews.runtime.store.db.collection(name).indexes();
      for (const index of indexes) {
        const { key, name: indexName } = index;
        expect(existing).toContainEqual(expect.objectContaining({ key, name: indexName }));
      }
    }
  });

  it('refuses a second review of one side by itself', async () => {
    const { session, teacher } = reviews.aSession();
    reviewId(await reviews.submit(teacher, session.id));
    const again = { _id: newId('rev'), sessionId: session.id, reviewerId: teacher.id };
    await expect(stored('reviews').insertOne(again)).rejects.toMatchObject({ code: 11_000 });
  });

  it('writes reviews by majority and journal', async () => {
    const { session, teacher } = reviews.aSession();
    const { client } = reviews.runtime.store;
    const concerns: unknown[] = [];
    const record = ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'commitTransaction') concerns.push(command['writeConcern']);
    };
    client.on('commandStarted', record);
    const writes = await recordCommands(client, own, () => reviews.submit(teacher, session.id));
    client.off('commandStarted', record);
    expect(concerns).toContainEqual(expect.objectContaining({ w: 'majority', j: true }));
    const outside = writes.filter(({ command }) => command['autocommit'] !== false);
    expect(outside.map(({ commandName }) => commandName)).toEqual(['aggregate']);
  });

  it('reads as surely as the declarations say', async () => {
    const part = reviews.aSession();
    reviewId(await reviews.submit(part.teacher, part.session.id));
    const reads = await recordCommands(reviews.runtime.store.client, own, () =>
      readAll([part], part.learner),
    );
    const levels = new Map(reads.map((event) => [collectionOf(event), readLevelOf(event)]));
    expect(levels).toEqual(
      new Map([
        ['reviewWindows', 'majority'],
        ['reviews', 'majority'],
        ['reviewedPeople', 'local'],
      ]),
    );
  });

  it('is asked as often for ten parents as for one', async () => {
    const parts = Array.from({ length: 10 }, () => reviews.aSession());
    for (const { session, teacher, learner } of parts) {
      await reviews.submit(teacher, session.id);
      await reviews.submit(learner, session.id);
    }
    const { client } = reviews.runtime.store;
    const one = await recordCommands(client, own, () => readAll(parts.slice(0, 1), anonymous));
    const ten = await recordCommands(client, own, () => readAll(parts, anonymous));
    expect(ten.map(collectionOf).sort()).toEqual(one.map(collectionOf).sort());
    expect(one.length).toBeGreaterThan(0);
  });

  it('is asked once for ten reviews by id', async () => {
    const ids = Array.from({ length: 10 }, () => newId('rev'));
    const commands = await recordCommands(reviews.runtime.store.client, own, () =>
      reviews.as(anonymous).execute(
        `query ($reviews: [_Any!]!) {
          _entities(representations: $reviews) { ... on Review { stars } }
        }`,
        { reviews: ids.map((id) => ({ __typename: 'Review', id })) },
      ),
    );
    expect(commands).toHaveLength(1);
  });
});

const everyRead = `query ($sessions: [_Any!]!, $users: [_Any!]!) {
  ofSessions: _entities(representations: $sessions) {
    ... on Session { viewerCanReview reviews { stars reviewer { reputation { score } } } }
  }
  ofUsers: _entities(representations: $users) {
    ... on User {
      reputation { score }
      reviewsReceived(first: 5) { edges { node { stars reviewer { id } session { id } } } }
    }
  }
}`;

type Part = ReturnType<TestReviews['aSession']>;

async function readAll(parts: readonly Part[], viewer: Viewer): Promise<void> {
  const answer = await reviews.as(viewer).execute(everyRead, {
    sessions: parts.map(({ session, teacher, learner }) => ({
      __typename: 'Session',
      id: session.id,
      status: session.status,
      doneAt: session.doneAt?.toISOString() ?? null,
      teacher: { id: teacher.id },
      learner: { id: learner.id },
    })),
    users: parts.map(({ teacher }) => ({ __typename: 'User', id: teacher.id })),
  });
  expect(answer.errors).toEqual([]);
}

function collectionOf({ command, commandName }: CommandStartedEvent): string {
  const named: unknown = command[commandName];
  // A read of reviews begins with its keys, so it names no collection but in its look-up.
  return typeof named === 'string' ? named : 'reviews';
}

function readLevelOf({ command }: CommandStartedEvent): unknown {
  const concern: unknown = command['readConcern'];
  return typeof concern === 'object' && concern !== null && 'level' in concern
    ? concern.level
    : undefined;
}
