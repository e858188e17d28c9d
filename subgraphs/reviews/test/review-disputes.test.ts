import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReviewedSession } from './a-reviewed-session.ts';
import { readEverywhere } from './read-paths.ts';
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

const reason = 'We never met.';
const disputeCodes = async (viewer: Viewer, id: string, text = reason) =>
  refusalCodes(await reviews.dispute(viewer, id, text), 'disputeReview');
const decisionCodes = async (viewer: Viewer, id: string, outcome = 'UPHELD') =>
  refusalCodes(await reviews.decide(viewer, id, outcome), 'decideReviewDispute');
const storedDispute = async (id: string) => {
  const rows = reviews.runtime.store.db.collection<{ _id: string; dispute?: unknown }>('reviews');
  return (await rows.findOne({ _id: id }))?.dispute;
};
const eventTypes = async (id: string) => {
  const outbox = reviews.runtime.store.db.collection('outbox');
  const rows = await outbox.find({ 'payload.reviewId': id }).sort({ _id: 1 }).toArray();
  return rows.map((row): unknown => row['type']);
};

/** A published review of the teacher, who disputes it. */
async function aDisputedReview() {
  const parts = await aReviewedSession(reviews);
  expect(await disputeCodes(parts.teacher, parts.byLearner)).toEqual([]);
  const targets = {
    reviewId: parts.byLearner,
    sessionId: parts.session.id,
    userIds: [parts.teacher.id],
  };
  return { ...parts, id: parts.byLearner, targets };
}

const outsiders = () => [anonymous, aMember(), anAdmin()];

describe('a dispute', () => {
  it('leaves the review public, and is read by the reviewed person and moderators', async () => {
    const { teacher, learner, id, targets } = await aDisputedReview();
    for (const viewer of [teacher, aModerator()]) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ id, state: 'PUBLISHED', dispute: { reason }, moderation: null }],
      });
    }
    for (const viewer of [learner, ...outsiders()]) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ id, state: 'PUBLISHED', dispute: null, moderation: null }],
        ofUsers: [{ reputation: { count: 1 } }],
      });
    }
    expect(await eventTypes(id)).toEqual(['review.published', 'review.disputed']);
  });

  it('is opened once, of four at once, and not again after its decision', async () => {
    const { teacher, byLearner } = await aReviewedSession(reviews);
    const codes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => disputeCodes(teacher, byLearner, text)),
    );
    expect(codes.filter((some) => String(some) === '')).toHaveLength(1);
    await reviews.decide(aModerator(), byLearner, 'REJECTED');
    expect(await disputeCodes(teacher, byLearner)).toEqual(['ALREADY_DISPUTED']);
    expect(await eventTypes(byLearner)).toHaveLength(3);
  });
});

describe('an upheld dispute', () => {
  it('hides the review from all but its two people and moderators, on every path', async () => {
    const { teacher, learner, id, byTeacher, targets } = await aDisputedReview();
    const unknown = { ...targets, reviewId: newId('rev') };
    const answer = await reviews.decide(aModerator(), id, 'UPHELD', ' No such session. ');
    const moderation = { outcome: 'UPHELD', statement: 'No such session.' };
    const decidedAt = reviews.clock.now().toISOString();
    expect(answer.data?.['decideReviewDispute']).toEqual({
      review: { review: { id, state: 'HIDDEN' }, reason, moderation: { ...moderation, decidedAt } },
      userErrors: [],
    });
    for (const viewer of outsiders()) {
      const data = await readEverywhere(reviews, viewer, targets);
      expect(data).toEqual(await readEverywhere(reviews, viewer, unknown));
      expect(data).toMatchObject({ ofSessions: [{ reviews: [{ id: byTeacher }] }] });
    }
    for (const viewer of [teacher, learner, aModerator()]) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ id, state: 'HIDDEN', moderation, stars: 5 }],
        ofSessions: [{ reviews: [{ id: byTeacher }, { id }] }],
        ofUsers: [{ reviewsReceived: { edges: [] } }],
      });
    }
  });

  it('takes the review out of the reputation, and tells so', async () => {
    const { teacher, id, targets } = await aDisputedReview();
    await reviews.decide(aModerator(), id, 'UPHELD');
    expect(await readEverywhere(reviews, anonymous, targets)).toMatchObject({
      ofUsers: [{ reputation: { score: 4, count: 0, punctuality: null } }],
    });
    const told = await reviews.runtime.store.db
      .collection('outbox')
      .find({ type: 'reputation.changed', 'payload.userId': teacher.id })
      .sort({ _id: 1 })
      .toArray();
    expect(told).toMatchObject([
      { payload: { version: 1, count: 1 } },
      { payload: { version: 2, score: 4, count: 0 } },
    ]);
    expect(await eventTypes(id)).toContain('review.disputeDecided');
  });

  it('ends replies to the review', async () => {
    const { teacher, id } = await aDisputedReview();
    await reviews.decide(aModerator(), id, 'UPHELD');
    const answer = await reviews.reply(teacher, id, 'Thank you.');
    expect(refusalCodes(answer, 'replyToReview')).toEqual(['NOT_FOUND']);
  });
});

