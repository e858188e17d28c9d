/** Runs work of the same key one after the other; see {@link createTurns}. */
export type TakeTurns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Makes a queue per key within this process. The store decides concurrency; this only keeps many
 * writers of one busy conversation from making each other's transactions start again.
 */
export function createTurns(): TakeTurns {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await turn;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
