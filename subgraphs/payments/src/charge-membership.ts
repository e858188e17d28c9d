import { expiryOf, openAtProvider } from './create-payment-intent.ts';
import { giveUpPayment } from './give-up-payment.ts';
import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MembershipCharge } from './membership.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { PaymentIntent } from './payment-intent.ts';
import { ProviderUnavailable } from './payment-provider.ts';
import { refuse } from './refusal.ts';
import { settlePayment } from './settle-payment.ts';

/** Begins the payment of a charge at the provider; whoever takes it up again gets the same one. */
export async function openCharge(
  desk: MoneyDesk,
  userId: string,
  charge: Pick<MembershipCharge, 'paymentIntentId' | 'planCode' | 'amountMinor' | 'currency'>,
  expiresAt: Date,
) {
  const { paymentIntentId: id, planCode, amountMinor, currency } = charge;
  const [plan] = await desk.plans.findByCodes([planCode]);
  return openAtProvider(desk, {
    id,
    userId,
    purpose: 'MEMBERSHIP',
    amount: { amountMinor, currency },
    description: plan?.name ?? null,
    lesson: null,
    expiresAt,
    customerId: await desk.payers.customerOf(userId),
  });
}

/** A payment of a membership that somebody asked for and is there to make. */
export interface AskedCharge {
  readonly membershipId: string;
  readonly payment: Pick<PaymentIntent, 'id' | 'providerIntentId'>;
  readonly paymentMethod: string;
}

/** Charges it. A decline gives the payment up. */
export async function chargeMembership(
  desk: MoneyDesk,
  claim: Claim,
  { membershipId, payment, paymentMethod }: AskedCharge,
): Promise<Outcome> {
  try {
    const { reference } = claim;
    const charging = { paymentMethod, reference, payerIsPresent: true };
    const charged = await desk.provider.confirm(payment.providerIntentId, charging);
    if (charged.declined) {
      await giveUpPayment(desk, payment.id);
      const declined = refused(refuse('DECLINED', 'paymentMethod'));
      return await desk.transact((tx) => claim.complete(tx, declined));
    }
    const report = { ...charged, now: desk.clock.now() };
    const outcome = await desk.transact(async (tx) => {
      if (report.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
      await settlePayment(tx, desk, payment.id, report);
      const over = report.state === 'CANCELLED';
      return claim.complete(tx, over ? refused(refuse('WRONG_STATUS')) : succeeded(membershipId));
    });
    desk.announce(payment.id);
    return outcome;
  } catch (error) {
    // What the provider did is not known: it is asked to give the payment up as soon as it answers.
    if (error instanceof ProviderUnavailable) await giveUpSoon(desk, payment.id);
    throw error;
  }
}

function giveUpSoon({ transact, dueWork, clock }: MoneyDesk, paymentIntentId: string) {
  return transact((tx) =>
    dueWork.plan(tx, expiryOf({ id: paymentIntentId, expiresAt: clock.now() })),
  );
}
