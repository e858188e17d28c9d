import { normaliseText } from '@skillswap/kit/text';
import { findAsReviewee } from './find-as-reviewee.ts';
import type { ModerationRepository } from './moderation-repository.ts';
import type { Replying } from './reply-to-review.ts';
import { isRefusedText } from './review.ts';

/** What {@link disputeReview} works with. */
export interface Disputing extends Replying {
  readonly moderation: ModerationRepository;
}

/** Why a dispute was refused, and which input field is to blame. */
export type DisputeRefusal =
  | {
      readonly code: 'NOT_FOUND' | 'NOT_ALLOWED' | 'ALREADY_DISPUTED';
      readonly field: 'reviewId';
    }
  | { readonly code: 'INVALID_TEXT'; readonly field: 'reason' };

/**
 * Opens the reviewed person's dispute over a published review; null when it is open. There is one
 * in a review's life: a moderator's decision is final.
 */
export async function disputeReview(
  { reviews, moderation, transact, clock }: Disputing,
  personId: string,
  reviewId: string,
  reason: string,
): Promise<DisputeRefusal | null> {
  if (isRefusedText(reason)) return { code: 'INVALID_TEXT', field: 'reason' };
  const review = await findAsReviewee(reviews, personId, reviewId);
  if (typeof review === 'string') return { code: review, field: 'reviewId' };
  return transact(async (tx) => {
    const dispute = { reason: normaliseText(reason), openedAt: clock.now(), decision: null };
    if (!(await moderation.openDispute(tx, reviewId, dispute))) {
      return { code: 'ALREADY_DISPUTED', field: 'reviewId' };
    }
    tx.emit('review.disputed', { sessionId: review.sessionId, reviewId });
    return null;
  });
}
