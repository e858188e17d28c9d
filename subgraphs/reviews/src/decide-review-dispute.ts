import { normaliseText } from '@skillswap/kit/text';
import { changeReputation } from './change-reputation.ts';
import type { DisputeOutcome } from './dispute.ts';
import type { Disputing } from './dispute-review.ts';
import { isRefusedText } from './review.ts';
import type { ReviewedPersonRepository } from './reviewed-person-repository.ts';

/** What {@link decideReviewDispute} works with. */
export interface Deciding extends Disputing {
  readonly people: ReviewedPersonRepository;
}

/** What a moderator decides, and the words for the two people concerned. */
export interface Verdict {
  readonly reviewId: string;
  readonly outcome: DisputeOutcome;
  readonly statement: string | null;
}

/** Why a decision was refused, and which input field is to blame. */
export type DecisionRefusal =
  | {
      readonly code: 'NOT_FOUND' | 'NOT_ALLOWED' | 'ALREADY_DECIDED';
      readonly field: 'reviewId';
    }
  | { readonly code: 'INVALID_TEXT'; readonly field: 'statement' };

/**
 * Decides a dispute, once; null when it is decided. An upheld dispute hides the review and takes it
 * out of the reputation in the same transaction. Nobody decides over a review of their own session.
 */
export async function decideReviewDispute(
  { reviews, moderation, people, transact, clock }: Deciding,
  deciderId: string,
  { reviewId, outcome, statement }: Verdict,
): Promise<DecisionRefusal | null> {
  if (isRefusedText(statement)) return { code: 'INVALID_TEXT', field: 'statement' };
  const reader = { id: deciderId, moderates: true };
  const [[review] = []] = await reviews.findVisible(reader, { by: 'id' }, [reviewId]);
  if (review?.dispute === undefined || review.publishedAt === null) return refused('NOT_FOUND');
  const { sessionId, reviewerId, revieweeId, publishedAt, nth = 1 } = review;
  if ([reviewerId, revieweeId].includes(deciderId)) return refused('NOT_ALLOWED');
  return transact(async (tx) => {
    const words = statement === null ? null : normaliseText(statement);
    const decidedAt = clock.now();
    const decision = { outcome, statement: words, decidedAt, deciderId };
    if (!(await moderation.decideDispute(tx, reviewId, decision)))
      return refused('ALREADY_DECIDED');
    const parties = { reviewerId, revieweeId };
    tx.emit('review.disputeDecided', { sessionId, reviewId, ...parties, outcome });
    if (outcome === 'UPHELD') {
      await changeReputation(people, tx, { ...review, publishedAt, nth }, -1, decidedAt);
    }
    return null;
  });
}

function refused(code: Exclude<DecisionRefusal['code'], 'INVALID_TEXT'>): DecisionRefusal {
  return { code, field: 'reviewId' };
}