describe('a rejected dispute', () => {
  it('keeps the review public, and its two people read why', async () => {
    const { teacher, learner, id, targets } = await aDisputedReview();
    await reviews.decide(aModerator(), id, 'REJECTED', 'You both marked it done.');
    const moderation = { outcome: 'REJECTED', statement: 'You both marked it done.' };
    for (const viewer of [teacher, learner, aModerator()]) {
      const data = await readEverywhere(reviews, viewer, targets);
      expect(data).toMatchObject({ byId: [{ id, state: 'PUBLISHED', moderation }] });
    }
    for (const viewer of outsiders()) {
      expect(await readEverywhere(reviews, viewer, targets)).toMatchObject({
        byId: [{ id, state: 'PUBLISHED', moderation: null }],
        ofUsers: [{ reputation: { count: 1 } }],
      });
    }
  });
});

describe('disputeReview refuses', () => {
  it('a sealed review exactly like one that does not exist', async () => {
    const { session, teacher, learner } = reviews.aSession();
    const sealed = reviewId(await reviews.submit(learner, session.id));
    const answers = [];
    for (const id of [sealed, newId('rev'), '', '{"$gt":""}']) {
      for (const viewer of [teacher, aMember(), anAdmin(), aModerator()]) {
        answers.push(await reviews.dispute(viewer, id, reason));
      }
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(refusalCodes(answers[0] ?? expect.fail(), 'disputeReview')).toEqual(['NOT_FOUND']);
    expect(await storedDispute(sealed)).toBeUndefined();
  });

  it('everybody but the reviewed person', async () => {
    const { learner, byLearner } = await aReviewedSession(reviews);
    for (const viewer of [learner, aMember(), anAdmin(), aModerator()]) {
      expect(await disputeCodes(viewer, byLearner)).toEqual(['NOT_ALLOWED']);
    }
    const { errors } = await reviews.dispute(anonymous, byLearner, reason);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await storedDispute(byLearner)).toBeUndefined();
  });

  it.each(['', '\u200B', 'a\u0000b', 'a\uD800b', 'x'.repeat(2_001), 'x'.repeat(1_000_000)])(
    'a reason that is no text (%#)',
    async (text) => {
      const { teacher, byLearner } = await aReviewedSession(reviews);
      expect(await disputeCodes(teacher, byLearner, text)).toEqual(['INVALID_TEXT']);
      expect(await storedDispute(byLearner)).toBeUndefined();
    },
  );
});

