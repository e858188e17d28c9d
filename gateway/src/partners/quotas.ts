import type { Allowance, Buckets } from '../budgets/buckets.ts';
import { Refusal } from '../refusal.ts';
import type { KnownPartner } from '../registry/registry.ts';

/** Holds partners to their number of requests. */
export interface Quotas {
  /** Counts a request; throws a refusal when there were too many. */
  admit(partner: KnownPartner): Promise<void>;
}

const minuteSeconds = 60;
const daySeconds = 86_400;

/** Counts in these buckets, which all keys of a partner share. */
export function createQuotas(buckets: Buckets): Quotas {
  const take = async (key: string, count: number, seconds: number): Promise<void> => {
    const refillPerSecond = count / seconds;
    const { isTaken, remaining } = await buckets.take(key, { size: count, refillPerSecond }, 1);
    if (!isTaken) throw usedUp(Math.max(1, Math.ceil((1 - remaining) / refillPerSecond)));
  };
  return {
    async admit({ id, quota }) {
      await take(`requests of a minute ${id}`, quota.requestsPerMinute, minuteSeconds);
      await take(`requests of a day ${id}`, quota.requestsPerDay, daySeconds);
    },
  };
}

/** What a partner's operations may cost. */
export function budgetOf({ quota: { costPerMinute } }: KnownPartner): Allowance {
  return { size: costPerMinute, refillPerSecond: costPerMinute / minuteSeconds };
}

function usedUp(retryAfterSeconds: number): Refusal {
  const message = `These are more requests than your quota allows. Try again in ${String(retryAfterSeconds)} s.`;
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds };
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return new Refusal(429, [{ message, extensions }], { headers });
}
