import type { ReplyRefusal } from './reply-to-review.ts';

const messages = {
  NOT_FOUND: 'There is no such review.',
  NOT_ALLOWED: 'Only the person whom the review is about can reply to it.',
  ALREADY_REPLIED: 'You have replied to this review already.',
  INVALID_TEXT: 'Write up to 2000 ordinary characters.',
} satisfies Record<ReplyRefusal['code'], string>;

/** A refusal as the client reads it. */
export function toReplyToReviewError({ code, field }: ReplyRefusal) {
  return { code, message: messages[code], path: [field] };
}
