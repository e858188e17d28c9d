import type { Log } from '@skillswap/kit/log';
import type { Buckets } from './buckets.ts';

/** Between two attempts to reach shared buckets that are away. */
const retryMilliseconds = 1_000;

/**
 * The shared buckets, and while they are away this process's own: an outage makes nobody wait and
 * stops nobody, and lets nobody spend more than one budget at each instance.
 */
export function createSteadyBuckets(shared: Buckets, local: Buckets, log: Log): Buckets {
  let retryAt: number | null = null;
  return {
    async take(key, allowance, amount) {
      if (retryAt !== null && performance.now() < retryAt) {
        return local.take(key, allowance, amount);
      }
      // While this one looks whether they are back, others do not.
      if (retryAt !== null) retryAt = performance.now() + retryMilliseconds;
      try {
        const taken = await shared.take(key, allowance, amount);
        if (retryAt !== null) log.info('budgets are shared again');
        retryAt = null;
        return taken;
      } catch (error) {
        if (retryAt === null) log.warn({ err: error }, 'budgets are counted locally');
        retryAt = performance.now() + retryMilliseconds;
        return local.take(key, allowance, amount);
      }
    },
  };
}
