import type { Clock } from '@skillswap/kit/clock';
import { isId, newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { openReviewWindow, type DoneSession, type WindowOpening } from './open-review-window.ts';
import { publishReviews, type Publication } from './publish-reviews.ts';
import {
  normaliseDraft,
  refuseDraft,
  refuseReview,
  type DraftRefusal,
  type NewReview,
  type ReviewDraft,
  type ReviewRefusal,
} from './review.ts';
import { isComplete } from './review-window.ts';
import type { Sessions } from './sessions.ts';

/** What {@link submitReview} works with. */
export interface Submission extends Publication, WindowOpening {
  readonly sessions: Sessions;
  readonly transact: Transact;
  readonly clock: Clock;
}

/** Why a review was refused; a refusal of the draft names its field. */
export type SubmitReviewRefusal =
  DraftRefusal | { readonly code: ReviewRefusal | 'ALREADY_REVIEWED'; readonly field: 'sessionId' };

/** The id of the stored review, or everything that speaks against it. */
export type SubmitReviewOutcome =
  | { readonly reviewId: string; readonly refusals: readonly [] }
  | { readonly reviewId: null; readonly refusals: readonly SubmitReviewRefusal[] };

/**
 * Stores a review, sealed; when it is the second of its session both are published with it. The
 * session's status is asked from its owner at once: an event may not have come yet.
 */
export async function submitReview(
  submission: Submission,
  reviewerId: string,
  sessionId: string,
  draft: ReviewDraft,
): Promise<SubmitReviewOutcome> {
  const refusals = refuseDraft(draft);
  if (refusals.length > 0) return { reviewId: null, refusals };
  const { sessions, clock, windowDays } = submission;
  const session = isId('ses', sessionId) ? await sessions.find(sessionId) : null;
  const now = clock.now();
  const refusal = refuseReview(session, reviewerId, now, windowDays);
  if (refusal !== null) return refused(refusal);
  if (session === null || session.doneAt === null) return refused('NOT_DONE');

  const review: NewReview = {
    id: newId('rev'),
    sessionId,
    reviewerId,
    revieweeId: session.teacherId === reviewerId ? session.learnerId : session.teacherId,
    ...normaliseDraft(draft),
    createdAt: now,
  };
  const stored = await store(submission, { ...session, doneAt: session.doneAt }, review);
  return stored === null ? { reviewId: review.id, refusals: [] } : refused(stored);
}

function store(submission: Submission, session: DoneSession, review: NewReview) {
  const { reviews, windows, transact } = submission;
  const { id: reviewId, sessionId, reviewerId, createdAt } = review;
  return transact(async (tx) => {
    await openReviewWindow(submission, tx, session);
    const window = await windows.enter(tx, sessionId, reviewerId, createdAt);
    if (typeof window === 'string') return window;
    await reviews.insert(tx, review);
    if (isComplete(window)) await publishReviews(submission, tx, sessionId, createdAt);
    else tx.emit('review.sealed', { sessionId, reviewId });
    return null;
  });
}

function refused(code: ReviewRefusal | 'ALREADY_REVIEWED'): SubmitReviewOutcome {
  return { reviewId: null, refusals: [{ code, field: 'sessionId' }] };
}
