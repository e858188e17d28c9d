import { Temporal } from 'temporal-polyfill';
import type { Times } from './proposal.ts';

/** Sessions that belong together: the same hour week after week, or one session for another. */
export type SessionGroupKind = 'SERIES' | 'SWAP';

/** What sessions that are answered together have in common. */
export interface SessionGroup {
  readonly id: string;
  readonly kind: SessionGroupKind;
}

/** A series has at least this many sessions and at most that many. */
export const seriesLength = { least: 2, most: 12 } as const;

/**
 * The times of a series: the same weekday and hour by the wall clock of the zone, so that their
 * distance changes with the clock. An hour that a clock skips is taken at the one after it.
 */
export function weeklyTimes({ startAt, endAt }: Times, timeZone: string, weeks: number): Times[] {
  const first = Temporal.Instant.fromEpochMilliseconds(startAt.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const length = endAt.getTime() - startAt.getTime();
  return Array.from({ length: weeks }, (_, week) => {
    const start = first.add({ weeks: week }).epochMilliseconds;
    return { startAt: new Date(start), endAt: new Date(start + length) };
  });
}
