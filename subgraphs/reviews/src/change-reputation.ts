import type { MongoTransaction } from '@skillswap/kit/mongo';
import { reputationOf, type CountedReview } from './reputation.ts';
import type { ReviewedPersonRepository } from './reviewed-person-repository.ts';

/** Counts a review in (1) or out (-1) and tells what its reviewee's reputation is then. */
export async function changeReputation(
  people: ReviewedPersonRepository,
  tx: MongoTransaction,
  review: CountedReview & { readonly revieweeId: string },
  by: 1 | -1,
  now: Date,
): Promise<void> {
  const { revieweeId: userId } = review;
  const { version, tally } = await people.count(tx, userId, review, by);
  const { score, count } = reputationOf(tally, now);
  tx.emit('reputation.changed', { userId, version, score, count });
}
