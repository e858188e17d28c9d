import { encodeCursor } from '@skillswap/kit/connection';
import type { Review } from './review.ts';
import type { ReceivedPlace } from './review-document.ts';

/** Keeps the cursors of received reviews apart from those of other lists. */
export const receivedCursorKind = 'reviewsReceived';

/** A published review's place in the list that its reviewee received. */
export function receivedCursor({ publishedAt, id }: Review): string {
  return encodeCursor(receivedCursorKind, [publishedAt?.getTime() ?? 0, id]);
}

/** Reads the parts of a cursor; null when they name no place. */
export function parseReceivedPlace([time, id]: (string | number)[]): ReceivedPlace | null {
  const publishedAt = new Date(typeof time === 'number' ? time : Number.NaN);
  if (Number.isNaN(publishedAt.getTime()) || typeof id !== 'string') return null;
  return { publishedAt, id };
}
