import type { Claim, Outcome } from './idempotency.ts';
import { refused, succeeded } from './idempotency.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { refuseMoney, type Money } from './money.ts';
import { isPaidTwice } from './payment-intent-repository.ts';
import { paymentExpiry, type PaymentIntent } from './payment-intent.ts';
import { refuse } from './refusal.ts';
import { expiryKey } from './settle-payment.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** What somebody wants to pay. */
export interface CreatePaymentIntent {
  readonly idempotencyKey: string;
  readonly amount: Money;
  readonly description: string | null;
  /** A held session in which the payer learned, whose teacher is paid; null for anything else. */
  readonly sessionId: string | null;
}

/** Begins a payment, here and at the provider. */
export async function createPaymentIntent(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, amount, description, sessionId }: CreatePaymentIntent,
): Promise<Outcome> {
  const refusal = refuseMoney(amount) ?? refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (refusal !== null) return refused(refusal);
  const held = sessionId && (await desk.heldSessions.findLearned(sessionId, payer.id));
  if (sessionId !== null && !held) return refused(refuse('NOT_FOUND', 'sessionId'));
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'createPaymentIntent',
    input: { ...amount, description, ...(held && { sessionId }) },
  };
  const { commissionBasisPoints } = desk;
  const lesson = held
    ? { sessionId: held.sessionId, teacherId: held.teacherId, commissionBasisPoints }
    : null;
  return desk.once(request, (claim) =>
    beginPayment(desk, claim, {
      userId: payer.id,
      purpose: 'PAYMENT',
      amount,
      description,
      lesson,
    }),
  );
}

async function beginPayment(
  desk: MoneyDesk,
  claim: Claim,
  payment: Pick<PaymentIntent, 'userId' | 'purpose' | 'amount' | 'description' | 'lesson'>,
): Promise<Outcome> {
  const id = `pay_${claim.reference}`;
  const expiresAt = paymentExpiry(desk.clock.now());
  const intent = await openAtProvider(desk, { ...payment, id, expiresAt, customerId: null });
  try {
    return await desk.transact(async (tx) => {
      await desk.intents.insert(tx, intent);
      await desk.dueWork.plan(tx, expiryOf(intent));
      return claim.complete(tx, succeeded(intent.id));
    });
  } catch (error) {
    if (!isPaidTwice(error)) throw error;
    await desk.provider.cancel(intent.providerIntentId);
    const paid = refused(refuse('WRONG_STATUS', 'sessionId'));
    return desk.transact((tx) => claim.complete(tx, paid));
  }
}

/** A payment that is to be begun. */
export interface Opening extends Pick<
  PaymentIntent,
  'id' | 'userId' | 'purpose' | 'amount' | 'description' | 'lesson'
> {
  readonly expiresAt: Date;
  /** Whose payment method is kept for later charges; null when it is not. */
  readonly customerId: string | null;
}

/** A payment that the provider knows and the store does not yet. */
export async function openAtProvider(
  { provider, clock }: MoneyDesk,
  { customerId, ...payment }: Opening,
) {
  const { id, amount, description } = payment;
  const begun = await provider.create({ paymentIntentId: id, amount, description, customerId });
  return {
    ...payment,
    providerIntentId: begun.id,
    clientSecret: begun.clientSecret,
    createdAt: clock.now(),
  };
}

/** The due work that gives a payment up when its time is over. */
export function expiryOf({ id, expiresAt }: { readonly id: string; readonly expiresAt: Date }) {
  return {
    key: expiryKey(id),
    kind: 'payment.expiry',
    dueAt: expiresAt,
    payload: { paymentIntentId: id },
  };
}
