import { requireMember } from '@skillswap/kit/viewer';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { toReplyToReviewError } from '../reply-to-review-error.ts';
import { toSubmitReviewError } from '../submit-review-error.ts';

export const Mutation: MutationResolvers = {
  async submitReview(_, { input }, { viewer, submitReview, reviewById }) {
    const { sessionId, comment = null, privateFeedback = null, ...ratings } = input;
    const draft = { ...ratings, comment, privateFeedback };
    const { reviewId, refusals } = await submitReview(requireMember(viewer).id, sessionId, draft);
    return {
      review: reviewId === null ? null : await reviewById.load(reviewId),
      userErrors: refusals.map(toSubmitReviewError),
    };
  },

  async replyToReview(_, { input: { reviewId, text } }, { viewer, replyToReview, reviewById }) {
    const refusal = await replyToReview(requireMember(viewer).id, reviewId, text);
    if (refusal !== null) return { review: null, userErrors: [toReplyToReviewError(refusal)] };
    return { review: await reviewById.clear(reviewId).load(reviewId), userErrors: [] };
  },
};
