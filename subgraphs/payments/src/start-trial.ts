import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { isSecondMembership, isSecondTrial } from './membership-repository.ts';
import { letterWork } from './letter.ts';
import type { MoneyDesk } from './money-desk.ts';
import { trialEnd, trialNotice } from './plan.ts';
import { refuse, type Refusal } from './refusal.ts';
import { bringInForce } from './settle-membership.ts';
import type { Purchase } from './start-membership.ts';

/**
 * Begins a membership whose first payment is taken when its trial ends. The payment method is kept
 * now, so that one which cannot be charged later is refused now. A person has one trial.
 */
export async function startTrial(
  desk: MoneyDesk,
  claim: Claim,
  { userId, membershipId, plan, paymentMethod }: Purchase,
): Promise<Outcome> {
  const refuseTo = (refusal: Refusal) =>
    desk.transact((tx) => claim.complete(tx, refused(refusal)));
  if (plan.trialDays === 0) return refuseTo(refuse('WRONG_STATUS', 'trial'));
  const customer = await desk.payers.customerOf(userId);
  const kept = await desk.provider.keep(customer, paymentMethod, claim.reference);
  if (kept === null) return refuseTo(refuse('DECLINED', 'paymentMethod'));
  const now = desk.clock.now();
  const trialEndsAt = trialEnd(now, plan);
  try {
    return await desk.transact(async (tx) => {
      const membership = {
        id: membershipId,
        userId,
        planCode: plan.code,
        paymentIntentId: null,
        status: 'ACTIVE',
        startedAt: now,
        currentPeriodStart: now,
        currentPeriodEnd: trialEndsAt,
        billingAnchor: trialEndsAt,
        trialEndsAt,
        nextPlanCode: null,
        paymentMethod: kept,
        graceEndsAt: null,
      } as const;
      await desk.memberships.insert(tx, membership);
      await bringInForce(tx, desk, { ...membership, ...plan }, now);
      const letter = letterWork(
        'TRIAL_ENDING',
        { id: membershipId, period: trialEndsAt },
        trialNotice(trialEndsAt),
      );
      await desk.dueWork.plan(tx, letter);
      return claim.complete(tx, succeeded(membershipId));
    });
  } catch (error) {
    if (isSecondTrial(error)) return refuseTo(refuse('TRIAL_USED', 'trial'));
    if (isSecondMembership(error)) return refuseTo(refuse('WRONG_STATUS'));
    throw error;
  }
}
