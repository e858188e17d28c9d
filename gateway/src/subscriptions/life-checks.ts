/** Calls each of many checks at the same interval, spread over it. */
export interface LifeChecks extends Disposable {
  /** Returns how to leave. */
  add(check: () => void): () => void;
}

/** How many groups take turns within an interval. */
const groups = 10;

/** One timer for all checks: thousands at once would hold up everything else. */
export function createLifeChecks(intervalMilliseconds: number): LifeChecks {
  const checks = Array.from({ length: groups }, () => new Set<() => void>());
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % groups;
    for (const check of checks[turn] ?? []) check();
  }, intervalMilliseconds / groups).unref();

  return {
    add(check) {
      // The group whose turn was last: it waits a whole interval.
      const group = checks[turn];
      group?.add(check);
      return () => {
        group?.delete(check);
      };
    },
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
