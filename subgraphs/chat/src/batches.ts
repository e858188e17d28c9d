import { setTimeout as pause } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly outcome: PromiseWithResolvers<Result>;
}

/**
 * Does work of one key in batches: what arrives while a batch of its key is being done waits and
 * is done together in the next one, so that alone nothing waits, and the busier it is the less each
 * piece costs. After a batch of several the next one begins `gatherMilliseconds` later, for more to
 * come together. Work of different keys does not wait for each other. `run` answers a result for each
 * item, in their order, or the promise of one that the next batch need not wait for; when it fails
 * itself all items of the batch have failed.
 */
export function createBatches<Item, Result>(
  maximum: number,
  run: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>,
  keyOf: (item: Item) => string = () => '',
  gatherMilliseconds = 0,
): (item: Item) => Promise<Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  const workOff = async (key: string, queue: Waiting<Item, Result>[]) => {
    while (queue.length > 0) {
      const batch = queue.splice(0, maximum);
      try {
        const results = await run(batch.map(({ item }) => item));
        for (const [index, result] of results.entries()) batch[index]?.outcome.resolve(result);
      } catch (error) {
        for (const { outcome } of batch) outcome.reject(error);
      }
      if (gatherMilliseconds > 0 && batch.length > 1) await pause(gatherMilliseconds);
    }
    queues.delete(key);
  };

  return (item) => {
    const key = keyOf(item);
    const outcome = Promise.withResolvers<Result>();
    const waiting = queues.get(key);
    if (waiting !== undefined) {
      waiting.push({ item, outcome });
    } else {
      const queue = [{ item, outcome }];
      queues.set(key, queue);
      void workOff(key, queue);
    }
    return outcome.promise;
  };
}
