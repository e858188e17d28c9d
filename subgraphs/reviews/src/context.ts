import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import DataLoader from 'dataloader';
import { replyToReview, type ReplyRefusal } from './reply-to-review.ts';
import type { ReviewedPerson } from './reputation.ts';
import type { Review, ReviewDraft } from './review.ts';
import type { ReceivedPlace } from './review-repository.ts';
import type { ReviewWindow } from './review-window.ts';
import { submitReview, type Submission, type SubmitReviewOutcome } from './submit-review.ts';

/** What resolvers work with; everything that is loaded is loaded as the viewer may see it. */
export interface Context extends RequestContext {
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
}

/** Makes the context of one operation. */
export function createContext(submission: Submission, request: OperationRequest): Context {
  const { viewer, requestId, log } = request;
  const { reviews, windows, people, clock, windowDays } = submission;
  const viewerId = viewer.kind === 'member' ? viewer.id : null;
  return {
    viewer,
    requestId,
    log,
    now: clock.now(),
    windowDays,
    reviewById: new DataLoader(async (ids) => {
      const found = await reviews.findVisible(viewerId, { by: 'id' }, ids);
      return found.map(([review]) => review ?? null);
    }),
    reviewsBySession: new DataLoader((ids) =>
      reviews.findVisible(viewerId, { by: 'session' }, ids),
    ),
    reviewsReceived: createReceivedLoader((page, ids) =>
      reviews.findVisible(viewerId, { by: 'reviewee', page }, ids),
    ),
    windowBySession: new DataLoader((ids) => windows.findBySessionIds(ids)),
    personById: new DataLoader((ids) => people.findVisible(viewerId, ids)),
    submitReview: (...submitted) => submitReview(submission, ...submitted),
    replyToReview: (...replied) => replyToReview(submission, ...replied),
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
