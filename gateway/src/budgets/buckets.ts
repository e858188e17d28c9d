/** How much may be spent at once, and how much of that comes back each second. */
export interface Allowance {
  readonly size: number;
  readonly refillPerSecond: number;
}

/** What taking came to. */
export interface Taken {
  /** False when there was less; nothing was taken then. */
  readonly isTaken: boolean;
  /** What is left now. */
  readonly remaining: number;
}

/**
 * Buckets that start full and fill by themselves, each with its key. They follow real time, not the
 * product's clock.
 */
export interface Buckets {
  /** Takes an amount at once or not at all; a negative one is put back, up to the size. */
  take(key: string, allowance: Allowance, amount: number): Promise<Taken>;
}
