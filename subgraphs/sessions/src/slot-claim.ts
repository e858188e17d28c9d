import type { Span } from './span.ts';

/** Time is claimed in pieces of this length. */
export const bucketMilliseconds = 5 * 60_000;

/**
 * The five-minute buckets that a span touches. Two spans that overlap share at least one, so that a
 * unique index on (person, bucket) keeps a person from being in two places.
 */
export function bucketsOf({ start, end }: Span): Date[] {
  const buckets: Date[] = [];
  for (let at = Math.floor(start / bucketMilliseconds); at * bucketMilliseconds < end; at += 1) {
    buckets.push(new Date(at * bucketMilliseconds));
  }
  return buckets;
}

/** The time that a span claims: itself, widened to whole buckets. */
export function claimedSpan({ start, end }: Span): Span {
  return {
    start: Math.floor(start / bucketMilliseconds) * bucketMilliseconds,
    end: Math.ceil(end / bucketMilliseconds) * bucketMilliseconds,
  };
}
