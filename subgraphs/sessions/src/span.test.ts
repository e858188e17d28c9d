import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, merge, subtract, type Span } from './span.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 6 },
);
const has = (list: readonly Span[], moment: number) =>
  list.some(({ start, end }) => start <= moment && moment < end);
const moments = Array.from({ length: 52 }, (_, at) => at);

describe('spans', () => {
  it('keep their moments when they are merged', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = merge(list);
        for (const at of moments) expect(has(merged, at)).toBe(has(list, at));
        for (const [at, { start }] of merged.entries()) {
          expect(start).toBeGreaterThan(merged[at - 1]?.end ?? -1);
        }
      }),
    );
  });

  it('intersect and subtract moment by moment', () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const [a, b] = [merge(left), merge(right)];
        for (const at of moments) {
          expect(has(intersect(a, b), at)).toBe(has(a, at) && has(b, at));
          expect(has(subtract(a, b), at)).toBe(has(a, at) && !has(b, at));
        }
      }),
    );
  });
});