describe('decideReviewDispute refuses', () => {
  it('whoever does not moderate', async () => {
    const { teacher, learner, id } = await aDisputedReview();
    const before = await storedDispute(id);
    for (const viewer of [teacher, learner, aMember(), anAdmin()]) {
      const { errors } = await reviews.decide(viewer, id, 'UPHELD');
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const { errors } = await reviews.decide(anonymous, id, 'UPHELD');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await storedDispute(id)).toEqual(before);
  });

  it('a moderator whom the review concerns', async () => {
    const { teacher, learner, id } = await aDisputedReview();
    for (const { id: personId } of [teacher, learner]) {
      expect(await decisionCodes({ ...aModerator(), id: personId }, id)).toEqual(['NOT_ALLOWED']);
    }
    expect(await storedDispute(id)).toMatchObject({ decision: null });
  });

  it('a review that nobody disputes, sealed or published, like one that does not exist', async () => {
    const { byLearner } = await aReviewedSession(reviews);
    const { session, learner } = reviews.aSession();
    const sealed = reviewId(await reviews.submit(learner, session.id));
    for (const id of [byLearner, sealed, newId('rev'), '']) {
      expect(await decisionCodes(aModerator(), id)).toEqual(['NOT_FOUND']);
    }
    expect(await eventTypes(byLearner)).toEqual(['review.published']);
  });

  it('a second decision, also of two that are taken at once, ×20', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id, targets } = await aDisputedReview();
      const codes = await Promise.all([
        decisionCodes(aModerator(), id, 'UPHELD'),
        decisionCodes(aModerator(), id, 'REJECTED'),
        decisionCodes(aModerator(), id, 'UPHELD'),
      ]);
      const won = codes.findIndex((some) => String(some) === '');
      expect(codes.flat().sort()).toEqual(['ALREADY_DECIDED', 'ALREADY_DECIDED']);
      expect(await readEverywhere(reviews, anonymous, targets)).toMatchObject({
        ofUsers: [{ reputation: { count: won === 1 ? 1 : 0 } }],
      });
    }
  }, 300_000);

  it('a statement that is no text', async () => {
    const { id } = await aDisputedReview();
    const answer = await reviews.decide(aModerator(), id, 'UPHELD', ' ');
    expect(refusalCodes(answer, 'decideReviewDispute')).toEqual(['INVALID_TEXT']);
    expect(await storedDispute(id)).toMatchObject({ decision: null });
  });
});

describe('openReviewDisputes', () => {
  const document = `query ($first: Int!, $after: String) {
    openReviewDisputes(first: $first, after: $after) {
      edges { node { review { id } reason } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const list = (viewer: Viewer, first: number, after: string | null = null) =>
    reviews.as(viewer).execute(document, { first, after });

  it('pages through what is undecided from the oldest on, also where somebody blocks', async () => {
    await using alone = await startReviews();
    const moderator = aModerator();
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { teacher, learner, byLearner } = await aReviewedSession(alone);
      await alone.dispute(teacher, byLearner, reason);
      const pair = { blockerId: learner.id, blockedId: moderator.id };
      await alone.tell('users', 'user.blocked', pair);
      ids.push(byLearner);
      if (count % 2 === 0) alone.clock.advance(1_000);
    }
    await eventually(async () => {
      expect(await alone.runtime.store.db.collection('blocks').countDocuments()).toBe(4);
    });
    await alone.decide(moderator, ids[1] ?? '', 'REJECTED');
    const open = ids.filter((_, index) => index !== 1);
    const nodes = (some: readonly string[]) =>
      some.map((id) => ({ node: { review: { id }, reason } }));
    const read = async (first: number, after: string | null) =>
      (await alone.as(moderator).execute(document, { first, after })).data;
    const firstPage = await read(2, null);
    expect(firstPage).toMatchObject({
      openReviewDisputes: { edges: nodes(open.slice(0, 2)), pageInfo: { hasNextPage: true } },
    });
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(firstPage))?.[1] ?? '';
    expect(await read(2, cursor)).toMatchObject({
      openReviewDisputes: { edges: nodes(open.slice(2)), pageInfo: { hasNextPage: false } },
    });
  });

  it('is for moderators alone', async () => {
    for (const viewer of [aMember(), anAdmin()]) {
      const { errors } = await list(viewer, 1);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const { errors } = await list(anonymous, 1);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it.each([
    [0, null],
    [101, null],
    [1, 'nonsense'],
    [1, Buffer.from(JSON.stringify(['reviewsReceived', 1, 'x'])).toString('base64url')],
    [1, Buffer.from(JSON.stringify(['openReviewDisputes', 1e300, 'x'])).toString('base64url')],
  ])('refuses first: %s, after: %s', async (first, after) => {
    const { errors } = await list(aModerator(), first, after);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
