import { encodeCursor } from '@skillswap/kit/connection';
import type { ReceivedPlace } from './review-document.ts';

/** Keeps the cursors of private feedback apart from those of other lists. */
export const feedbackCursorKind = 'reviewFeedback';

/** A piece of feedback's place in the list, which is that of its review. */
export function feedbackCursor({ publishedAt, id }: ReceivedPlace): string {
  return encodeCursor(feedbackCursorKind, [publishedAt.getTime(), id]);
}
