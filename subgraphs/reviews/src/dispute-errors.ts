import type { DecisionRefusal } from './decide-review-dispute.ts';
import type { DisputeRefusal } from './dispute-review.ts';

const disputeMessages = {
  NOT_FOUND: 'There is no such review.',
  NOT_ALLOWED: 'Only the person whom the review is about can dispute it.',
  ALREADY_DISPUTED: 'You have disputed this review already.',
  INVALID_TEXT: 'Give a reason in up to 2000 ordinary characters.',
} satisfies Record<DisputeRefusal['code'], string>;

const decisionMessages = {
  NOT_FOUND: 'There is no dispute over such a review.',
  NOT_ALLOWED: 'You cannot decide over a review of your own session.',
  ALREADY_DECIDED: 'This dispute is decided already.',
  INVALID_TEXT: 'Write up to 2000 ordinary characters, or leave the text out.',
} satisfies Record<DecisionRefusal['code'], string>;

/** A refused dispute as the client reads it. */
export function toDisputeReviewError({ code, field }: DisputeRefusal) {
  return { code, message: disputeMessages[code], path: [field] };
}

/** A refused decision as the client reads it. */
export function toDecideReviewDisputeError({ code, field }: DecisionRefusal) {
  return { code, message: decisionMessages[code], path: [field] };
}
