import { z } from 'zod';
import type { Clock } from '@skillswap/kit/clock';
import type { AskUsers } from './ask-users.ts';

/** Counts what is used, and tells users from time to time. */
export interface Uses extends AsyncDisposable {
  /** An operation was run or a key was used. */
  count(id: string): void;
  /** Tells users now; what it does not take is told the next time. */
  flush(): Promise<void>;
}

interface Use {
  count: number;
  lastUsedAt: number;
}

const flushMilliseconds = 10_000;
const mostAtOnce = 5_000;
const recordUses = `mutation ($uses: [InternalUse!]!) { internalRecordUses(uses: $uses) }`;
const recorded = z.object({ internalRecordUses: z.literal(true) });

/**
 * Counting costs a request nothing but an addition here. The counts are for people to look at: a
 * process that is killed loses ten seconds of them.
 */
export function createUses(askUsers: AskUsers, clock: Clock): Uses {
  let pending = new Map<string, Use>();

  const add = (id: string, count: number, lastUsedAt: number): void => {
    const use = pending.get(id);
    if (use === undefined) pending.set(id, { count, lastUsedAt });
    else {
      use.count += count;
      use.lastUsedAt = Math.max(use.lastUsedAt, lastUsedAt);
    }
  };

  const flush = async (): Promise<void> => {
    const told = [...pending].slice(0, mostAtOnce);
    if (told.length === 0) return;
    pending = new Map([...pending].slice(mostAtOnce));
    const uses = told.map(([id, { count, lastUsedAt }]) => ({
      id,
      count,
      lastUsedAt: new Date(lastUsedAt).toISOString(),
    }));
    try {
      await askUsers(recorded, recordUses, { uses });
    } catch {
      for (const [id, { count, lastUsedAt }] of told) add(id, count, lastUsedAt);
    }
  };

  const timer = setInterval(() => void flush(), flushMilliseconds).unref();
  return {
    count: (id) => {
      add(id, 1, clock.now().getTime());
    },
    flush,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await flush();
    },
  };
}
