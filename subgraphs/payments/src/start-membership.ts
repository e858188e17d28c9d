import { expiryOf, openAtProvider } from './create-payment-intent.ts';
import { giveUpPayment } from './give-up-payment.ts';
import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import { isSecondMembership } from './membership-repository.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { ProviderUnavailable } from './payment-provider.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import { settlePayment } from './settle-payment.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Which plan to buy with which payment method. */
export interface StartMembership {
  readonly idempotencyKey: string;
  readonly planCode: string;
  readonly paymentMethod: string;
}

interface Purchase {
  readonly membershipId: string;
  readonly paymentIntentId: string;
  readonly providerIntentId: string;
}

/** Buys a membership: it begins when its payment is confirmed, and is over when that is given up. */
export async function startMembership(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, planCode, paymentMethod }: StartMembership,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const [plan] = await desk.plans.findByCodes([planCode]);
  if (plan == null) return refused(refuse('NOT_FOUND', 'planCode'));
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'startMembership',
    input: { planCode, paymentMethod },
  };
  return desk.once(request, async (claim) => {
    const purchase = await beginMembership(desk, claim, payer.id, plan);
    if (purchase === null) {
      return desk.transact((tx) => claim.complete(tx, refused(refuse('WRONG_STATUS'))));
    }
    return payMembership(desk, claim, purchase, paymentMethod);
  });
}

/** Null when the person has a live membership; the database decides between two at once. */
async function beginMembership(
  desk: MoneyDesk,
  claim: Claim,
  userId: string,
  plan: Plan,
): Promise<Purchase | null> {
  const membershipId = `mem_${claim.reference}`;
  const [live] = await desk.memberships.findLiveByUserIds([userId]);
  if (live != null && live.id !== membershipId) return null;
  const payment = await openAtProvider(desk, `pay_${claim.reference}`, {
    userId,
    purpose: 'MEMBERSHIP',
    amount: plan.price,
    description: plan.name,
  });
  const { id: paymentIntentId, providerIntentId } = payment;
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
        startedAt: payment.createdAt,
        currentPeriodEnd: null,
      });
    });
  } catch (error) {
    if (!isSecondMembership(error)) throw error;
    await desk.provider.cancel(providerIntentId);
    return null;
  }
  return { membershipId, paymentIntentId, providerIntentId };
}

async function payMembership(
  desk: MoneyDesk,
  claim: Claim,
  { membershipId, paymentIntentId, providerIntentId }: Purchase,
  paymentMethod: string,
): Promise<Outcome> {
  try {
    const charged = await desk.provider.confirm(providerIntentId, paymentMethod, claim.reference);
    if (charged.declined) {
      await giveUpPayment(desk, paymentIntentId);
      const declined = refused(refuse('DECLINED', 'paymentMethod'));
      return await desk.transact((tx) => claim.complete(tx, declined));
    }
    const report = { state: charged.state, now: desk.clock.now() };
    const outcome = await desk.transact(async (tx) => {
      if (report.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
      await settlePayment(tx, desk, paymentIntentId, report);
      const over = report.state === 'CANCELLED';
      return claim.complete(tx, over ? refused(refuse('WRONG_STATUS')) : succeeded(membershipId));
    });
    desk.announce(paymentIntentId);
    return outcome;
  } catch (error) {
    // What the provider did is not known: it is asked to give the payment up as soon as it answers.
    if (error instanceof ProviderUnavailable) await giveUpSoon(desk, paymentIntentId);
    throw error;
  }
}

function giveUpSoon({ transact, dueWork, clock }: MoneyDesk, paymentIntentId: string) {
  return transact((tx) =>
    dueWork.plan(tx, expiryOf({ id: paymentIntentId, expiresAt: clock.now() })),
  );
}
