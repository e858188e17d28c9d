/** Milliseconds that half, and 95 of a hundred, of the rounds took at most. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** What the product takes for something, and what the bare driver takes for the same reads. */
export interface Comparison {
  readonly title: string;
  readonly ours: Times;
  readonly bare: Times;
  /** The indexes that the store's plan names; COLLSCAN among them when it reads everything. */
  readonly indexes: string;
}

/** How often each thing is done. */
export const rounds = 100;

/** Does something {@link rounds} times, one after the other. */
export async function measure(work: (round: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number) => times[Math.ceil(share * rounds) - 1] ?? 0;
  return { p50: percentile(0.5), p95: percentile(0.95) };
}

/** The indexes in an explained plan, and whether it reads a whole collection. */
export function indexesOf(plan: unknown): string {
  const text = JSON.stringify(plan);
  const names = [...text.matchAll(/"winningPlan".*?"indexName":"(\w+)"/gs)].map(([, name]) => name);
  const whole = text.includes('"COLLSCAN"') ? ['COLLSCAN'] : [];
  return [...new Set([...names, ...whole])].join(', ');
}
