import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, claimedSpan } from './slot-claim.ts';
import { overlaps } from './span.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1, max: 10_000_000 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('claims', () => {
  it('of overlapping spans share a bucket', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre(overlaps(a, b));
        const buckets = new Set(bucketsOf(a).map(Number));
        expect(bucketsOf(b).some((bucket) => buckets.has(Number(bucket)))).toBe(true);
      }),
    );
  });

  it('cover what is shown as taken, no more and no less', () => {
    fc.assert(
      fc.property(span, (each) => {
        const buckets = bucketsOf(each).map(Number);
        const { start, end } = claimedSpan(each);
        expect(buckets.at(0)).toBe(start);
        expect((buckets.at(-1) ?? 0) + 300_000).toBe(end);
      }),
    );
  });

  it('of neighbours on five-minute bounds share none', () => {
    const first = bucketsOf({ start: 0, end: 3_600_000 }).map(Number);
    const second = bucketsOf({ start: 3_600_000, end: 7_200_000 }).map(Number);
    expect(first).toHaveLength(12);
    expect(first.filter((bucket) => second.includes(bucket))).toEqual([]);
  });
});
