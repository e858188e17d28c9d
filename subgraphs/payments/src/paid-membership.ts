import type { MembershipCharge } from './membership.ts';
import type { MembershipTerms } from './membership-repository.ts';
import type { PaidPeriod } from './plan-change.ts';
import { periodEnd, type BillingPeriod } from './plan.ts';

/** A charge with the length of the period that it buys. */
export interface ChargeTerms extends MembershipCharge {
  readonly period: BillingPeriod;
}

/**
 * A membership after a charge of it was paid; null when it is no longer what the charge was for, so
 * that the money goes back. What is paid in the days of grace goes on from the last period; what is
 * paid after a suspension begins a period, because nobody pays for days without access.
 */
export function paidMembership(
  charge: ChargeTerms,
  terms: MembershipTerms,
  now: Date,
): MembershipTerms | null {
  const paid = paidPeriod(charge, terms, now);
  if (paid === null) return null;
  const { planCode, paymentIntentId } = charge;
  const isRenewal = charge.kind === 'RENEWAL';
  return {
    ...terms,
    planCode,
    paymentIntentId,
    status: 'ACTIVE',
    currentPeriodStart: paid.periodStart,
    currentPeriodEnd: paid.periodEnd,
    billingAnchor: paid.anchor,
    nextPlanCode: isRenewal || terms.nextPlanCode === planCode ? null : terms.nextPlanCode,
    graceEndsAt: null,
  };
}

function paidPeriod(charge: ChargeTerms, terms: MembershipTerms, now: Date): PaidPeriod | null {
  const { status, currentPeriodStart, currentPeriodEnd, billingAnchor } = terms;
  const from = (periodStart: Date, anchor = periodStart): PaidPeriod => ({
    periodStart,
    periodEnd: periodEnd(periodStart, charge.period, anchor),
    anchor,
  });
  switch (charge.kind) {
    case 'START':
      return status === 'PENDING' ? from(now) : null;
    case 'RENEWAL': {
      const isOwed = status === 'ACTIVE' || status === 'PAST_DUE' || status === 'SUSPENDED';
      if (!isOwed || currentPeriodEnd?.getTime() !== charge.periodStart.getTime()) return null;
      return status === 'SUSPENDED'
        ? from(now)
        : from(charge.periodStart, billingAnchor ?? charge.periodStart);
    }
    case 'UPGRADE': {
      const { periodEnd: until } = charge;
      if (terms.planCode === charge.planCode) return null;
      if (status !== 'ACTIVE' || until === null || currentPeriodEnd === null) return null;
      if (until < currentPeriodEnd) return null;
      const goesOn = until.getTime() === currentPeriodEnd.getTime();
      return {
        periodStart: (goesOn ? currentPeriodStart : null) ?? charge.periodStart,
        periodEnd: until,
        anchor: (goesOn ? billingAnchor : null) ?? charge.periodStart,
      };
    }
  }
}
