import { chargeMembership, openCharge } from './charge-membership.ts';
import { expiryOf } from './create-payment-intent.ts';
import { refused, type Claim, type Outcome } from './idempotency.ts';
import { isSecondMembership } from './membership-repository.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { paymentExpiry, type PaymentIntent } from './payment-intent.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import { startTrial } from './start-trial.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Which plan to buy with which payment method, or to try first. */
export interface StartMembership {
  readonly idempotencyKey: string;
  readonly planCode: string;
  readonly paymentMethod: string;
  readonly trial: boolean;
}

/**
 * Buys a membership: it begins when its payment is confirmed, and is over when that is given up. One
 * that is tried first begins at once and is paid when the trial ends.
 */
export async function startMembership(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, planCode, paymentMethod, trial }: StartMembership,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const [plan] = await desk.plans.findByCodes([planCode]);
  if (plan == null) return refused(refuse('NOT_FOUND', 'planCode'));
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'startMembership',
    input: { planCode, paymentMethod, trial },
  };
  return desk.once(request, async (claim) => {
    const membershipId = `mem_${claim.reference}`;
    const [live] = await desk.memberships.findLiveByUserIds([payer.id]);
    if (live != null && live.id !== membershipId) {
      return desk.transact((tx) => claim.complete(tx, refused(refuse('WRONG_STATUS'))));
    }
    const purchase = { userId: payer.id, membershipId, plan, paymentMethod };
    return trial ? startTrial(desk, claim, purchase) : buy(desk, claim, purchase);
  });
}

/** A membership that somebody is about to begin. */
export interface Purchase {
  readonly userId: string;
  readonly membershipId: string;
  readonly plan: Plan;
  readonly paymentMethod: string;
}

async function buy(desk: MoneyDesk, claim: Claim, purchase: Purchase): Promise<Outcome> {
  const { membershipId, paymentMethod } = purchase;
  const payment = await beginMembership(desk, claim, purchase);
  if (payment === null) {
    return desk.transact((tx) => claim.complete(tx, refused(refuse('WRONG_STATUS'))));
  }
  return chargeMembership(desk, claim, { membershipId, payment, paymentMethod });
}

/** Null when the person has a live membership; the database decides between two at once. */
async function beginMembership(
  desk: MoneyDesk,
  claim: Claim,
  { userId, membershipId, plan }: Purchase,
): Promise<Pick<PaymentIntent, 'id' | 'providerIntentId'> | null> {
  const charge = {
    paymentIntentId: `pay_${claim.reference}`,
    membershipId,
    kind: 'START',
    planCode: plan.code,
    ...plan.price,
    periodEnd: null,
  } as const;
  const payment = await openCharge(desk, userId, charge, paymentExpiry(desk.clock.now()));
  const { id: paymentIntentId, createdAt } = payment;
  try {
    await desk.transact(async (tx) => {
      await desk.intents.insert(tx, payment);
      await desk.dueWork.plan(tx, expiryOf(payment));
      await desk.memberships.insert(tx, {
        id: membershipId,
        userId,
        planCode: plan.code,
        paymentIntentId,
        status: 'PENDING',
        startedAt: createdAt,
        currentPeriodStart: null,
        currentPeriodEnd: null,
        billingAnchor: null,
        trialEndsAt: null,
        nextPlanCode: null,
        paymentMethod: null,
        graceEndsAt: null,
      });
      await desk.charges.insert(tx, { ...charge, periodStart: createdAt });
    });
  } catch (error) {
    if (!isSecondMembership(error)) throw error;
    await desk.provider.cancel(payment.providerIntentId);
    return null;
  }
  return payment;
}
