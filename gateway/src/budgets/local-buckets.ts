import type { Buckets } from './buckets.ts';

const mostBuckets = 50_000;

/** Buckets of this process; `now` is in milliseconds and never goes back. */
export function createLocalBuckets(now: () => number = () => performance.now()): Buckets {
  // When each bucket is full again: all that there is to know about it. Full ones are forgotten
  // first, then whoever was not seen for longest.
  const fullAt = new Map<string, number>();

  const makeRoom = (time: number): void => {
    for (const [key, at] of fullAt) if (at <= time) fullAt.delete(key);
    const [oldest] = fullAt.keys();
    if (fullAt.size >= mostBuckets && oldest !== undefined) fullAt.delete(oldest);
  };

  return {
    take(key, { size, refillPerSecond }, amount) {
      const time = now();
      const perMillisecond = refillPerSecond / 1_000;
      const full = Math.max(time, fullAt.get(key) ?? time);
      const remaining = size - (full - time) * perMillisecond;
      if (amount > remaining) return Promise.resolve({ isTaken: false, remaining });
      const next = Math.max(time, full + amount / perMillisecond);
      fullAt.delete(key);
      if (fullAt.size >= mostBuckets) makeRoom(time);
      if (next > time) fullAt.set(key, next);
      return Promise.resolve({ isTaken: true, remaining: Math.min(size, remaining - amount) });
    },
  };
}
