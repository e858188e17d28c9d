import { seenBy, type Match, type SnoozeMatchRefusal } from './match.ts';
import type { MatchRepository } from './match-repository.ts';
import type { Refusal } from './refusal.ts';

/** What putting a match off needs. */
export interface SnoozeMatchStores {
  readonly matches: MatchRepository;
  readonly now: () => Date;
}

const longestMilliseconds = 366 * 86_400_000;

/** Puts one of the viewer's matches off until a time within a year. */
export async function snoozeMatch(
  { matches, now }: SnoozeMatchStores,
  viewerId: string,
  match: Match | null,
  until: Date,
): Promise<Match | Refusal<SnoozeMatchRefusal>> {
  if (match === null) return { refused: 'NOT_FOUND', path: ['matchId'] };
  const at = now();
  const milliseconds = until.getTime() - at.getTime();
  if (milliseconds <= 0 || milliseconds > longestMilliseconds) {
    return { refused: 'UNTIL_OUT_OF_RANGE', path: ['until'] };
  }
  const pair = await matches.snooze(match.id, { by: viewerId, until });
  if (pair === null) return { refused: 'NOT_FOUND', path: ['matchId'] };
  return { ...match, ...seenBy(pair, viewerId, at) };
}
