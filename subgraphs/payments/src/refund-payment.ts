import type { TransactionSql } from 'postgres';
import { carryOutOf } from './carry-out.ts';
import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import type { Refund } from './refund.ts';
import { refuse } from './refusal.ts';
import { settleRefund } from './settle-refund.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Which payment to give back, and how much of it. */
export interface RefundPayment {
  readonly idempotencyKey: string;
  readonly paymentIntentId: string;
  /** Null for all that is left. */
  readonly amountMinor: number | null;
  readonly reason: string | null;
}

/**
 * Gives a payment back, wholly or in part. The amount is set aside first, so that no two refunds
 * together exceed the payment; a refund whose request breaks off then is carried out by itself.
 */
export async function refundPayment(
  desk: MoneyDesk,
  treasurer: Payer,
  { idempotencyKey, ...input }: RefundPayment,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(treasurer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const request = {
    principal: treasurer.id,
    key: idempotencyKey,
    operation: 'refundPayment',
    input,
  };
  return desk.once(request, async (claim) => {
    const refund = await setAside(desk, claim, { ...input, requestedBy: treasurer.id });
    if (refund === null) {
      const refusal = await refusalOf(desk, input.paymentIntentId);
      return desk.transact((tx) => claim.complete(tx, refused(refusal)));
    }
    return giveBack(desk, refund, (tx, outcome) => claim.complete(tx, outcome));
  });
}

/** Carries out a refund whose request broke off. While the provider is away nothing changes. */
export async function carryOutRefund(desk: MoneyDesk, refundId: string): Promise<void> {
  const [refund] = await desk.refunds.findByIds([refundId]);
  if (refund?.status !== 'PENDING') return;
  await giveBack(desk, refund, (_tx, outcome) => Promise.resolve(outcome));
}

function setAside(
  { transact, refunds, dueWork, clock }: MoneyDesk,
  claim: Claim,
  refund: Omit<RefundPayment, 'idempotencyKey'> & { readonly requestedBy: string },
): Promise<Refund | null> {
  const id = `ref_${claim.reference}`;
  const now = clock.now();
  return transact(async (tx) => {
    const reserved = await refunds.reserve(tx, { ...refund, id, createdAt: now });
    if (reserved?.status === 'PENDING') await dueWork.plan(tx, carryOutOf('refund', id, now));
    return reserved;
  });
}

async function refusalOf({ intents, disputes }: MoneyDesk, paymentIntentId: string) {
  const [payment] = await intents.findByIds([paymentIntentId]);
  if (payment == null) return refuse('NOT_FOUND', 'paymentIntentId');
  const isCharged = payment.status === 'CONFIRMED' || payment.status === 'PARTIALLY_REFUNDED';
  return isCharged && !(await disputes.isAway(paymentIntentId))
    ? refuse('REFUND_TOO_LARGE', 'amountMinor')
    : refuse('WRONG_STATUS', 'paymentIntentId');
}

async function giveBack(
  desk: MoneyDesk,
  { id, paymentIntentId, amount }: Refund,
  finish: (tx: TransactionSql, outcome: Outcome) => Promise<Outcome>,
): Promise<Outcome> {
  const [payment] = await desk.intents.findByIds([paymentIntentId]);
  if (payment == null) throw new Error(`there is no payment ${paymentIntentId}`);
  const refund = await desk.provider.refund({
    providerIntentId: payment.providerIntentId,
    refundId: id,
    amountMinor: amount.amountMinor,
  });
  const report = { refund, now: desk.clock.now() };
  const outcome = await desk.transact(async (tx) => {
    if (refund.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    await settleRefund(tx, desk, paymentIntentId, report);
    return finish(
      tx,
      refund.state === 'FAILED'
        ? refused(refuse('WRONG_STATUS', 'paymentIntentId'))
        : succeeded(id),
    );
  });
  desk.announce(paymentIntentId);
  return outcome;
}
