import type { MongoDueWork } from '@skillswap/kit/due-work';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { changeReputation } from './change-reputation.ts';
import { closeReviewWindowKey } from './open-review-window.ts';
import type { ReviewRepository } from './review-repository.ts';
import type { ReviewWindowRepository } from './review-window-repository.ts';
import type { ReviewedPersonRepository } from './reviewed-person-repository.ts';

/** What {@link publishReviews} works with. */
export interface Publication {
  readonly reviews: ReviewRepository;
  readonly windows: ReviewWindowRepository;
  readonly people: ReviewedPersonRepository;
  readonly dueWork: MongoDueWork;
}

/**
 * Ends a session's window: what was written becomes public and counts from now on, all in the
 * transaction of the cause. Does nothing when the window has ended before.
 */
export async function publishReviews(
  { reviews, windows, people, dueWork }: Publication,
  tx: MongoTransaction,
  sessionId: string,
  at: Date,
): Promise<void> {
  if (!(await windows.close(tx, sessionId, at))) return;
  await dueWork.cancel(tx.session, [closeReviewWindowKey(sessionId)]);
  for (const review of await reviews.publish(tx, sessionId, at)) {
    const { revieweeId } = review;
    tx.emit('review.published', { sessionId, reviewId: review.id, revieweeId });
    await changeReputation(people, tx, review, 1, at);
  }
}
