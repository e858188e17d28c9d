import { refuse, type Refusal } from './refusal.ts';

/** An amount in minor units of a currency. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What can be paid in. */
export const currencies: readonly string[] = ['EUR', 'USD', 'GBP', 'CHF'];

const smallest = 50;
const largest = 1_000_000;

/** Judges an amount that somebody wants to pay. */
export function refuseMoney({ amountMinor, currency }: Money): Refusal | null {
  if (!Number.isInteger(amountMinor) || amountMinor < smallest || amountMinor > largest) {
    return refuse('INVALID_AMOUNT', 'amountMinor');
  }
  return currencies.includes(currency) ? null : refuse('UNSUPPORTED_CURRENCY', 'currency');
}
