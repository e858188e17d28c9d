import { eventStream } from '@skillswap/kit/outbox';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { defineSubgraphSuite } from '@skillswap/kit/test/subgraph-suite';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReviewedSession } from './a-reviewed-session.ts';
import { readEverywhere } from './read-paths.ts';
import {
  fullMarks,
  refusalCodes,
  reviewId,
  startReviews,
  type TestReviews,
} from './start-reviews.ts';

defineSubgraphSuite('reviews', startReviews);

const fourteenDays = 14 * 86_400_000;

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await startReviews();
});
afterAll(() => reviews[Symbol.asyncDispose]());

const countReviews = (sessionId: string) =>
  reviews.runtime.store.db.collection('reviews').countDocuments({ sessionId });

describe('a sealed review', () => {
  const others: [string, (reviewee: Viewer) => Viewer][] = [
    ['anonymous', () => anonymous],
    ['a stranger', () => aMember()],
    ['the reviewed person', (reviewee) => reviewee],
    ['an administrator', () => anAdmin()],
    ['a partner', () => ({ kind: 'partner', id: newId('key'), scopes: ['partner:read'] })],
    ['another subgraph', () => ({ kind: 'service', name: 'chat' })],
  ];

  it.each(others)('is, for %s, like one that does not exist on every path', async (_, viewerOf) => {
    const { session, teacher, learner } = reviews.aSession();
    const people = { sessionId: session.id, userIds: [teacher.id, learner.id] };
    await reviews.tell('users', 'user.registered', { userId: teacher.id });
    await reviews.tell('users', 'user.registered', { userId: learner.id });
    const viewer = viewerOf(teacher);
    const nothing = { reviewId: newId('rev'), ...people };
    await eventually(async () => {
      const data = await readEverywhere(reviews, viewer, nothing);
      expect(data?.['ofUsers']).not.toContain(null);
    });
    const before = await readEverywhere(reviews, viewer, nothing);
    const sealed = reviewId(
      await reviews.submit(learner, session.id, { stars: 1, comment: 'Late by an hour.' }),
    );
    expect(await readEverywhere(reviews, viewer, { reviewId: sealed, ...people })).toEqual(before);
  });

  it('is read by its author, and counts for nobody', async () => {
    const { session, teacher, learner } = reviews.aSession();
    const answer = await reviews.submit(learner, session.id, {
      comment: '  Clear and kind.\r\nThank you! ',
      privateFeedback: 'The video stuttered.',
    });
    const id = reviewId(answer);
    expect(answer.data).toEqual({
      submitReview: {
        review: { id, stars: 5, comment: 'Clear and kind.\nThank you!', publishedAt: null },
        userErrors: [],
      },
    });
    const own = {
      id,
      session: { id: session.id },
      reviewer: { id: learner.id },
      reviewee: { id: teacher.id },
      ...fullMarks,
      comment: 'Clear and kind.\nThank you!',
      createdAt: reviews.clock.now().toISOString(),
      publishedAt: null,
      reply: null,
      state: 'SEALED',
      dispute: null,
      moderation: null,
    };
    const targets = { reviewId: id, sessionId: session.id, userIds: [teacher.id] };
    expect(await readEverywhere(reviews, learner, targets)).toEqual({
      byId: [own],
      ofSessions: [{ reviews: [own] }],
      ofUsers: [
        {
          reputation: {
            score: 4,
            count: 0,
            confidence: 0,
            criteria: ['PUNCTUALITY', 'PEDAGOGY', 'ENGAGEMENT', 'COMMUNICATION'].map(
              (criterion) => ({ criterion, score: 4, count: 0, confidence: 0 }),
            ),
            punctuality: null,
            pedagogy: null,
            engagement: null,
            communication: null,
          },
          reviewsReceived: {
            edges: [],
            pageInfo: {
              hasNextPage: false,
              hasPreviousPage: false,
              startCursor: null,
              endCursor: null,
            },
          },
        },
      ],
    });
  });

  it('is announced without its content', async () => {
    const { session, learner } = reviews.aSession();
    const id = reviewId(await reviews.submit(learner, session.id, { comment: 'Secret so far.' }));
    const stream = eventStream(reviews.runtime.prefix, 'reviews');
    await eventually(async () => {
      const entries = await reviews.runtime.redis.xrange(stream, '-', '+');
      const events = entries.map(([, fields]) => String(fields[1]));
      const mine = events.filter((event) => event.includes(session.id));
      expect(mine).toHaveLength(1);
      expect(JSON.parse(mine[0] ?? '')).toMatchObject({ type: 'review.sealed' });
      expect(JSON.parse(mine[0] ?? '')).toHaveProperty('payload', {
        sessionId: session.id,
        reviewId: id,
      });
    });
  });
});

