import type { Review } from './review.ts';

/** What moderators can make of a dispute: the review is hidden, or it stays. */
export type DisputeOutcome = 'UPHELD' | 'REJECTED';

/** A moderator's decision. Who decided is for the record and has no reader here. */
export interface Decision {
  readonly outcome: DisputeOutcome;
  readonly statement: string | null;
  readonly decidedAt: Date;
  readonly deciderId: string;
}

/** The reviewed person's objection to a review. */
export interface Dispute {
  readonly reason: string;
  readonly openedAt: Date;
  /** Null while it is open. */
  readonly decision: Decision | null;
}

/** True when a moderator took the review away from the public. */
export function isHidden({ dispute }: Pick<Review, 'dispute'>): boolean {
  return dispute?.decision?.outcome === 'UPHELD';
}

/** Where a review stands. */
export function reviewState(review: Review): 'SEALED' | 'PUBLISHED' | 'HIDDEN' {
  if (review.publishedAt === null) return 'SEALED';
  return isHidden(review) ? 'HIDDEN' : 'PUBLISHED';
}

/** A review's dispute as those who may read it do; null when there is none. */
export function disputeOf(review: Review) {
  if (review.dispute === undefined) return null;
  const { reason, openedAt, decision } = review.dispute;
  return { review, reason, openedAt, moderation: decision };
}
