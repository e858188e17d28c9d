/** Whether a person is here, as the product was told last. */
export interface Presence {
  readonly online: boolean;
  /** Null when they have never said, or not for a month. */
  readonly lastSeenAt: Date | null;
}

/** What a person's app said last, and when. */
export interface Report {
  readonly online: boolean;
  readonly at: Date;
}

const heardMilliseconds = 60_000;
const minuteMilliseconds = 60_000;

/** A person whom nothing is known of. */
export const neverSeen: Presence = { online: false, lastSeenAt: null };

/**
 * Somebody who says so is here for a minute; apps say it twice as often. When somebody was here is
 * told to the minute: nobody needs to know the second, or which of two people came because of whom.
 */
export function presenceAt({ online, at }: Report, now: Date): Presence {
  const age = now.getTime() - at.getTime();
  const minute = Math.floor(at.getTime() / minuteMilliseconds) * minuteMilliseconds;
  return { online: online && age < heardMilliseconds, lastSeenAt: new Date(minute) };
}
