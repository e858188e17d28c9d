import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRatings, emptyTally, reputationOf } from './reputation.ts';

const rating = fc.integer({ min: 1, max: 5 });
const ratings = fc.record({
  stars: rating,
  punctuality: rating,
  pedagogy: rating,
  engagement: rating,
  communication: rating,
});
const all = (stars: number) => ({
  stars,
  punctuality: stars,
  pedagogy: stars,
  engagement: stars,
  communication: stars,
});

describe('a reputation', () => {
  it('of nobody’s reviews is what is assumed of everybody', () => {
    expect(reputationOf(emptyTally)).toEqual({
      score: 4,
      count: 0,
      punctuality: null,
      pedagogy: null,
      engagement: null,
      communication: null,
    });
  });

  it('puts a hundred good reviews above one perfect review', () => {
    const one = reputationOf(addRatings(emptyTally, all(5)));
    const hundred = reputationOf(
      Array.from({ length: 100 }, (_, index) => all(index % 5 === 0 ? 4 : 5)).reduce(
        addRatings,
        emptyTally,
      ),
    );
    expect(hundred.score).toBeGreaterThan(one.score);
  });

  it('does not depend on the order of the reviews', () => {
    const shuffled = fc
      .array(ratings, { maxLength: 50 })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const [left, right] = [list, other].map((some) => some.reduce(addRatings, emptyTally));
        expect(left).toEqual(right);
      }),
    );
  });

  it('stays within 1 and 5, moves towards each review and counts it', () => {
    fc.assert(
      fc.property(fc.array(ratings, { maxLength: 50 }), ratings, (list, next) => {
        const tally = list.reduce(addRatings, emptyTally);
        const before = reputationOf(tally);
        const after = reputationOf(addRatings(tally, next));
        expect(after.count).toBe(before.count + 1);
        expect(after.score).toBeGreaterThanOrEqual(1);
        expect(after.score).toBeLessThanOrEqual(5);
        expect(Math.sign(after.score - before.score)).toBe(Math.sign(next.stars - before.score));
      }),
    );
  });
});
