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

/** What a session, as it stands, counts for one person. */
interface Mark {
  readonly userId: string;
  readonly mark: ReliabilityMark;
}

/** A mark that a new version of a session adds to a person's record, or takes from it. */
export interface MarkChange extends Mark {
  readonly by: 1 | -1;
}

/**
 * How this new version of a session changes people's records, so that each session counts once, by
 * what became of it. While people disagree on that, it counts for nobody.
 */
export function reliabilityChanges(before: Session | null, after: Session): readonly MarkChange[] {
  const had = before === null ? [] : marksOf(before);
  const has = marksOf(after);
  return [
    ...had.filter((mark) => !includes(has, mark)).map((mark) => ({ ...mark, by: -1 as const })),
    ...has.filter((mark) => !includes(had, mark)).map((mark) => ({ ...mark, by: 1 as const })),
  ];
}

function marksOf(session: Session): readonly Mark[] {
  const { status, absentIds, cancelledLate, cancelledById } = session;
  if (status === 'DONE') {
    return participantIds(session).map((userId) => ({ userId, mark: 'done' }));
  }
  if (status === 'NO_SHOW') return absentIds.map((userId) => ({ userId, mark: 'noShows' }));
  if (status === 'CANCELLED' && cancelledLate && cancelledById !== null) {
    return [{ userId: cancelledById, mark: 'lateCancellations' }];
  }
  return [];
}

function includes(marks: readonly Mark[], { userId, mark }: Mark): boolean {
  return marks.some((other) => other.userId === userId && other.mark === mark);
}
