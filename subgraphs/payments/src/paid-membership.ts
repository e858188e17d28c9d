import type { MembershipCharge } from './membership.ts';
import type { MembershipTerms } from './membership-repository.ts';
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
  const until = paidUntil(charge, terms, now);
  if (until === null) return null;
  const { planCode, paymentIntentId } = charge;
  const isRenewal = charge.kind === 'RENEWAL';
  return {
    ...terms,
    planCode,
    paymentIntentId,
    status: 'ACTIVE',
    currentPeriodEnd: until,
    nextPlanCode: isRenewal || terms.nextPlanCode === planCode ? null : terms.nextPlanCode,
    graceEndsAt: null,
  };
}

function paidUntil(charge: ChargeTerms, terms: MembershipTerms, now: Date): Date | null {
  const { status, currentPeriodEnd } = terms;
  switch (charge.kind) {
    case 'START':
      return status === 'PENDING' ? periodEnd(now, charge.period) : null;
    case 'RENEWAL': {
      const isOwed = status === 'ACTIVE' || status === 'PAST_DUE' || status === 'SUSPENDED';
      if (!isOwed || currentPeriodEnd?.getTime() !== charge.periodStart.getTime()) return null;
      return periodEnd(status === 'SUSPENDED' ? now : charge.periodStart, charge.period);
    }
    case 'UPGRADE': {
      const { periodEnd: until } = charge;
      if (terms.planCode === charge.planCode) return null;
      if (status !== 'ACTIVE' || until === null || currentPeriodEnd === null) return null;
      return until < currentPeriodEnd ? null : until;
    }
  }
}
