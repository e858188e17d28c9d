import { createHash } from 'node:crypto';
import type { MatchScore } from './match-score.ts';

/** What a match has come to, from one side. */
export type MatchStatus = 'SUGGESTED' | 'INTERESTED' | 'MUTUAL' | 'PASSED';

/** What two people have said about each other; `userIds` are in ascending order. */
export interface Pair {
  readonly id: string;
  readonly userIds: readonly [string, string];
  readonly interestedBy: readonly string[];
  readonly passedBy: readonly string[];
  /** Who does not want to see it before when. */
  readonly snoozes: readonly Snooze[];
  /** When both had become interested. */
  readonly mutualAt: Date | null;
}

/** One person's wish not to see a match for a while. */
export interface Snooze {
  readonly by: string;
  readonly until: Date;
}

/** A pair as one of the two sees it. */
export interface Match extends MatchScore {
  readonly id: string;
  /** The other person. */
  readonly userId: string;
  readonly status: MatchStatus;
  /** Until when the viewer has put it off; null when not, or no longer. */
  readonly snoozedUntil: Date | null;
}

/** Why a match is not put off. */
export type SnoozeMatchRefusal = 'NOT_FOUND' | 'UNTIL_OUT_OF_RANGE';

/** Why a match is not put aside. */
export type PassOnMatchRefusal = 'NOT_FOUND' | 'ALREADY_MUTUAL';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of the match of two people: the same whoever asks and whenever, so that any number of
 * writers create one row. It has the form of every id, and says nothing of the two.
 */
export function matchIdOf(a: string, b: string): string {
  const digest = createHash('sha256').update(pairOf(a, b).join('\n')).digest();
  // 26 digits of five bits, the first of which has three, as every ULID.
  let text = crockford.charAt((digest[0] ?? 0) & 7);
  let bits = 0;
  let held = 0;
  for (let byte = 1; text.length < 26; byte += 1) {
    held = (held << 8) | (digest[byte] ?? 0);
    for (bits += 8; bits >= 5 && text.length < 26; bits -= 5) {
      text += crockford.charAt((held >> (bits - 5)) & 31);
    }
    held &= 31;
  }
  return `mat_${text}`;
}

/** Two people in the order in which a pair keeps them. */
export function pairOf(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

/** The other one of a pair. */
export function otherOf({ userIds: [low, high] }: Pair, viewerId: string): string {
  return viewerId === low ? high : low;
}

/** What a pair has come to, from one side. What the other thinks shows only once it is mutual. */
export function statusFor(pair: Pair, viewerId: string): MatchStatus {
  if (pair.mutualAt !== null) return 'MUTUAL';
  if (pair.interestedBy.includes(viewerId)) return 'INTERESTED';
  return pair.passedBy.includes(viewerId) ? 'PASSED' : 'SUGGESTED';
}

/** What one side sees of a pair besides how well they fit. */
export function seenBy(
  pair: Pair,
  viewerId: string,
  now: Date,
): Pick<Match, 'status' | 'snoozedUntil'> {
  const until = pair.snoozes.find(({ by }) => by === viewerId)?.until ?? null;
  const snoozedUntil = until !== null && until > now ? until : null;
  return { status: statusFor(pair, viewerId), snoozedUntil };
}
