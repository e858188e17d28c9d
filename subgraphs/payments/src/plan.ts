import type { Money } from './money.ts';

/** How long one payment of a plan lasts. */
export type BillingPeriod = 'MONTH' | 'YEAR';

/** A membership that can be bought. */
export interface Plan {
  readonly code: string;
  readonly name: string;
  readonly price: Money;
  readonly period: BillingPeriod;
  readonly entitlements: readonly string[];
  /** How long somebody may try it before the first payment, once. */
  readonly trialDays: number;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
const noticeDays = 3;

/** When a trial that begins now ends. */
export function trialEnd(start: Date, { trialDays }: Pick<Plan, 'trialDays'>): Date {
  return new Date(start.getTime() + trialDays * dayMilliseconds);
}

/** When somebody is written to that their trial ends. */
export function trialNotice(trialEndsAt: Date): Date {
  return new Date(trialEndsAt.getTime() - noticeDays * dayMilliseconds);
}

/**
 * The end of a period: the same day and time a month or a year later, or that month's last day
 * where it lacks the day.
 */
export function periodEnd(start: Date, period: BillingPeriod): Date {
  const months = period === 'MONTH' ? 1 : 12;
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end;
}
