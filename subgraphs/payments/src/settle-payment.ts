import type { TransactionSql } from 'postgres';
import { divide, movementsOf } from './commission.ts';
import type { InvoiceRepository } from './invoice-repository.ts';
import { post } from './ledger-repository.ts';
import { providerClearing } from './ledger.ts';
import { letterWork } from './letter.ts';
import { settleMembership, type MembershipBooks } from './settle-membership.ts';
import { emit } from './outbox.ts';
import type { PaymentIntentRepository } from './payment-intent-repository.ts';
import type { PaymentIntent, PaymentIntentStatus } from './payment-intent.ts';
import type { ProviderReport, ProviderState } from './payment-provider.ts';

/** What settling a payment touches. */
export interface Settlement extends MembershipBooks {
  readonly intents: PaymentIntentRepository;
  readonly invoices: InvoiceRepository;
}

/** What the provider says of a payment, and when we heard it. */
export interface Report extends ProviderReport {
  readonly now: Date;
}

/** The due work that gives a payment up. */
export const expiryKey = (paymentIntentId: string) => `payment:${paymentIntentId}:expiry`;

/**
 * Brings a payment to what the provider reports, with everything that follows from it: invoice,
 * ledger, membership, events, receipt. Whoever brings the news first (the answer to a request, a webhook,
 * the expiry) does it; for those who come later, and for late news, nothing happens. For news of a
 * success the transaction has awaited its invoice turn first. True when the payment changed.
 */
export async function settlePayment(
  tx: TransactionSql,
  settlement: Settlement,
  paymentIntentId: string,
  { state, paymentMethod, now }: Report,
): Promise<boolean> {
  const { intents, invoices, dueWork } = settlement;
  const status = toStatus(state);
  if (status === null) return false;
  const payment = await intents.advance(tx, paymentIntentId, status, now);
  if (payment === null) return false;
  if (status === 'CONFIRMED') {
    const invoice = await invoices.issue(tx, payment, now);
    await enterIntoLedger(tx, payment, now);
    await emit(tx, 'payment.confirmed', now, {
      paymentIntentId,
      userId: payment.userId,
      purpose: payment.purpose,
      amountMinor: payment.amount.amountMinor,
      currency: payment.amount.currency,
      invoiceId: invoice.id,
    });
    await dueWork.plan(tx, letterWork('PAYMENT_RECEIPT', { id: paymentIntentId }, now));
  }
  if (status !== 'REQUIRES_ACTION' && status !== 'AUTHORIZED') {
    await dueWork.cancel(tx, [expiryKey(paymentIntentId)]);
    if (payment.purpose === 'MEMBERSHIP') {
      await settleMembership(tx, settlement, { payment, paymentMethod, now });
    }
  }
  return true;
}

function toStatus(state: ProviderState): PaymentIntentStatus | null {
  switch (state) {
    case 'OPEN':
      return null;
    case 'SUCCEEDED':
      return 'CONFIRMED';
    case 'CANCELLED':
    case 'REQUIRES_ACTION':
    case 'AUTHORIZED':
      return state;
  }
}

async function enterIntoLedger(tx: TransactionSql, payment: PaymentIntent, at: Date) {
  const { amountMinor, currency } = payment.amount;
  const { teacher, commission } = divide(payment);
  await post(tx, {
    reference: `payment:${payment.id}:confirmed`,
    kind: 'PAYMENT_CONFIRMED',
    paymentIntentId: payment.id,
    sessionId: null,
    at,
    movements: [
      { account: providerClearing(currency), amount: amountMinor },
      ...movementsOf(payment, { teacher: -teacher, commission: -commission }),
    ],
  });
}