describe('publication', () => {
  it('comes with the second review, for both at once', async () => {
    const { session, teacher, learner, byTeacher, byLearner } = await aReviewedSession(reviews);
    const targets = { sessionId: session.id, userIds: [teacher.id, learner.id] };
    const reputation = {
      score: 25 / 6,
      count: 1,
      confidence: 1 / 6,
      criteria: [
        { criterion: 'PUNCTUALITY', score: 25 / 6, count: 1, confidence: 1 / 6 },
        { criterion: 'PEDAGOGY', score: 24 / 6, count: 1, confidence: 1 / 6 },
        { criterion: 'ENGAGEMENT', score: 25 / 6, count: 1, confidence: 1 / 6 },
        { criterion: 'COMMUNICATION', score: 25 / 6, count: 1, confidence: 1 / 6 },
      ],
      punctuality: 5,
      pedagogy: 4,
      engagement: 5,
      communication: 5,
    };
    for (const viewer of [anonymous, aMember(), teacher, learner, anAdmin()]) {
      const data = await readEverywhere(reviews, viewer, { reviewId: byTeacher, ...targets });
      expect(data).toMatchObject({
        byId: [{ id: byTeacher, publishedAt: reviews.clock.now().toISOString() }],
        ofSessions: [{ reviews: [{ id: byTeacher }, { id: byLearner }] }],
        ofUsers: [
          { reputation, reviewsReceived: { edges: [{ node: { id: byLearner } }] } },
          { reputation, reviewsReceived: { edges: [{ node: { id: byTeacher } }] } },
        ],
      });
    }
  });

  it('is announced with the reputations that follow from it', async () => {
    const { session, teacher, learner, byTeacher, byLearner } = await aReviewedSession(reviews);
    const outbox = reviews.runtime.store.db.collection('outbox');
    const events = await outbox
      .find({ $or: [{ 'payload.sessionId': session.id }, { 'payload.userId': teacher.id }] })
      .sort({ _id: 1 })
      .project({ _id: 0, type: 1, payload: 1 })
      .toArray();
    const sessionId = session.id;
    expect(events).toEqual([
      { type: 'review.sealed', payload: { sessionId, reviewId: byTeacher } },
      {
        type: 'review.published',
        payload: { sessionId, reviewId: byTeacher, revieweeId: learner.id },
      },
      {
        type: 'review.published',
        payload: { sessionId, reviewId: byLearner, revieweeId: teacher.id },
      },
      {
        type: 'reputation.changed',
        payload: { userId: teacher.id, version: 1, score: 25 / 6, count: 1 },
      },
    ]);
  });

  it('comes after fourteen days when only one has reviewed, and the other is too late', async () => {
    await using alone = await startReviews();
    const { session, teacher, learner } = alone.aSession();
    const id = reviewId(await alone.submit(learner, session.id));
    const targets = { reviewId: id, sessionId: session.id, userIds: [teacher.id] };
    alone.clock.advance(fourteenDays - 1);
    expect(await readEverywhere(alone, teacher, targets)).toMatchObject({ byId: [null] });
    alone.clock.advance(1);
    await eventually(async () => {
      expect(await readEverywhere(alone, teacher, targets)).toMatchObject({
        byId: [{ id, publishedAt: alone.clock.now().toISOString() }],
        ofSessions: [{ reviews: [{ id }] }],
        ofUsers: [{ reputation: { count: 1 }, reviewsReceived: { edges: [{ node: { id } }] } }],
      });
    });
    expect(refusalCodes(await alone.submit(teacher, session.id))).toEqual(['WINDOW_CLOSED']);
    expect(await readEverywhere(alone, learner, targets)).toMatchObject({
      ofSessions: [{ reviews: [{ id }] }],
    });
  });

  it('comes after fourteen days also when the window was opened by the event', async () => {
    await using alone = await startReviews();
    const { session, teacher, learner } = alone.aSession();
    await alone.tell('sessions', 'session.done', {
      sessionId: session.id,
      teacherId: teacher.id,
      learnerId: learner.id,
      doneAt: alone.clock.now().toISOString(),
    });
    const { db } = alone.runtime.store;
    await eventually(async () => {
      expect(await db.collection('dueWork').countDocuments()).toBe(1);
    });
    reviewId(await alone.submit(teacher, session.id));
    expect(await db.collection('dueWork').countDocuments()).toBe(1);
    alone.clock.advance(fourteenDays);
    await eventually(async () => {
      const targets = { reviewId: '', sessionId: session.id, userIds: [] };
      expect(await readEverywhere(alone, learner, targets)).toMatchObject({
        ofSessions: [{ reviews: [{ reviewer: { id: teacher.id } }] }],
      });
      expect(await db.collection('dueWork').countDocuments()).toBe(0);
    });
  });

  it('leaves no timed work when both have reviewed', async () => {
    const { session } = await aReviewedSession(reviews);
    const dueWork = reviews.runtime.store.db.collection('dueWork');
    expect(await dueWork.countDocuments({ 'payload.sessionId': session.id })).toBe(0);
  });
});

