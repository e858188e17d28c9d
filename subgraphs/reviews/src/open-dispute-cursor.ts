import { encodeCursor } from '@skillswap/kit/connection';
import type { OpenDisputePlace } from './moderation-repository.ts';

/** Keeps the cursors of open disputes apart from those of other lists. */
export const openDisputeCursorKind = 'openReviewDisputes';

/** A dispute's place among the open ones. */
export function openDisputeCursor({ openedAt, id }: OpenDisputePlace): string {
  return encodeCursor(openDisputeCursorKind, [openedAt.getTime(), id]);
}

/** Reads the parts of a cursor; null when they name no place. */
export function parseOpenDisputePlace([time, id]: (string | number)[]): OpenDisputePlace | null {
  const openedAt = new Date(typeof time === 'number' ? time : Number.NaN);
  if (Number.isNaN(openedAt.getTime()) || typeof id !== 'string') return null;
  return { openedAt, id };
}
