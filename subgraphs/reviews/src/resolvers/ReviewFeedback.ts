import type { ReviewFeedbackResolvers } from '../generated/resolvers.ts';

export const ReviewFeedback: ReviewFeedbackResolvers = {
  review: ({ id }, _, { reviewById }) => reviewById.load(id),
};
