import type { Criterion, Ratings } from './review.ts';

/** The sums of somebody's published reviews: whole numbers, so that their order never matters. */
export interface Tally extends Ratings {
  readonly count: number;
}

/** A person as this subgraph knows them: by what others thought of them. */
export interface ReviewedPerson {
  readonly id: string;
  /** Grows with each change, so that consumers can drop what comes late. */
  readonly version: number;
  readonly tally: Tally;
}

/** How a person is regarded. */
export interface Reputation extends Record<Criterion, number | null> {
  readonly score: number;
  readonly count: number;
}

/** Nobody has reviewed this person. */
export const emptyTally: Tally = {
  count: 0,
  stars: 0,
  punctuality: 0,
  pedagogy: 0,
  engagement: 0,
  communication: 0,
};

/** What is assumed of everybody: as if `weight` people had given `mean` stars. */
const prior = { mean: 4, weight: 5 };

/** The tally with one more published review. */
export function addRatings(tally: Tally, ratings: Ratings): Tally {
  return {
    count: tally.count + 1,
    stars: tally.stars + ratings.stars,
    punctuality: tally.punctuality + ratings.punctuality,
    pedagogy: tally.pedagogy + ratings.pedagogy,
    engagement: tally.engagement + ratings.engagement,
    communication: tally.communication + ratings.communication,
  };
}

/**
 * Turns a tally into a reputation. The score is a Bayesian mean: a plain mean would put one
 * five-star review above a hundred good ones. Each criterion is a plain mean.
 */
export function reputationOf(tally: Tally): Reputation {
  const { count, stars } = tally;
  const mean = (sum: number) => (count === 0 ? null : sum / count);
  return {
    score: (prior.mean * prior.weight + stars) / (prior.weight + count),
    count,
    punctuality: mean(tally.punctuality),
    pedagogy: mean(tally.pedagogy),
    engagement: mean(tally.engagement),
    communication: mean(tally.communication),
  };
}
