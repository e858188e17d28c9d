/** Times in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** What the product takes for something, and the bare driver for the same store work. */
export interface Comparison {
  readonly title: string;
  readonly ours: Times;
  readonly bare: Times;
}

/**
 * Does both in turns, so that what else the machine does meets both alike. The first tenth warms up
 * and does not count.
 */
export async function compare(
  title: string,
  count: number,
  ours: (at: number) => Promise<unknown>,
  bare: (at: number) => Promise<unknown>,
): Promise<Comparison> {
  const [own, other]: [number[], number[]] = [[], []];
  for (let at = 0; at < count; at += 1) {
    own.push(await timed(() => ours(at)));
    other.push(await timed(() => bare(at)));
  }
  const counted = Math.floor(count / 10);
  return { title, ours: percentiles(own.slice(counted)), bare: percentiles(other.slice(counted)) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
