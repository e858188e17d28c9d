import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countReview, reputationOf, tallyOf, type CountedReview } from './reputation.ts';

const now = new Date('2026-03-02T10:00:00.000Z');
const rating = fc.integer({ min: 1, max: 5 });
const anyReview: fc.Arbitrary<CountedReview> = fc.record({
  stars: rating,
  punctuality: rating,
  pedagogy: rating,
  engagement: rating,
  communication: rating,
  publishedAt: fc.date({ min: new Date('2020-01-01'), max: now, noInvalidDate: true }),
  nth: fc.integer({ min: 1, max: 100 }),
});
const anyReviews = fc.array(anyReview, { maxLength: 40 });
const review = (stars: number, over: Partial<CountedReview> = {}): CountedReview => ({
  stars,
  punctuality: stars,
  pedagogy: stars,
  engagement: stars,
  communication: stars,
  publishedAt: now,
  nth: 1,
  ...over,
});
const scoreOf = (...reviews: CountedReview[]) => reputationOf(tallyOf(reviews), now).score;

describe('a reputation', () => {
  it('of nobody’s reviews is what is assumed of everybody', () => {
    const unknown = { score: 4, count: 0, confidence: 0 };
    expect(reputationOf({}, now)).toEqual({
      ...unknown,
      punctuality: null,
      pedagogy: null,
      engagement: null,
      communication: null,
      criteria: [
        { criterion: 'punctuality', ...unknown },
        { criterion: 'pedagogy', ...unknown },
        { criterion: 'engagement', ...unknown },
        { criterion: 'communication', ...unknown },
      ],
    });
  });

  it('puts a hundred good reviews above one perfect review, and is surer of them', () => {
    const one = reputationOf(tallyOf([review(5)]), now);
    const many = Array.from({ length: 100 }, (_, index) => review(index % 5 === 0 ? 4 : 5));
    const hundred = reputationOf(tallyOf(many), now);
    expect(hundred.score).toBeGreaterThan(one.score);
    expect(hundred.confidence).toBeGreaterThan(one.confidence);
  });

  it('rates each criterion by itself', () => {
    const { criteria, pedagogy, score } = reputationOf(tallyOf([review(5, { pedagogy: 1 })]), now);
    expect(pedagogy).toBe(1);
    expect(criteria.map((each) => each.score)).toEqual([score, 21 / 6, score, score]);
  });

  it('stays within 1 and 5, moves towards each new review and counts it', () => {
    fc.assert(
      fc.property(anyReviews, anyReview, (list, next) => {
        const tally = tallyOf(list);
        const before = reputationOf(tally, now);
        const after = reputationOf(countReview(tally, { ...next, publishedAt: now }), now);
        expect(after.count).toBe(before.count + 1);
        expect(after.confidence).toBeGreaterThan(before.confidence);
        expect(after.score).toBeGreaterThanOrEqual(1);
        expect(after.score).toBeLessThanOrEqual(5);
        const towards = Math.sign(next.stars - before.score);
        expect(Math.sign(after.score - before.score)).toBe(towards);
      }),
    );
  });

  it('rests half as much on what is a year older', () => {
    const old = review(1, { publishedAt: new Date('2025-03-31') });
    expect(scoreOf(old)).toBe((20 + 0.5) / 5.5);
    expect(scoreOf(old, review(5))).toBeGreaterThan(scoreOf(review(1), review(5)));
  });

  it('is the same at the beginning and at the end of a month', () => {
    const tally = tallyOf([review(2, { publishedAt: new Date('2025-11-30') }), review(5)]);
    const [first, last] = ['2026-03-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z'];
    expect(reputationOf(tally, new Date(first))).toEqual(reputationOf(tally, new Date(last)));
  });

  it('rests ever less on the same author', () => {
    const byStrangers = Array.from({ length: 6 }, () => review(5));
    const byOneFriend = byStrangers.map((each, index) => ({ ...each, nth: index + 1 }));
    expect(scoreOf(...byOneFriend)).toBeLessThan(scoreOf(...byStrangers.slice(0, 3)));
    expect(scoreOf(...byOneFriend)).toBeGreaterThan(scoreOf(review(5)));
  });
});

describe('a tally', () => {
  it('of any order of reviews, published and taken away again, is that of those that are left', () => {
    const anyLife = fc
      .array(fc.record({ review: anyReview, isHidden: fc.boolean() }), { maxLength: 40 })
      .chain((lives) => {
        const indexes = lives.flatMap(({ isHidden }, index) =>
          isHidden ? [index, index] : [index],
        );
        const order = fc.shuffledSubarray(indexes, {
          minLength: indexes.length,
          maxLength: indexes.length,
        });
        return fc.tuple(fc.constant(lives), order);
      });
    fc.assert(
      fc.property(anyLife, ([lives, order]) => {
        const seen = new Set<number>();
        const incremental = order.reduce((tally, index) => {
          const life = lives[index];
          if (life === undefined) return tally;
          const isThere = seen.has(index);
          seen.add(index);
          return countReview(tally, life.review, isThere ? -1 : 1);
        }, {});
        const left = lives.filter(({ isHidden }) => !isHidden).map((life) => life.review);
        expect(incremental).toEqual(tallyOf(left));
        expect(reputationOf(incremental, now)).toEqual(reputationOf(tallyOf(left), now));
      }),
    );
  });
});
