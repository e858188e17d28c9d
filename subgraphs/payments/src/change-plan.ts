import type { TransactionSql } from 'postgres';
import { chargeMembership, openCharge } from './charge-membership.ts';
import { expiryOf } from './create-payment-intent.ts';
import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import type { MembershipTerms } from './membership-repository.ts';
import type { MembershipCharge } from './membership.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { paymentExpiry } from './payment-intent.ts';
import { quotePlanChange } from './plan-change.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import { bringInForce, changeMembership } from './settle-membership.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Which plan takes the place of the present one. */
export interface ChangePlan {
  readonly idempotencyKey: string;
  readonly planCode: string;
}

interface Wish {
  readonly userId: string;
  readonly plan: Plan;
}

/** What a change came to: it is decided, or it is to be paid first. */
type Decision =
  | { readonly outcome: Outcome }
  | { readonly charge: MembershipCharge; readonly paymentMethod: string };

/**
 * Changes the plan of the payer's membership: to one that gives more now, for the difference in
 * price over the rest of the period; to any other when the paid period ends. To the present plan
 * takes back a change that was to come.
 */
export async function changePlan(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, planCode }: ChangePlan,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const [plan] = await desk.plans.findByCodes([planCode]);
  if (plan == null) return refused(refuse('NOT_FOUND', 'planCode'));
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'changePlan',
    input: { planCode },
  };
  return desk.once(request, async (claim) => {
    const wish = { userId: payer.id, plan };
    const decision = await desk.transact((tx) => decide(tx, desk, claim, wish));
    if ('outcome' in decision) return decision.outcome;
    return upgrade(desk, claim, payer.id, decision);
  });
}

async function decide(
  tx: TransactionSql,
  desk: MoneyDesk,
  claim: Claim,
  { userId, plan }: Wish,
): Promise<Decision> {
  const finish = async (outcome: Outcome) => ({ outcome: await claim.complete(tx, outcome) });
  const now = desk.clock.now();
  const terms = await desk.memberships.findTerms(tx, { liveOf: userId });
  if (terms === null) return finish(refused(refuse('NOT_FOUND')));
  const begun = await desk.charges.find(tx, `pay_${claim.reference}`);
  const { paymentMethod } = terms;
  if (begun !== null && paymentMethod !== null) return { charge: begun, paymentMethod };
  if (!isInForce(terms, now) || (await desk.charges.isOpen(tx, terms.id, now))) {
    return finish(refused(refuse('WRONG_STATUS')));
  }
  const done = succeeded(terms.id);
  const present = await desk.plans.find(tx, terms.planCode);
  const period = {
    periodStart: terms.currentPeriodStart,
    periodEnd: terms.currentPeriodEnd,
    anchor: terms.billingAnchor,
  };
  const change = isTrial(terms)
    ? ({ when: 'NOW', amountMinor: 0, ...period } as const)
    : quotePlanChange(present, plan, period, now);
  if (plan.code === present.code || change.when === 'AT_PERIOD_END') {
    const nextPlanCode = plan.code === present.code ? null : plan.code;
    await changeMembership(tx, desk, terms, { nextPlanCode }, now);
    return finish(done);
  }
  if (change.amountMinor === 0) {
    const { code: planCode } = plan;
    const paid = {
      currentPeriodStart: change.periodStart,
      currentPeriodEnd: change.periodEnd,
      billingAnchor: change.anchor,
    };
    await bringInForce(tx, desk, { ...terms, planCode, ...paid, nextPlanCode: null }, now);
    return finish(done);
  }
  if (paymentMethod === null) return finish(refused(refuse('DECLINED')));
  const charge = {
    paymentIntentId: `pay_${claim.reference}`,
    membershipId: terms.id,
    kind: 'UPGRADE',
    planCode: plan.code,
    amountMinor: change.amountMinor,
    currency: plan.price.currency,
    periodStart: now,
    periodEnd: change.periodEnd,
  } as const;
  await desk.charges.insert(tx, charge);
  return { charge: { ...charge, attempts: 0 }, paymentMethod };
}

async function upgrade(
  desk: MoneyDesk,
  claim: Claim,
  userId: string,
  { charge, paymentMethod }: Extract<Decision, { charge: MembershipCharge }>,
): Promise<Outcome> {
  const payment = await openCharge(desk, userId, charge, paymentExpiry(desk.clock.now()));
  await desk.transact(async (tx) => {
    await desk.intents.insert(tx, payment);
    await desk.dueWork.plan(tx, expiryOf(payment));
  });
  const { membershipId } = charge;
  return chargeMembership(desk, claim, { membershipId, payment, paymentMethod });
}

/** A membership that was never paid yet. */
function isTrial({ paymentIntentId }: MembershipTerms): boolean {
  return paymentIntentId === null;
}

function isInForce(
  terms: MembershipTerms,
  now: Date,
): terms is MembershipTerms & {
  currentPeriodStart: Date;
  currentPeriodEnd: Date;
  billingAnchor: Date;
} {
  const { status, currentPeriodStart, currentPeriodEnd, billingAnchor } = terms;
  if (currentPeriodStart === null || currentPeriodEnd === null || billingAnchor === null) {
    return false;
  }
  return status === 'ACTIVE' && currentPeriodEnd > now;
}
