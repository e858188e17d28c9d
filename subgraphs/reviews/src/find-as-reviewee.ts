import { isHidden } from './dispute.ts';
import type { Review } from './review.ts';
import type { ReviewRepository } from './review-repository.ts';

/**
 * The published review with this id, when it is about the person. One that they may not read, be
 * it sealed or of somebody who blocks them, is refused like one that does not exist.
 */
export async function findAsReviewee(
  reviews: ReviewRepository,
  personId: string,
  reviewId: string,
): Promise<Review | 'NOT_FOUND' | 'NOT_ALLOWED'> {
  const reader = { id: personId, moderates: false };
  const [[review] = []] = await reviews.findVisible(reader, { by: 'id' }, [reviewId]);
  if (review === undefined || isHidden(review)) return 'NOT_FOUND';
  return review.revieweeId === personId ? review : 'NOT_ALLOWED';
}
