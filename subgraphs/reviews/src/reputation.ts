import { criteria, type Criterion, type Ratings } from './review.ts';

/** A published review as far as it counts for the person whom it is about. */
export interface CountedReview extends Ratings {
  readonly publishedAt: Date;
  /** The how-manieth review it is that its author has published about this person, from 1. */
  readonly nth: number;
}

/**
 * The sums of the reviews that were published in one month: whole numbers, so that neither order
 * nor taking one out again ever matters. `weight` and the ratings are in shares of a review.
 */
export interface Sums extends Ratings {
  readonly count: number;
  readonly weight: number;
}

/** The sums of somebody's reviews by month, as `2026-03`; a month without reviews is not there. */
export type Tally = Readonly<Record<string, Sums>>;

/** A person as this subgraph knows them: by what others thought of them. */
export interface ReviewedPerson {
  readonly id: string;
  /** Grows with each change, so that consumers can drop what comes late. */
  readonly version: number;
  readonly tally: Tally;
}

/** How a person is regarded in one respect. */
export interface CriterionReputation {
  readonly criterion: Criterion;
  readonly score: number;
  readonly count: number;
  readonly confidence: number;
}

/** How a person is regarded. Each criterion by its name is the plain mean of what counts. */
export interface Reputation extends Record<Criterion, number | null> {
  readonly score: number;
  readonly count: number;
  readonly confidence: number;
  readonly criteria: CriterionReputation[];
}

/** What is assumed of everybody: as if `weight` people had given `mean` stars. */
const prior = { mean: 4, weight: 5 };

/** After this time a review counts half. */
const halfLifeMonths = 12;

/** A review is this many shares: a number that many small ones divide. */
const sharesPerReview = 60;

/**
 * The shares of the nth review that one person publishes about another. The second counts half,
 * the third a third: friends who review each other again and again weigh little more than once.
 */
function sharesOf(nth: number): number {
  return Math.max(1, Math.floor(sharesPerReview / nth));
}

/** The month in which a review was published (UTC). */
export function monthOf({ publishedAt }: Pick<CountedReview, 'publishedAt'>): string {
  return publishedAt.toISOString().slice(0, 7);
}

/** What a review adds to the sums of its month, or takes from them (-1). */
export function sumsOf(review: CountedReview, by: 1 | -1 = 1): Sums {
  const shares = by * sharesOf(review.nth);
  return {
    count: by,
    weight: shares,
    stars: shares * review.stars,
    punctuality: shares * review.punctuality,
    pedagogy: shares * review.pedagogy,
    engagement: shares * review.engagement,
    communication: shares * review.communication,
  };
}

/** The tally with one review more, or less (-1). */
export function countReview(tally: Tally, review: CountedReview, by: 1 | -1 = 1): Tally {
  const month = monthOf(review);
  return withoutEmpty({ ...tally, [month]: add(tally[month] ?? nothing, sumsOf(review, by)) });
}

/** The tally from the beginning: of a person's reviews in whichever order. */
export function tallyOf(reviews: readonly CountedReview[]): Tally {
  return reviews.reduce<Tally>((tally, review) => countReview(tally, review), {});
}

/** Leaves out the months whose reviews were all taken out again. */
export function withoutEmpty(tally: Tally): Tally {
  return Object.fromEntries(Object.entries(tally).filter(([, { count }]) => count !== 0));
}

/**
 * Turns a tally into the reputation of a moment. Scores are Bayesian means: a plain mean would put
 * one five-star review above a hundred good ones. What is older counts less, by whole months, so
 * that it is the same whenever it is computed within a month.
 */
export function reputationOf(tally: Tally, now: Date): Reputation {
  const { count, weight, ...sums } = sumUp(tally, now);
  const score = (sum: number) => (prior.mean * prior.weight + sum) / (prior.weight + weight);
  const confidence = weight / (prior.weight + weight);
  const mean = (sum: number) => (weight === 0 ? null : sum / weight);
  return {
    score: score(sums.stars),
    count,
    confidence,
    criteria: criteria.map((criterion) => ({
      criterion,
      score: score(sums[criterion]),
      count,
      confidence,
    })),
    punctuality: mean(sums.punctuality),
    pedagogy: mean(sums.pedagogy),
    engagement: mean(sums.engagement),
    communication: mean(sums.communication),
  };
}

const nothing: Sums = {
  count: 0,
  weight: 0,
  stars: 0,
  punctuality: 0,
  pedagogy: 0,
  engagement: 0,
  communication: 0,
};

/** All months together, in reviews instead of shares, each as much as its age leaves of it. */
function sumUp(tally: Tally, now: Date): Sums {
  const thisMonth = monthNumber(now.toISOString());
  return Object.entries(tally)
    .sort(([one], [other]) => monthNumber(one) - monthNumber(other))
    .reduce((sum, [month, sums]) => {
      const age = Math.max(0, thisMonth - monthNumber(month));
      return add(sum, sums, 2 ** (-age / halfLifeMonths) / sharesPerReview);
    }, nothing);
}

function add(one: Sums, other: Sums, factor = 1): Sums {
  return {
    count: one.count + other.count,
    weight: one.weight + factor * other.weight,
    stars: one.stars + factor * other.stars,
    punctuality: one.punctuality + factor * other.punctuality,
    pedagogy: one.pedagogy + factor * other.pedagogy,
    engagement: one.engagement + factor * other.engagement,
    communication: one.communication + factor * other.communication,
  };
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}
