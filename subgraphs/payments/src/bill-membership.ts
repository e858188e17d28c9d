import { newId } from '@skillswap/kit/id';
import type { TransactionSql } from 'postgres';
import { openCharge } from './charge-membership.ts';
import { expiryOf } from './create-payment-intent.ts';
import { patienceEnd } from './dunning.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MembershipCharge } from './membership.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { Charge } from './payment-provider.ts';
import { endMembership, fallBehind } from './settle-membership.ts';
import { settlePayment } from './settle-payment.ts';

/** A renewal that is to be charged. */
interface Renewal {
  readonly userId: string;
  readonly charge: MembershipCharge;
  readonly paymentMethod: string;
}

/**
 * What is due when a membership's period ends: one that was cancelled is over, any other is charged
 * for the next period, again and again while it is owed. While the provider is away nothing changes
 * and the member keeps what they have.
 */
export async function billMembership(desk: MoneyDesk, membershipId: string): Promise<void> {
  const renewal = await desk.transact((tx) => takeUpRenewal(tx, desk, membershipId));
  if (renewal === null) return;
  const { charge, paymentMethod } = renewal;
  const providerIntentId = await openRenewal(desk, renewal);
  const charged = await desk.provider.confirm(providerIntentId, {
    paymentMethod,
    // Whoever takes this up after a crash repeats the same attempt.
    reference: `${charge.paymentIntentId}:${String(charge.attempts)}`,
    payerIsPresent: false,
  });
  await desk.transact((tx) => settleRenewal(tx, desk, charge, charged));
  desk.announce(charge.paymentIntentId);
}

async function takeUpRenewal(
  tx: TransactionSql,
  desk: MoneyDesk,
  membershipId: string,
): Promise<Renewal | null> {
  const now = desk.clock.now();
  const terms = await desk.memberships.findTerms(tx, { id: membershipId });
  if (terms?.currentPeriodEnd == null || terms.currentPeriodEnd > now) return null;
  const { userId, currentPeriodEnd, paymentMethod } = terms;
  const goesOn = terms.status === 'ACTIVE' || terms.status === 'PAST_DUE';
  if (goesOn && paymentMethod !== null) {
    const plan = await desk.plans.find(tx, terms.nextPlanCode ?? terms.planCode);
    const charge = await desk.charges.renewOnce(tx, {
      paymentIntentId: newId('pay'),
      membershipId,
      kind: 'RENEWAL',
      planCode: plan.code,
      ...plan.price,
      periodStart: currentPeriodEnd,
      periodEnd: null,
    });
    return { userId, charge, paymentMethod };
  }
  if (terms.status === 'ACTIVE' || terms.status === 'CANCEL_AT_PERIOD_END') {
    await endMembership(tx, desk, terms, now);
  }
  return null;
}

/** Answers the provider's id of the renewal's payment. */
async function openRenewal(desk: MoneyDesk, { userId, charge }: Renewal): Promise<string> {
  const [known] = await desk.intents.findByIds([charge.paymentIntentId]);
  if (known != null) return known.providerIntentId;
  const payment = await openCharge(desk, userId, charge, patienceEnd(charge.periodStart));
  await desk.transact(async (tx) => {
    await desk.intents.insert(tx, payment);
    await desk.dueWork.plan(tx, expiryOf(payment));
  });
  return payment.providerIntentId;
}

async function settleRenewal(
  tx: TransactionSql,
  desk: MoneyDesk,
  charge: MembershipCharge,
  charged: Charge,
): Promise<void> {
  const now = desk.clock.now();
  if (!charged.declined) {
    if (charged.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    await settlePayment(tx, desk, charge.paymentIntentId, { ...charged, now });
    if (charged.state === 'SUCCEEDED' || charged.state === 'CANCELLED') return;
  }
  const terms = await desk.memberships.findTerms(tx, { id: charge.membershipId });
  if (terms === null || !(await desk.charges.countAttempt(tx, charge))) return;
  await fallBehind(tx, desk, terms, { ...charge, attempts: charge.attempts + 1 }, now);
}
