import { normaliseText, refuseText } from '@skillswap/kit/text';
import type { Dispute } from './dispute.ts';
import { windowEnd } from './review-window.ts';

/** What each review rates, from 1 to 5. */
export const criteria = ['punctuality', 'pedagogy', 'engagement', 'communication'] as const;

/** One of {@link criteria}. */
export type Criterion = (typeof criteria)[number];

/** The numbers of a review. */
export type Ratings = Readonly<Record<'stars' | Criterion, number>>;

/** What one participant of a session says about the other, as readers see it. */
export interface Review extends Ratings {
  readonly id: string;
  readonly sessionId: string;
  readonly reviewerId: string;
  readonly revieweeId: string;
  readonly comment: string | null;
  readonly createdAt: Date;
  /** Null while the review is sealed: then its author alone reads it. */
  readonly publishedAt: Date | null;
  readonly reply: string | null;
  /** The how-manieth review of this author about this person, from 1; absent until published. */
  readonly nth?: number;
  /** Absent until the reviewed person disputes the review. */
  readonly dispute?: Dispute;
}

/** A review as it is first stored; `privateFeedback` is for the platform and has no reader here. */
export interface NewReview extends Omit<Review, 'publishedAt' | 'reply' | 'nth' | 'dispute'> {
  readonly privateFeedback: string | null;
}

/** What the author writes. */
export interface ReviewDraft extends Ratings {
  readonly comment: string | null;
  readonly privateFeedback: string | null;
}

/** What the reviews need to know of a session, which another subgraph owns. */
export interface ReviewableSession {
  readonly id: string;
  readonly teacherId: string;
  readonly learnerId: string;
  readonly status: string;
  readonly doneAt: Date | null;
  /** Those who did not come. */
  readonly noShowUserIds: readonly string[];
}

/** Why a draft is refused, and which of its fields is to blame. */
export interface DraftRefusal {
  readonly code: 'OUT_OF_RANGE' | 'INVALID_TEXT';
  readonly field: keyof ReviewDraft;
}

/** Why a session cannot be reviewed by somebody. */
export type ReviewRefusal = 'NOT_FOUND' | 'NOT_ALLOWED' | 'NOT_DONE' | 'WINDOW_CLOSED';

const longestText = 2_000;

/** Everything that is wrong with a draft by itself. */
export function refuseDraft(draft: ReviewDraft): DraftRefusal[] {
  const ratings = (['stars', ...criteria] as const)
    .filter((field) => !isRating(draft[field]))
    .map((field) => ({ code: 'OUT_OF_RANGE', field }) as const);
  const texts = (['comment', 'privateFeedback'] as const)
    .filter((field) => isRefusedText(draft[field]))
    .map((field) => ({ code: 'INVALID_TEXT', field }) as const);
  return [...ratings, ...texts];
}

function isRating(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}

/** True for a text that is there and cannot be stored. */
export function isRefusedText(text: string | null): boolean {
  return text !== null && refuseText(text, longestText) !== null;
}

/** The draft with its texts in the form in which they are stored. */
export function normaliseDraft(draft: ReviewDraft): ReviewDraft {
  return {
    ...draft,
    comment: draft.comment === null ? null : normaliseText(draft.comment),
    privateFeedback: draft.privateFeedback === null ? null : normaliseText(draft.privateFeedback),
  };
}

/**
 * Judges who may review a session when. A session of others is refused like one that does not
 * exist. Whether the person has reviewed it already is the store's to say.
 */
export function refuseReview(
  session: ReviewableSession | null,
  reviewerId: string,
  now: Date,
  windowDays: number,
): ReviewRefusal | null {
  if (session === null || !isParticipant(session, reviewerId)) return 'NOT_FOUND';
  if (session.noShowUserIds.includes(reviewerId)) return 'NOT_ALLOWED';
  if (session.status !== 'DONE' || session.doneAt === null) return 'NOT_DONE';
  return now < windowEnd(session.doneAt, windowDays) ? null : 'WINDOW_CLOSED';
}

function isParticipant(session: ReviewableSession, userId: string): boolean {
  return session.teacherId === userId || session.learnerId === userId;
}