describe('submitReview refuses', () => {
  it('a session of others exactly like one that does not exist', async () => {
    const { session } = reviews.aSession();
    const stranger = aMember();
    const answers = [];
    for (const id of [session.id, newId('ses'), newId('usr'), '', '{"$gt":""}', '../ses_1']) {
      answers.push(await reviews.submit(stranger, id));
    }
    answers.push(await reviews.submit(anAdmin(), session.id));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(refusalCodes(answers[0] ?? expect.fail())).toEqual(['NOT_FOUND']);
    expect(await countReviews(session.id)).toBe(0);
  });

  it.each(['PROPOSED', 'COUNTERED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'CANCELLED', 'DISPUTED'])(
    'a session that is %s',
    async (status) => {
      const { session, teacher } = reviews.aSession({ status, doneAt: null });
      expect(refusalCodes(await reviews.submit(teacher, session.id))).toEqual(['NOT_DONE']);
      expect(await countReviews(session.id)).toBe(0);
    },
  );

  it('whoever missed the session, and has nothing to review for who came', async () => {
    const missed = reviews.aSession({ status: 'NO_SHOW', doneAt: null });
    const { session, teacher, learner } = missed;
    reviews.sessions.set(session.id, { ...session, noShowUserIds: [learner.id] });
    expect(refusalCodes(await reviews.submit(learner, session.id))).toEqual(['NOT_ALLOWED']);
    expect(refusalCodes(await reviews.submit(teacher, session.id))).toEqual(['NOT_DONE']);
    expect(await countReviews(session.id)).toBe(0);
  });

  it('a second review, before and after publication', async () => {
    const { session, teacher, learner } = reviews.aSession();
    const first = reviewId(await reviews.submit(teacher, session.id, { stars: 2 }));
    const again = () => reviews.submit(teacher, session.id, { stars: 5 });
    expect(refusalCodes(await again())).toEqual(['ALREADY_REVIEWED']);
    await reviews.submit(learner, session.id);
    expect(refusalCodes(await again())).toEqual(['ALREADY_REVIEWED']);
    const targets = { reviewId: first, sessionId: session.id, userIds: [] };
    expect(await readEverywhere(reviews, learner, targets)).toMatchObject({
      byId: [{ id: first, stars: 2 }],
    });
    expect(await countReviews(session.id)).toBe(2);
  });

  it('a review from fourteen days after the session on', async () => {
    const doneAt = new Date(reviews.clock.now().getTime() - fourteenDays);
    const { session, teacher } = reviews.aSession({ doneAt });
    expect(refusalCodes(await reviews.submit(teacher, session.id))).toEqual(['WINDOW_CLOSED']);
    const justInTime = reviews.aSession({ doneAt: new Date(doneAt.getTime() + 1) });
    reviewId(await reviews.submit(justInTime.teacher, justInTime.session.id));
    expect(await countReviews(session.id)).toBe(0);
  });

  it('ratings and texts out of bounds, all named at once', async () => {
    const { session, teacher } = reviews.aSession();
    const answer = await reviews.submit(teacher, session.id, {
      stars: 0,
      pedagogy: 6,
      communication: -1,
      comment: '\u200B \n',
      privateFeedback: 'x'.repeat(2_001),
    });
    expect(answer.data?.['submitReview']).toMatchObject({
      review: null,
      userErrors: [
        ['OUT_OF_RANGE', 'stars'],
        ['OUT_OF_RANGE', 'pedagogy'],
        ['OUT_OF_RANGE', 'communication'],
        ['INVALID_TEXT', 'comment'],
        ['INVALID_TEXT', 'privateFeedback'],
      ].map(([code, field]) => ({ code, path: [field] })),
    });
    expect(await countReviews(session.id)).toBe(0);
  });

  it.each(['a\u0000b', 'a\uD800b', '\u202E', 'x'.repeat(1_000_000)])(
    'a comment that is no text (%#)',
    async (comment) => {
      const { session, teacher } = reviews.aSession();
      const answer = await reviews.submit(teacher, session.id, { comment });
      expect(refusalCodes(answer)).toEqual(['INVALID_TEXT']);
      expect(await countReviews(session.id)).toBe(0);
    },
  );

  it.each([2 ** 31, 4.5, '5', null])('%s as a number of stars by a coded error', async (stars) => {
    const { session, teacher } = reviews.aSession();
    const answer = await reviews.submit(teacher, session.id, { stars });
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    expect(await countReviews(session.id)).toBe(0);
  });

  it('whoever is not logged in', async () => {
    const { session } = reviews.aSession();
    for (const viewer of [anonymous, { kind: 'service', name: 'chat' } as const]) {
      const answer = await reviews.submit(viewer, session.id);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(await countReviews(session.id)).toBe(0);
  });
});

describe('viewerCanReview', () => {
  const ask = async (viewer: Viewer, representation: Record<string, unknown>) => {
    const answer = await reviews.as(viewer).execute(
      `query ($sessions: [_Any!]!) {
        _entities(representations: $sessions) { ... on Session { viewerCanReview } }
      }`,
      { sessions: [{ __typename: 'Session', ...representation }] },
    );
    expect(answer.errors).toEqual([]);
    const [entity] = entities(answer.data);
    return entity;
  };
  const representationOf = ({
    session,
    teacher,
    learner,
  }: ReturnType<TestReviews['aSession']>) => ({
    id: session.id,
    status: session.status,
    doneAt: session.doneAt?.toISOString() ?? null,
    teacher: { id: teacher.id },
    learner: { id: learner.id },
  });

  it('is true for both participants of a session that is done', async () => {
    const parts = reviews.aSession();
    for (const viewer of [parts.teacher, parts.learner]) {
      expect(await ask(viewer, representationOf(parts))).toEqual({ viewerCanReview: true });
    }
  });

  it('is false for everybody else', async () => {
    const parts = reviews.aSession();
    for (const viewer of [anonymous, aMember(), anAdmin()]) {
      expect(await ask(viewer, representationOf(parts))).toEqual({ viewerCanReview: false });
    }
  });

  it('is false after reviewing, after fourteen days and without a done session', async () => {
    const parts = reviews.aSession();
    await reviews.submit(parts.teacher, parts.session.id);
    expect(await ask(parts.teacher, representationOf(parts))).toEqual({ viewerCanReview: false });
    expect(await ask(parts.learner, representationOf(parts))).toEqual({ viewerCanReview: true });
    const late = { doneAt: new Date(reviews.clock.now().getTime() - fourteenDays).toISOString() };
    for (const over of [late, { status: 'CONFIRMED', doneAt: null }, { status: 'NO_SHOW' }]) {
      const representation = { ...representationOf(parts), ...over };
      expect(await ask(parts.learner, representation)).toEqual({ viewerCanReview: false });
    }
  });

  it('is null when the owner of the session tells nothing', async () => {
    const { session, teacher } = reviews.aSession();
    const silent = { id: session.id, status: null, doneAt: null, teacher: null, learner: null };
    expect(await ask(teacher, silent)).toEqual({ viewerCanReview: null });
  });
});

describe('a block', () => {
  it('hides the blocker and their reviews from the blocked person alone', async () => {
    const { session, teacher, learner, byTeacher, byLearner } = await aReviewedSession(reviews);
    const pair = { blockerId: teacher.id, blockedId: learner.id };
    await reviews.tell('users', 'user.blocked', pair);
    const targets = { reviewId: byTeacher, sessionId: session.id, userIds: [teacher.id] };
    const unknown = { ...targets, reviewId: newId('rev'), userIds: [newId('usr')] };

    await eventually(async () => {
      const data = await readEverywhere(reviews, learner, targets);
      const ofNobody = await readEverywhere(reviews, learner, unknown);
      expect(data).toEqual({ ...ofNobody, ofSessions: data?.['ofSessions'] });
    });
    // One's own review does not vanish: that would tell of the block.
    expect(await readEverywhere(reviews, learner, targets)).toMatchObject({
      ofSessions: [{ reviews: [{ id: byLearner, reviewee: null }] }],
    });
    for (const viewer of [anonymous, aMember(), teacher]) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ id: byTeacher }],
        ofSessions: [{ reviews: [{ id: byTeacher }, { id: byLearner }] }],
        ofUsers: [{ reputation: { count: 1 } }],
      });
    }

    await reviews.tell('users', 'user.unblocked', pair);
    await eventually(async () => {
      const data = await readEverywhere(reviews, learner, targets);
      expect(data).toMatchObject({ byId: [{ id: byTeacher }] });
    });
  });

  it('takes the blocker’s reviews out of the pages that the blocked person reads', async () => {
    const { teacher, learner, byTeacher } = await aReviewedSession(reviews);
    const received = (viewer: Viewer) =>
      readEverywhere(reviews, viewer, { reviewId: '', sessionId: '', userIds: [learner.id] });
    const whole = { ofUsers: [{ reviewsReceived: { edges: [{ node: { id: byTeacher } }] } }] };
    expect(await received(learner)).toMatchObject(whole);
    await reviews.tell('users', 'user.blocked', { blockerId: teacher.id, blockedId: learner.id });
    await eventually(async () => {
      const empty = { ofUsers: [{ reviewsReceived: { edges: [] } }] };
      expect(await received(learner)).toMatchObject(empty);
    });
    expect(await received(anonymous)).toMatchObject(whole);
  });
});

