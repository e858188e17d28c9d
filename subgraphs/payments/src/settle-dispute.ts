import type { TransactionSql } from 'postgres';
import type { DisputeRepository, DisputeStep } from './dispute-repository.ts';
import { isWithdrawn, type Dispute } from './dispute.ts';
import { heedDispute } from './disputed-membership.ts';
import { post } from './ledger-repository.ts';
import { disputed, fees, losses, providerClearing, type LedgerAccount } from './ledger.ts';
import type { Money } from './money.ts';
import { emit } from './outbox.ts';
import type { ProviderDispute } from './payment-provider.ts';
import { settlePayment, type Settlement } from './settle-payment.ts';

/** What settling a dispute touches. */
export interface DisputeSettlement extends Settlement {
  readonly disputes: DisputeRepository;
}

/** What the provider says of a dispute, and when we heard it. */
export interface DisputeReport {
  readonly dispute: ProviderDispute;
  readonly now: Date;
}

/**
 * Brings a dispute to what the provider reports, with everything that follows from it: ledger,
 * membership, event. Known and late news has no effect. The transaction has awaited its invoice turn
 * first. True when the dispute changed.
 */
export async function settleDispute(
  tx: TransactionSql,
  settlement: DisputeSettlement,
  paymentIntentId: string,
  { dispute: reported, now }: DisputeReport,
): Promise<boolean> {
  // What is disputed had been charged, also when that news is still on its way.
  const charged = { state: 'SUCCEEDED', paymentMethod: null, now } as const;
  await settlePayment(tx, settlement, paymentIntentId, charged);
  const step = await settlement.disputes.follow(tx, paymentIntentId, reported, now);
  await enterFees(tx, paymentIntentId, reported, now);
  if (step === null) return false;
  const { id, userId, status, amount } = step.dispute;
  await enterIntoLedger(tx, step, now);
  if (isWithdrawn(status)) await heedDispute(tx, settlement, step.dispute, now);
  await emit(tx, 'payment.disputed', now, {
    ...{ paymentIntentId, disputeId: id, userId, status },
    ...{ amountMinor: amount.amountMinor, currency: amount.currency },
  });
  return true;
}

async function enterIntoLedger(
  tx: TransactionSql,
  { dispute, before }: DisputeStep,
  now: Date,
): Promise<void> {
  const { currency } = dispute.amount;
  const clearing = providerClearing(currency);
  const wasWithdrawn = before !== null && isWithdrawn(before);
  if (isWithdrawn(dispute.status) && !wasWithdrawn) {
    await move(tx, dispute, {
      kind: 'DISPUTE_OPENED',
      from: clearing,
      to: disputed(currency),
      now,
    });
  }
  if (dispute.status === 'LOST') {
    const to = losses(currency);
    await move(tx, dispute, { kind: 'DISPUTE_LOST', from: disputed(currency), to, now });
  }
  if (dispute.status === 'WON') {
    const from = before === 'LOST' ? losses(currency) : disputed(currency);
    await move(tx, dispute, { kind: 'DISPUTE_WON', from, to: clearing, now });
  }
}

/** What the provider takes for a dispute, and may give back, each once. */
async function enterFees(
  tx: TransactionSql,
  paymentIntentId: string,
  { id, fee, returnedFee }: ProviderDispute,
  now: Date,
): Promise<void> {
  const enter = (kind: 'DISPUTE_FEE' | 'DISPUTE_FEE_RETURNED', { amountMinor, currency }: Money) =>
    move(
      tx,
      { id, paymentIntentId, amount: { amountMinor, currency } },
      kind === 'DISPUTE_FEE'
        ? { kind, from: providerClearing(currency), to: fees(currency), now }
        : { kind, from: fees(currency), to: providerClearing(currency), now },
    );
  if (fee !== null) await enter('DISPUTE_FEE', fee);
  if (returnedFee !== null) await enter('DISPUTE_FEE_RETURNED', returnedFee);
}

interface Move {
  readonly kind: string;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly now: Date;
}

async function move(
  tx: TransactionSql,
  { id, paymentIntentId, amount }: Pick<Dispute, 'id' | 'paymentIntentId' | 'amount'>,
  { kind, from, to, now }: Move,
): Promise<void> {
  await post(tx, {
    reference: `dispute:${id}:${kind}`,
    kind,
    paymentIntentId,
    sessionId: null,
    at: now,
    movements: [
      { account: from, amount: -amount.amountMinor },
      { account: to, amount: amount.amountMinor },
    ],
  });
}
