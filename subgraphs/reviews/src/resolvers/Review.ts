import { disputeOf, reviewState } from '../dispute.ts';
import type { ReviewResolvers } from '../generated/resolvers.ts';

export const Review: ReviewResolvers = {
  __resolveReference: ({ id }, { reviewById }) => reviewById.load(id),
  session: ({ sessionId }) => ({ id: sessionId }),
  reviewer: ({ reviewerId }, _, { personById }) => personById.load(reviewerId),
  reviewee: ({ revieweeId }, _, { personById }) => personById.load(revieweeId),
  state: reviewState,

  dispute: (review, _, { reader: { id, moderates } }) =>
    moderates || id === review.revieweeId ? disputeOf(review) : null,

  moderation: ({ dispute, reviewerId, revieweeId }, _, { reader: { id, moderates } }) =>
    moderates || id === reviewerId || id === revieweeId ? (dispute?.decision ?? null) : null,
};
