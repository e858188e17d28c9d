import { encodeCursor } from '@skillswap/kit/connection';
import type { SessionKeyset } from './session-repository.ts';
import type { Session } from './session.ts';

/** Where a session stands in the list of this kind. */
export function sessionCursor(kind: string, { startAt, id }: Session): string {
  return encodeCursor(kind, [startAt.getTime(), id]);
}

/** The place that a cursor of sessions names; null when it names none. */
export function parseSessionPlace([startAt, id]: readonly unknown[]): SessionKeyset | null {
  const start = new Date(Number(startAt));
  return Number.isNaN(start.getTime()) ? null : { startAt: start, id: String(id) };
}
