import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReviewedSession } from './a-reviewed-session.ts';
import { readEverywhere } from './read-paths.ts';
import { refusalCodes, reviewId, startReviews, type TestReviews } from './start-reviews.ts';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await startReviews();
});
afterAll(() => reviews[Symbol.asyncDispose]());

const mutation = 'replyToReview';
const codesOf = async (viewer: Viewer, id: string, text = 'Thank you.') =>
  refusalCodes(await reviews.reply(viewer, id, text), mutation);
const storedReply = async (id: string) => {
  const rows = reviews.runtime.store.db.collection<{ _id: string; reply: unknown }>('reviews');
  return (await rows.findOne({ _id: id }))?.reply;
};
const eventsAbout = (id: string) =>
  reviews.runtime.store.db
    .collection('outbox')
    .find({ type: 'review.replied', 'payload.reviewId': id })
    .toArray();

describe('a reply', () => {
  it('of the reviewed person is read by everybody on every path', async () => {
    const { session, teacher, learner, byLearner } = await aReviewedSession(reviews);
    const answer = await reviews.reply(teacher, byLearner, '  It was\r\na pleasure. ');
    const reply = 'It was\na pleasure.';
    expect(answer.data).toEqual({
      replyToReview: { review: { id: byLearner, reply }, userErrors: [] },
    });
    const targets = { reviewId: byLearner, sessionId: session.id, userIds: [teacher.id] };
    for (const viewer of [anonymous, aMember(), teacher, learner, anAdmin()]) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ reply }],
        ofSessions: [{ reviews: [{ reply: null }, { reply }] }],
        ofUsers: [{ reviewsReceived: { edges: [{ node: { reply } }] } }],
      });
    }
  });

  it('is announced by ids alone', async () => {
    const { session, teacher, learner, byLearner } = await aReviewedSession(reviews);
    await reviews.reply(teacher, byLearner, 'It was a pleasure.');
    const payload = { sessionId: session.id, reviewId: byLearner, reviewerId: learner.id };
    expect(await eventsAbout(byLearner)).toMatchObject([{ payload }]);
  });

  it('is given once, and stays', async () => {
    const { teacher, byLearner } = await aReviewedSession(reviews);
    expect(await codesOf(teacher, byLearner, 'First.')).toEqual([]);
    expect(await codesOf(teacher, byLearner, 'Second.')).toEqual(['ALREADY_REPLIED']);
    expect(await storedReply(byLearner)).toBe('First.');
  });

  it('is one of four given at once, ×20', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { teacher, byLearner } = await aReviewedSession(reviews);
      const codes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((text) => codesOf(teacher, byLearner, text)),
      );
      expect(codes.filter((some) => String(some) === '')).toHaveLength(1);
      expect(await eventsAbout(byLearner)).toHaveLength(1);
    }
  }, 300_000);
});

describe('replyToReview refuses', () => {
  it('a sealed review exactly like one that does not exist', async () => {
    const { session, teacher, learner } = reviews.aSession();
    const sealed = reviewId(await reviews.submit(learner, session.id));
    const answers = [];
    for (const id of [sealed, newId('rev'), '', '{"$gt":""}', session.id]) {
      for (const viewer of [teacher, aMember(), anAdmin()]) {
        answers.push(await reviews.reply(viewer, id, 'Thank you.'));
      }
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(refusalCodes(answers[0] ?? expect.fail(), mutation)).toEqual(['NOT_FOUND']);
    expect(await storedReply(sealed)).toBeNull();
    await reviews.submit(teacher, session.id);
    expect(await codesOf(teacher, sealed)).toEqual([]);
  });

  it('everybody but the reviewed person', async () => {
    const { learner, byLearner } = await aReviewedSession(reviews);
    for (const viewer of [learner, aMember(), anAdmin()]) {
      expect(await codesOf(viewer, byLearner)).toEqual(['NOT_ALLOWED']);
    }
    for (const viewer of [anonymous, { kind: 'service', name: 'chat' } as const]) {
      const { errors } = await reviews.reply(viewer, byLearner, 'Thank you.');
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(await storedReply(byLearner)).toBeNull();
    expect(await eventsAbout(byLearner)).toEqual([]);
  });

  it('whom the reviewer blocks, as if the review did not exist', async () => {
    const { teacher, learner, byLearner } = await aReviewedSession(reviews);
    await reviews.tell('users', 'user.blocked', { blockerId: learner.id, blockedId: teacher.id });
    const targets = { reviewId: byLearner, sessionId: '', userIds: [] };
    await eventually(async () => {
      expect(await readEverywhere(reviews, teacher, targets)).toMatchObject({ byId: [null] });
    });
    expect(await codesOf(teacher, byLearner)).toEqual(['NOT_FOUND']);
    expect(await storedReply(byLearner)).toBeNull();
  });

  it.each(['', ' \u200B\n', 'a\u0000b', 'a\uD800b', 'x'.repeat(2_001), 'x'.repeat(1_000_000)])(
    'a text that is none (%#)',
    async (text) => {
      const { teacher, byLearner } = await aReviewedSession(reviews);
      const answer = await reviews.reply(teacher, byLearner, text);
      expect(refusalCodes(answer, mutation)).toEqual(['INVALID_TEXT']);
      expect(answer.data?.[mutation]).toMatchObject({ userErrors: [{ path: ['text'] }] });
      expect(await storedReply(byLearner)).toBeNull();
    },
  );
});
