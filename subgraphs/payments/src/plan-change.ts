import { periodEnd, type Plan } from './plan.ts';

/** What was paid for: from when, and until when. */
export interface PaidPeriod {
  readonly periodStart: Date;
  readonly periodEnd: Date;
  /** Whose day and time its end has. */
  readonly anchor: Date;
}

/** When another plan takes the place of the present one, and what it costs then. */
export type PlanChange =
  | ({ readonly when: 'NOW'; readonly amountMinor: number } & PaidPeriod)
  | { readonly when: 'AT_PERIOD_END' };

/** Below this the provider charges nothing, and neither do we. */
const smallestCharge = 50;

/**
 * A plan that gives more, or the same for longer, takes effect now and is paid for the rest of the
 * period: what is left of the present plan counts against its price. Any other takes effect when
 * the paid period ends. Plans of the same length keep the period; a longer one begins a new one.
 */
export function quotePlanChange(from: Plan, to: Plan, present: PaidPeriod, now: Date): PlanChange {
  if (!isUpgrade(from, to)) return { when: 'AT_PERIOD_END' };
  const left = shareLeft(present, now);
  const isSamePeriod = from.period === to.period;
  const unused = Math.ceil(from.price.amountMinor * left);
  const wanted = isSamePeriod ? Math.floor(to.price.amountMinor * left) : to.price.amountMinor;
  const owed = Math.max(0, wanted - unused);
  return {
    when: 'NOW',
    amountMinor: owed < smallestCharge ? 0 : owed,
    ...(isSamePeriod
      ? present
      : { periodStart: now, periodEnd: periodEnd(now, to.period), anchor: now }),
  };
}

/** True when a plan gives all that another one does, for at least as long, and is not the same. */
function isUpgrade(from: Plan, to: Plan): boolean {
  if (from.code === to.code || from.price.currency !== to.price.currency) return false;
  if (from.period === 'YEAR' && to.period === 'MONTH') return false;
  return from.entitlements.every((entitlement) => to.entitlements.includes(entitlement));
}

/** How much of the present period is still to come, 0 to 1. */
function shareLeft({ periodStart, periodEnd: end }: PaidPeriod, now: Date): number {
  const share = (end.getTime() - now.getTime()) / (end.getTime() - periodStart.getTime());
  return Math.min(1, Math.max(0, share));
}
