import type { Clock } from '@skillswap/kit/clock';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import { findAsReviewee } from './find-as-reviewee.ts';
import { isRefusedText } from './review.ts';
import type { ReviewRepository } from './review-repository.ts';

/** What {@link replyToReview} works with. */
export interface Replying {
  readonly reviews: ReviewRepository;
  readonly transact: Transact;
  readonly clock: Clock;
}

/** Why a reply was refused, and which input field is to blame. */
export type ReplyRefusal =
  | {
      readonly code: 'NOT_FOUND' | 'NOT_ALLOWED' | 'ALREADY_REPLIED';
      readonly field: 'reviewId';
    }
  | { readonly code: 'INVALID_TEXT'; readonly field: 'text' };

/**
 * Stores the reviewed person's public answer to a published review, once; null when it is stored.
 */
export async function replyToReview(
  { reviews, transact, clock }: Replying,
  authorId: string,
  reviewId: string,
  text: string,
): Promise<ReplyRefusal | null> {
  if (isRefusedText(text)) return { code: 'INVALID_TEXT', field: 'text' };
  const review = await findAsReviewee(reviews, authorId, reviewId);
  if (typeof review === 'string') return refused(review);
  return transact(async (tx) => {
    const reply = { text: normaliseText(text), at: clock.now() };
    if (!(await reviews.reply(tx, reviewId, reply))) return refused('ALREADY_REPLIED');
    const { sessionId, reviewerId } = review;
    tx.emit('review.replied', { sessionId, reviewId, reviewerId });
    return null;
  });
}

function refused(code: Exclude<ReplyRefusal['code'], 'INVALID_TEXT'>): ReplyRefusal {
  return { code, field: 'reviewId' };
}
