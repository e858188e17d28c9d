import { newId } from '@skillswap/kit/id';
import { anonymous } from '@skillswap/kit/viewer';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReviewedSession } from './a-reviewed-session.ts';
import { aModerator, startReviews, type TestReviews } from './start-reviews.ts';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await startReviews();
});
afterAll(() => reviews[Symbol.asyncDispose]());

const feedbackQuery = `query ($first: Int!, $after: String) {
  reviewFeedback(first: $first, after: $after) {
    edges { cursor node { text review { id stars } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const recomputeMutation = `mutation ($userId: ID!) {
  recomputeReputation(input: { userId: $userId }) {
    hasChanged user { id reputation { count score } } userErrors { code path }
  }
}`;

const readFeedback = async (viewer = aModerator(), first = 100) =>
  (await reviews.as(viewer).execute(feedbackQuery, { first })).data;

describe('private feedback', () => {
  it('is read by moderators once the review is published, the newest first', async () => {
    const { session, teacher, learner } = reviews.aSession();
    await reviews.submit(learner, session.id, { privateFeedback: 'Sealed so far.' });
    expect(JSON.stringify(await readFeedback())).not.toContain('Sealed so far.');
    await reviews.submit(teacher, session.id, { privateFeedback: 'The later words.' });
    const texts = ['The later words.', 'Sealed so far.'];
    const node = (text: string) => ({ node: { text, review: { stars: 5 } } });
    expect(await readFeedback()).toMatchObject({ reviewFeedback: { edges: texts.map(node) } });
    const first = { edges: [node('The later words.')], pageInfo: { hasNextPage: true } };
    expect(await readFeedback(aModerator(), 1)).toMatchObject({ reviewFeedback: first });
  });

  it('is kept from whoever wrote it or was written about, moderators as they may be', async () => {
    const [teacher, learner] = [aModerator(), aModerator()];
    const { session } = reviews.aSession({ teacherId: teacher.id, learnerId: learner.id });
    await reviews.submit(learner, session.id, { privateFeedback: 'About a colleague.' });
    await reviews.submit(teacher, session.id);
    for (const viewer of [teacher, learner]) {
      expect(JSON.stringify(await readFeedback(viewer))).not.toContain('About a colleague.');
    }
    expect(JSON.stringify(await readFeedback())).toContain('About a colleague.');
  });

  it('does not exist for anybody else', async () => {
    const { session, teacher, learner } = reviews.aSession();
    await reviews.submit(learner, session.id, { privateFeedback: 'For you alone.' });
    await reviews.submit(teacher, session.id);
    for (const viewer of [anonymous, aMember(), anAdmin(), teacher, learner]) {
      const answer = await reviews.as(viewer).execute(feedbackQuery, { first: 10 });
      expect(answer.data).toBeNull();
      expect(JSON.stringify(answer)).not.toContain('For you alone.');
    }
  });
});

describe('recomputing a reputation', () => {
  it('comes to what was counted', async () => {
    const { teacher } = await aReviewedSession(reviews);
    const { data } = await reviews
      .as(aModerator())
      .execute(recomputeMutation, { userId: teacher.id });
    const reputation = { count: 1, score: 25 / 6 };
    expect(data).toEqual({
      recomputeReputation: {
        hasChanged: false,
        user: { id: teacher.id, reputation },
        userErrors: [],
      },
    });
  });

  it('puts right what is wrong, and tells so', async () => {
    const { teacher } = await aReviewedSession(reviews);
    const people = reviews.runtime.store.db.collection<{ _id: string }>('reviewedPeople');
    await people.updateOne({ _id: teacher.id }, { $set: { months: {} } });
    const { data } = await reviews
      .as(aModerator())
      .execute(recomputeMutation, { userId: teacher.id });
    expect(data).toMatchObject({
      recomputeReputation: { hasChanged: true, user: { reputation: { count: 1 } } },
    });
    const told = { type: 'reputation.changed', 'payload.userId': teacher.id, 'payload.version': 2 };
    expect(await reviews.runtime.store.db.collection('outbox').countDocuments(told)).toBe(1);
  });

  it('needs somebody who is known', async () => {
    const userId = newId('usr');
    const { data } = await reviews.as(aModerator()).execute(recomputeMutation, { userId });
    expect(data).toEqual({
      recomputeReputation: {
        hasChanged: false,
        user: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['userId'] }],
      },
    });
  });

  it('is for moderators', async () => {
    const { teacher } = await aReviewedSession(reviews);
    for (const viewer of [anonymous, aMember(), teacher]) {
      const answer = await reviews.as(viewer).execute(recomputeMutation, { userId: teacher.id });
      expect(answer.data).toBeNull();
      expect(answer.errors).toHaveLength(1);
    }
  });
});
