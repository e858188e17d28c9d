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
 * The end of a period: one or twelve months later, on the anchor's day and at its time, or on that
 * month's last day where it lacks the day. So a membership that began on the 31st ends its periods
 * on the last of each month. The start is the anchor itself or the end of a period with the same
 * anchor.
 */
export function periodEnd(start: Date, period: BillingPeriod, anchor: Date = start): Date {
  const month = start.getUTCMonth() + (period === 'MONTH' ? 1 : 12);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const end = new Date(anchor);
  end.setUTCFullYear(start.getUTCFullYear(), month, Math.min(anchor.getUTCDate(), lastDay));
  return end;
}
