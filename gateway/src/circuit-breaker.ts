/** Leaves a server alone that does not answer, and tries now and then whether it is back. */
export interface CircuitBreaker {
  /** False while the server is left alone; true lets one request through, which must be settled. */
  admits(): boolean;
  succeeded(): void;
  failed(): void;
  isOpen(): boolean;
}

/** What {@link createCircuitBreaker} needs. */
export interface CircuitBreakerOptions {
  /** Failures in a row after which the server is left alone. */
  readonly failures: number;
  /** Time between two attempts while it is. */
  readonly retryMilliseconds: number;
  /** The present, on `performance.now()`'s scale. */
  readonly now: () => number;
}

/** Any success closes the circuit; while it is open, one request per interval is let through. */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  let failures = 0;
  let nextAttempt = 0;
  const isOpen = (): boolean => failures >= options.failures;
  return {
    isOpen,
    admits() {
      if (!isOpen()) return true;
      const now = options.now();
      if (now < nextAttempt) return false;
      nextAttempt = now + options.retryMilliseconds;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures === options.failures) nextAttempt = options.now() + options.retryMilliseconds;
    },
  };
}
