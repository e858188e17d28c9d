import type { Transact } from '@skillswap/kit/mongo';
import type { Pair } from './match.ts';
import type { MatchRepository } from './match-repository.ts';

/** What expressing interest needs. */
export interface ExpressInterestStores {
  readonly matches: MatchRepository;
  readonly transact: Transact;
  readonly now: () => Date;
}

/**
 * Records interest in a match of the person, any number of times to the same effect. Whoever comes
 * second makes it mutual, and the others hear of that once. Null when there is no such match.
 */
export function expressInterest(
  { matches, transact, now }: ExpressInterestStores,
  userId: string,
  matchId: string,
): Promise<Pair | null> {
  return transact(async (tx) => {
    const recorded = await matches.expressInterest(tx.session, matchId, userId, now());
    if (recorded === null) return null;
    if (recorded.becameMutual) tx.emit('match.made', { matchId, userIds: recorded.pair.userIds });
    return recorded.pair;
  });
}
