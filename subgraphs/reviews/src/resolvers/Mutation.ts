import { requireMember } from '@skillswap/kit/viewer';
import { toDecideReviewDisputeError, toDisputeReviewError } from '../dispute-errors.ts';
import { disputeOf } from '../dispute.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { toReplyToReviewError } from '../reply-to-review-error.ts';
import { requireModerator } from '../require-moderator.ts';
import { toSubmitReviewError } from '../submit-review-error.ts';

const nobodyToRecompute = {
  code: 'NOT_FOUND' as const,
  message: 'There is nobody with this id.',
  path: ['userId'],
};

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

  async disputeReview(_, { input: { reviewId, reason } }, { viewer, disputeReview, reviewById }) {
    const refusal = await disputeReview(requireMember(viewer).id, reviewId, reason);
    if (refusal !== null) return { dispute: null, userErrors: [toDisputeReviewError(refusal)] };
    const review = await reviewById.clear(reviewId).load(reviewId);
    return { dispute: review && disputeOf(review), userErrors: [] };
  },

  async recomputeReputation(_, { input: { userId } }, { viewer, recomputeReputation, personById }) {
    requireModerator(viewer);
    const recomputed = await recomputeReputation(userId);
    if (recomputed === null) {
      return { user: null, hasChanged: false, userErrors: [nobodyToRecompute] };
    }
    return { ...recomputed, user: await personById.load(userId), userErrors: [] };
  },

  async decideReviewDispute(_, { input }, { viewer, decideReviewDispute, reviewById }) {
    const { reviewId, outcome, statement = null } = input;
    const verdict = { reviewId, outcome, statement };
    const refusal = await decideReviewDispute(requireModerator(viewer).id, verdict);
    if (refusal !== null) {
      return { dispute: null, userErrors: [toDecideReviewDisputeError(refusal)] };
    }
    const review = await reviewById.clear(reviewId).load(reviewId);
    return { dispute: review && disputeOf(review), userErrors: [] };
  },
};
