import type { ReviewResolvers } from '../generated/resolvers.ts';

export const Review: ReviewResolvers = {
  __resolveReference: ({ id }, { reviewById }) => reviewById.load(id),
  session: ({ sessionId }) => ({ id: sessionId }),
  reviewer: ({ reviewerId }, _, { personById }) => personById.load(reviewerId),
  reviewee: ({ revieweeId }, _, { personById }) => personById.load(revieweeId),
};
