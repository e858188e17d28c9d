import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { isOpen, type PaymentIntent } from './payment-intent.ts';
import { refuse } from './refusal.ts';
import { settlePayment } from './settle-payment.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Which payment to charge to which payment method. */
export interface ConfirmPaymentIntent {
  readonly idempotencyKey: string;
  readonly paymentIntentId: string;
  readonly paymentMethod: string;
}

/** Charges a payment. A decline leaves it open for another payment method. */
export async function confirmPaymentIntent(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, paymentIntentId, paymentMethod }: ConfirmPaymentIntent,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const [payment] = await desk.intents.findByIds([paymentIntentId]);
  if (payment?.userId !== payer.id) return refused(refuse('NOT_FOUND', 'paymentIntentId'));
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'confirmPaymentIntent',
    input: { paymentIntentId, paymentMethod },
  };
  return desk.once(request, (claim) => charge(desk, claim, payment, paymentMethod));
}

async function charge(
  desk: MoneyDesk,
  claim: Claim,
  payment: PaymentIntent,
  paymentMethod: string,
): Promise<Outcome> {
  const finish = (outcome: Outcome) => desk.transact((tx) => claim.complete(tx, outcome));
  const [current] = await desk.intents.findByIds([payment.id]);
  // A request that broke off may have charged it, and a webhook may have told so since.
  if (claim.isTakenUpAgain && current?.status === 'CONFIRMED') return finish(succeeded(payment.id));
  if (current == null || !isOpen(current) || isOver(current, desk.clock.now())) {
    return finish(refused(refuse('WRONG_STATUS', 'paymentIntentId')));
  }
  const { provider } = desk;
  const charged = await provider.confirm(payment.providerIntentId, {
    paymentMethod,
    reference: claim.reference,
    payerIsPresent: true,
  });
  if (charged.declined) return finish(refused(refuse('DECLINED', 'paymentMethod')));
  const report = { ...charged, now: desk.clock.now() };
  const outcome = await desk.transact(async (tx) => {
    if (report.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    await settlePayment(tx, desk, payment.id, report);
    const decided =
      report.state === 'CANCELLED'
        ? refused(refuse('WRONG_STATUS', 'paymentIntentId'))
        : succeeded(payment.id);
    return claim.complete(tx, decided);
  });
  desk.announce(payment.id);
  return outcome;
}

function isOver({ expiresAt }: PaymentIntent, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
