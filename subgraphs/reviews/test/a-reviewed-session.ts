import { reviewId, type TestReviews } from './start-reviews.ts';

/** A session that both have reviewed, so that both reviews are published. */
export async function aReviewedSession(
  reviews: TestReviews,
  over: Parameters<TestReviews['aSession']>[0] = {},
) {
  const parts = reviews.aSession(over);
  const { session, teacher, learner } = parts;
  const byTeacher = reviewId(
    await reviews.submit({ ...teacher, id: session.teacherId }, session.id),
  );
  const byLearner = reviewId(
    await reviews.submit({ ...learner, id: session.learnerId }, session.id),
  );
  return { ...parts, byTeacher, byLearner };
}
