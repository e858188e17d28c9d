import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import DataLoader from 'dataloader';
import {
  decideReviewDispute,
  type Deciding,
  type DecisionRefusal,
  type Verdict,
} from './decide-review-dispute.ts';
import { disputeOf } from './dispute.ts';
import { disputeReview, type DisputeRefusal } from './dispute-review.ts';
import type { Feedback, OpenDisputePlace } from './moderation-repository.ts';
import { toReader, type Reader } from './reader.ts';
import { recomputeReputation } from './recompute-reputation.ts';
import { replyToReview, type ReplyRefusal } from './reply-to-review.ts';
import type { ReviewedPerson } from './reputation.ts';
import type { Review, ReviewDraft } from './review.ts';
import type { ReceivedPlace } from './review-document.ts';
import type { ReviewWindow } from './review-window.ts';
import { submitReview, type Submission, type SubmitReviewOutcome } from './submit-review.ts';

/** What resolvers work with; everything that is loaded is loaded as the viewer may see it. */
export interface Context extends RequestContext {
  readonly reader: Reader;
  readonly now: Date;
  readonly windowDays: number;
  readonly reviewById: DataLoader<string, Review | null>;
  readonly reviewsBySession: DataLoader<string, Review[]>;
  readonly reviewsReceived: (
    revieweeId: string,
    page: PageRequest<ReceivedPlace>,
  ) => Promise<Page<Review>>;
  readonly windowBySession: DataLoader<string, ReviewWindow | null>;
  readonly personById: DataLoader<string, ReviewedPerson | null>;
  readonly submitReview: (
    reviewerId: string,
    sessionId: string,
    draft: ReviewDraft,
  ) => Promise<SubmitReviewOutcome>;
  readonly replyToReview: (
    authorId: string,
    reviewId: string,
    text: string,
  ) => Promise<ReplyRefusal | null>;
  readonly disputeReview: (
    personId: string,
    reviewId: string,
    reason: string,
  ) => Promise<DisputeRefusal | null>;
  readonly decideReviewDispute: (
    deciderId: string,
    verdict: Verdict,
  ) => Promise<DecisionRefusal | null>;
  readonly recomputeReputation: (userId: string) => ReturnType<typeof recomputeReputation>;
  /** For moderators alone, as is the next. */
  readonly feedback: (
    readerId: string,
    page: PageRequest<ReceivedPlace>,
  ) => Promise<Page<Feedback>>;
  readonly openDisputes: (page: PageRequest<OpenDisputePlace>) => Promise<Page<OpenDispute>>;
}

/** A dispute that waits for a decision. */
export type OpenDispute = NonNullable<ReturnType<typeof disputeOf>>;

/** Makes the context of one operation. */
export function createContext(
  submission: Submission & Deciding,
  request: OperationRequest,
): Context {
  const { viewer, requestId, log } = request;
  const { reviews, moderation, windows, people, clock, windowDays } = submission;
  const reader = toReader(viewer);
  const reviewById = new DataLoader<string, Review | null>(async (ids) => {
    const found = await reviews.findVisible(reader, { by: 'id' }, ids);
    return found.map(([review]) => review ?? null);
  });
  return {
    viewer,
    requestId,
    log,
    reader,
    now: clock.now(),
    windowDays,
    reviewById,
    reviewsBySession: new DataLoader((ids) => reviews.findVisible(reader, { by: 'session' }, ids)),
    reviewsReceived: createReceivedLoader((page, ids) =>
      reviews.findVisible(reader, { by: 'reviewee', page }, ids),
    ),
    windowBySession: new DataLoader((ids) => windows.findBySessionIds(ids)),
    personById: new DataLoader((ids) => people.findVisible(reader.id, ids)),
    submitReview: (...submitted) => submitReview(submission, ...submitted),
    replyToReview: (...replied) => replyToReview(submission, ...replied),
    disputeReview: (...disputed) => disputeReview(submission, ...disputed),
    decideReviewDispute: (...decided) => decideReviewDispute(submission, ...decided),
    recomputeReputation: (userId) => recomputeReputation(submission, userId),
    feedback: async (readerId, page) =>
      toPage(await moderation.findFeedback(readerId, page), page.limit),
    async openDisputes(page) {
      const { rows, hasNextPage } = toPage(await moderation.findOpenDisputes(page), page.limit);
      const found = await Promise.all(rows.map(({ id }) => reviewById.load(id)));
      const disputes = found.map((review) => review && disputeOf(review));
      return { rows: disputes.filter((dispute) => dispute !== null), hasNextPage };
    },
  };
}

/** People who are asked for the same page share a query. */
function createReceivedLoader(
  read: (page: PageRequest<ReceivedPlace>, ids: readonly string[]) => Promise<Review[][]>,
): Context['reviewsReceived'] {
  const loaders = new Map<string, DataLoader<string, Page<Review>>>();
  return (revieweeId, page) => {
    const key = JSON.stringify(page);
    const loader =
      loaders.get(key) ??
      new DataLoader(async (ids) => {
        const found = await read(page, ids);
        return found.map((rows) => toPage(rows, page.limit));
      });
    loaders.set(key, loader);
    return loader.load(revieweeId);
  };
}