describe('reviewsReceived', () => {
  const page = async (userId: string, first: number, after: string | null = null) => {
    const answer = await reviews.as(anonymous).execute(
      `query ($users: [_Any!]!, $first: Int!, $after: String) {
        _entities(representations: $users) {
          ... on User {
            reviewsReceived(first: $first, after: $after) {
              edges { cursor node { id } }
              pageInfo { hasNextPage hasPreviousPage endCursor }
            }
          }
        }
      }`,
      { users: [{ __typename: 'User', id: userId }], first, after },
    );
    return answer;
  };

  it('pages from the newest to the oldest without loss or repetition', async () => {
    const teacher = aMember();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { session, learner } = reviews.aSession({ teacherId: teacher.id });
      await reviews.submit(teacher, session.id);
      ids.unshift(reviewId(await reviews.submit(learner, session.id)));
      if (count % 2 === 0) reviews.clock.advance(1_000);
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (const [length, hasNextPage] of [
      [2, true],
      [2, true],
      [1, false],
    ] as const) {
      const { data } = await page(teacher.id, 2, after);
      const [user] = entities(data);
      const connection = connectionOf(user);
      expect(connection.edges).toHaveLength(length);
      expect(connection.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage: after !== null });
      seen.push(...connection.edges.map(({ node }) => node.id));
      after = connection.pageInfo.endCursor;
    }
    expect(seen).toEqual(ids);
  });

  it.each([
    [0, null],
    [101, null],
    [-1, null],
    [1, 'nonsense'],
    [1, Buffer.from(JSON.stringify(['messages', 1, 'x'])).toString('base64url')],
    [1, Buffer.from(JSON.stringify(['reviewsReceived', 1e300, 'x'])).toString('base64url')],
    [1, Buffer.from(JSON.stringify(['reviewsReceived', 'x', 5])).toString('base64url')],
  ])('refuses first: %s, after: %s', async (first, after) => {
    const { teacher } = await aReviewedSession(reviews);
    const { errors } = await page(teacher.id, first, after);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

function entities(data: Readonly<Record<string, unknown>> | null): unknown[] {
  const found = data?.['_entities'];
  return Array.isArray(found) ? found : [];
}

interface ReceivedConnection {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

function connectionOf(user: unknown): ReceivedConnection {
  if (!isUser(user)) throw new Error(`no user: ${JSON.stringify(user)}`);
  return user.reviewsReceived;
}

function isUser(user: unknown): user is { reviewsReceived: ReceivedConnection } {
  return typeof user === 'object' && user !== null && 'reviewsReceived' in user;
}
