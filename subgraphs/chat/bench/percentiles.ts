/** The times below which half, 95 and 99 of a hundred measurements lie, in milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The percentiles of measurements, which must not be empty. */
export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Runs work one after the other, first a tenth of it unmeasured, and measures each. */
export async function measure(
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<Percentiles> {
  for (let round = 0; round < rounds / 10; round++) await work(-1 - round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return percentiles(times);
}

/** A row of a table of them. */
export function toRow(title: string, { p50, p95, p99 }: Percentiles): string {
  return `| ${[title, ...[p50, p95, p99].map((time) => time.toFixed(1))].join(' | ')} |`;
}
