import { participantIds, type Session } from './session.ts';

/** How a person kept the sessions that they had agreed to. */
export interface Reliability {
  readonly userId: string;
  readonly done: number;
  readonly lateCancellations: number;
  readonly noShows: number;
}

/** What a session's end adds to one person's record. */
export type ReliabilityMark = 'done' | 'lateCancellations' | 'noShows';

/** Kept sessions that everyone is credited with at first, so that one mishap is not everything. */
const credit = 4;

/** From 0 to 1: the share of kept sessions, where a late cancellation is half an absence. */
export function reliabilityScore({ done, lateCancellations, noShows }: Reliability): number {
  const kept = credit + done;
  const score = kept / (kept + noShows + lateCancellations / 2);
  return Math.round(score * 1000) / 1000;
}

/** What this new version of a session adds to whose record. */
export function reliabilityMarks(
  before: Session | null,
  after: Session,
): readonly { readonly userId: string; readonly mark: ReliabilityMark }[] {
  if (before?.status === after.status) return [];
  if (after.status === 'DONE') {
    return participantIds(after).map((userId) => ({ userId, mark: 'done' as const }));
  }
  if (after.status === 'NO_SHOW') {
    return after.absentIds.map((userId) => ({ userId, mark: 'noShows' as const }));
  }
  if (after.status === 'CANCELLED' && after.cancelledLate && after.cancelledById !== null) {
    return [{ userId: after.cancelledById, mark: 'lateCancellations' }];
  }
  return [];
}
