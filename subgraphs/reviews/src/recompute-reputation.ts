import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@skillswap/kit/clock';
import type { Transact } from '@skillswap/kit/mongo';
import { reputationOf, tallyOf } from './reputation.ts';
import type { ReviewRepository } from './review-repository.ts';
import type { ReviewedPersonRepository } from './reviewed-person-repository.ts';

/** What {@link recomputeReputation} works with. */
export interface Recomputation {
  readonly reviews: ReviewRepository;
  readonly people: ReviewedPersonRepository;
  readonly transact: Transact;
  readonly clock: Clock;
}

/**
 * Counts all reviews of a person anew and tells the others when that comes to something else than
 * was counted so far, which it never should. Null when nobody has this id.
 */
export async function recomputeReputation(
  { reviews, people, transact, clock }: Recomputation,
  userId: string,
): Promise<{ readonly hasChanged: boolean } | null> {
  return transact(async (tx) => {
    const tally = tallyOf(await reviews.findCounted(tx, userId));
    const replaced = await people.replaceTally(tx, userId, tally);
    if (replaced === null) return null;
    const hasChanged = !isDeepStrictEqual(replaced.before.tally, tally);
    if (hasChanged) {
      const { score, count } = reputationOf(tally, clock.now());
      tx.emit('reputation.changed', { userId, version: replaced.version, score, count });
    }
    return { hasChanged };
  });
}
