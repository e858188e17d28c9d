import { statusFor, type Match, type PassOnMatchRefusal } from './match.ts';
import type { MatchRepository } from './match-repository.ts';
import type { Refusal } from './refusal.ts';

/** Puts one of the viewer's matches aside, any number of times to the same effect. */
export async function passOnMatch(
  { matches }: { readonly matches: MatchRepository },
  viewerId: string,
  match: Match | null,
): Promise<Match | Refusal<PassOnMatchRefusal>> {
  if (match === null) return { refused: 'NOT_FOUND', path: ['matchId'] };
  const pair = await matches.pass(match.id, viewerId);
  if (pair === null) return { refused: 'ALREADY_MUTUAL', path: ['matchId'] };
  return { ...match, status: statusFor(pair, viewerId) };
}
