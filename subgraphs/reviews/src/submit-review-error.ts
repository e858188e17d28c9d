import type { SubmitReviewRefusal } from './submit-review.ts';

const messages = {
  NOT_FOUND: 'There is no such session.',
  NOT_DONE: 'Only a session that is done can be reviewed.',
  ALREADY_REVIEWED: 'You have reviewed this session already.',
  WINDOW_CLOSED: 'The time for reviewing this session is over.',
  NOT_ALLOWED: 'You missed this session and cannot review it.',
  OUT_OF_RANGE: 'Give a whole number from 1 to 5.',
  INVALID_TEXT: 'Write up to 2000 ordinary characters, or leave the text out.',
} satisfies Record<SubmitReviewRefusal['code'], string>;

/** A refusal as the client reads it. */
export function toSubmitReviewError({ code, field }: SubmitReviewRefusal) {
  return { code, message: messages[code], path: [field] };
}
