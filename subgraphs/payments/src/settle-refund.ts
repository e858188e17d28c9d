import type { TransactionSql } from 'postgres';
import { carryOutKey } from './carry-out.ts';
import { movementsOf, takenFromTeacher } from './commission.ts';
import type { CreditNoteRepository } from './credit-note-repository.ts';
import { post } from './ledger-repository.ts';
import { providerClearing } from './ledger.ts';
import { letterWork } from './letter.ts';
import { emit } from './outbox.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { ProviderRefund } from './payment-provider.ts';
import type { Refund } from './refund.ts';
import { endRefundedMembership } from './settle-membership.ts';
import { settlePayment, type Settlement } from './settle-payment.ts';

/** What settling a refund touches. */
export interface RefundSettlement extends Settlement {
  readonly creditNotes: CreditNoteRepository;
}

/** What the provider says of a refund, and when we heard it. */
export interface RefundReport {
  readonly refund: ProviderRefund;
  readonly now: Date;
}

/**
 * Brings a refund to what the provider reports, with everything that follows from it: the payment's
 * state, invoice and credit note, ledger, membership, event, letter. Known and late news has no effect. For
 * news of a success the transaction has awaited its invoice turn first. True when the refund changed.
 */
export async function settleRefund(
  tx: TransactionSql,
  settlement: RefundSettlement,
  paymentIntentId: string,
  { refund: reported, now }: RefundReport,
): Promise<boolean> {
  const { refunds, intents, dueWork } = settlement;
  if (reported.state === 'SUCCEEDED') {
    // What was given back had been charged, also when that news is still on its way.
    const charged = { state: 'SUCCEEDED', paymentMethod: null, now } as const;
    await settlePayment(tx, settlement, paymentIntentId, charged);
  }
  if (reported.refundId === null) await refunds.adopt(tx, paymentIntentId, reported, now);
  const refund = await refunds.conclude(tx, paymentIntentId, reported);
  if (refund === null) return false;
  await dueWork.cancel(tx, [carryOutKey('refund', refund.id)]);
  if (refund.status !== 'SUCCEEDED') return true;
  const payment = await intents.find(tx, paymentIntentId);
  if (payment === null) throw new Error(`there is no payment ${paymentIntentId}`);
  await enterIntoBooks(tx, settlement, { refund, payment, now });
  const isAll = (await refunds.totalOf(tx, paymentIntentId)) >= payment.amount.amountMinor;
  await intents.advance(tx, paymentIntentId, isAll ? 'REFUNDED' : 'PARTIALLY_REFUNDED', now);
  if (isAll) {
    await settlement.invoices.takeBack(tx, paymentIntentId);
    await endRefundedMembership(tx, settlement, paymentIntentId, now);
  }
  return true;
}

interface RefundEntry {
  readonly refund: Refund;
  readonly payment: PaymentIntent;
  readonly now: Date;
}

async function enterIntoBooks(
  tx: TransactionSql,
  { creditNotes, dueWork, intents }: RefundSettlement,
  { refund, payment, now }: RefundEntry,
): Promise<void> {
  const { amountMinor, currency } = refund.amount;
  const after = await intents.totalGivenBack(tx, payment.id);
  const teacher = takenFromTeacher(payment, { before: after - amountMinor, after });
  const { number } = await creditNotes.issue(tx, refund, now);
  await post(tx, {
    reference: `refund:${refund.id}:succeeded`,
    kind: 'PAYMENT_REFUNDED',
    paymentIntentId: payment.id,
    sessionId: null,
    at: now,
    movements: [
      { account: providerClearing(currency), amount: -amountMinor },
      ...movementsOf(payment, { teacher, commission: amountMinor - teacher }),
    ],
  });
  await emit(tx, 'payment.refunded', now, {
    paymentIntentId: payment.id,
    refundId: refund.id,
    userId: payment.userId,
    amountMinor,
    currency,
    creditNoteNumber: number,
  });
  await dueWork.plan(tx, letterWork('PAYMENT_REFUNDED', { id: refund.id }, now));
}
