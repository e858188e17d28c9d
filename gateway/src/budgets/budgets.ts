import { tooExpensive } from '../cost/too-expensive.ts';
import { Refusal } from '../refusal.ts';
import { allowanceOf, bucketOf, type Spender } from './allowance.ts';
import type { Allowance, Buckets } from './buckets.ts';

/** What an operation cost, as its answer tells under `extensions.cost`. */
export interface CostReport {
  /** What it could have cost: this much was taken before it ran. */
  readonly requested: number;
  /** What it cost by its answer; the rest was put back. */
  readonly actual: number;
  readonly budget: {
    readonly limit: number;
    readonly remaining: number;
    readonly refillPerSecond: number;
  };
}

/** An operation's cost, taken from its spender's budget. */
export interface Spending {
  /** The operation is answered: puts back what it did not need. */
  settle(actual: number): CostReport;
}

/** Everybody's budgets. */
export interface Budgets {
  /** Throws a {@link Refusal} when there is less left than an operation may cost. */
  spend(spender: Spender, cost: number): Promise<Spending>;
}

/** No operation is free, so that a budget bounds also how many there are. */
const leastCost = 1;

/** Budgets in these buckets. */
export function createBudgets(buckets: Buckets): Budgets {
  return {
    async spend(spender, cost) {
      const requested = Math.max(leastCost, cost);
      const allowance = allowanceOf(spender);
      if (requested > allowance.size) throw tooExpensive(requested, allowance.size);
      const key = bucketOf(spender);
      const { isTaken, remaining } = await buckets.take(key, allowance, requested);
      if (!isTaken) throw usedUp(requested, remaining, allowance);
      return {
        settle(answered) {
          const actual = Math.min(requested, Math.max(leastCost, answered));
          const unused = requested - actual;
          if (unused > 0) buckets.take(key, allowance, -unused).catch(() => undefined);
          return { requested, actual, budget: toBudget(allowance, remaining + unused) };
        },
      };
    },
  };
}

function usedUp(requested: number, remaining: number, allowance: Allowance): Refusal {
  const retryAfterSeconds = Math.ceil((requested - remaining) / allowance.refillPerSecond);
  const cost = { requested, budget: toBudget(allowance, remaining) };
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds, cost };
  const message = `The operation may cost ${String(requested)}, which is more than is left. Try again in ${String(retryAfterSeconds)} s.`;
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return new Refusal(429, [{ message, extensions }], { headers });
}

function toBudget({ size, refillPerSecond }: Allowance, remaining: number): CostReport['budget'] {
  return { limit: size, remaining: Math.floor(Math.min(size, remaining)), refillPerSecond };
}
