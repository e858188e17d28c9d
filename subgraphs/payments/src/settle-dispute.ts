import type { TransactionSql } from 'postgres';
import { takenFromTeacher } from './commission.ts';
import type { DisputeRepository, DisputeStep } from './dispute-repository.ts';
import { isWithdrawn, type Dispute } from './dispute.ts';
import { heedDispute } from './disputed-membership.ts';
import { post } from './ledger-repository.ts';
import {
  disputed,
  fees,
  losses,
  payable,
  providerClearing,
  type LedgerAccount,
  type Movement,
} from './ledger.ts';
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
  await enterIntoLedger(tx, settlement, step, now);
  if (isWithdrawn(status)) await heedDispute(tx, settlement, step.dispute, now);
  await emit(tx, 'payment.disputed', now, {
    ...{ paymentIntentId, disputeId: id, userId, status },
    ...{ amountMinor: amount.amountMinor, currency: amount.currency },
  });
  return true;
}

async function enterIntoLedger(
  tx: TransactionSql,
  settlement: DisputeSettlement,
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
    const borne = await borneBy(tx, settlement, dispute, 1);
    const taken = { account: disputed(currency), amount: -dispute.amount.amountMinor };
    await enter(tx, dispute, { kind: 'DISPUTE_LOST', movements: [taken, ...borne], now });
  }
  if (dispute.status === 'WON' && before === 'LOST') {
    const returned = await borneBy(tx, settlement, dispute, -1);
    const won = { account: clearing, amount: dispute.amount.amountMinor };
    await enter(tx, dispute, { kind: 'DISPUTE_WON', movements: [won, ...returned], now });
  } else if (dispute.status === 'WON') {
    await move(tx, dispute, { kind: 'DISPUTE_WON', from: disputed(currency), to: clearing, now });
  }
}

/**
 * Who bears a dispute that is lost (1), or gets back what they bore (-1): the teacher of a payment
 * for a session by their share, the platform by the rest, which stays earned and is a loss.
 */
async function borneBy(
  tx: TransactionSql,
  { intents }: DisputeSettlement,
  { paymentIntentId, amount: { amountMinor, currency } }: Dispute,
  sign: 1 | -1,
): Promise<Movement[]> {
  const payment = await intents.find(tx, paymentIntentId);
  if (payment === null) throw new Error(`there is no payment ${paymentIntentId}`);
  const after = await intents.totalGivenBack(tx, paymentIntentId);
  const before = after - sign * amountMinor;
  const teacher = takenFromTeacher(payment, { before, after });
  const platform = { account: losses(currency), amount: sign * amountMinor - teacher };
  if (payment.lesson === null) return [platform];
  return [{ account: payable(payment.lesson.teacherId, currency), amount: teacher }, platform];
}

/** What the provider takes for a dispute, and may give back, each once. */
async function enterFees(
  tx: TransactionSql,
  paymentIntentId: string,
  { id, fee, returnedFee }: ProviderDispute,
  now: Date,
): Promise<void> {
  const take = (kind: 'DISPUTE_FEE' | 'DISPUTE_FEE_RETURNED', { amountMinor, currency }: Money) =>
    move(
      tx,
      { id, paymentIntentId, amount: { amountMinor, currency } },
      kind === 'DISPUTE_FEE'
        ? { kind, from: providerClearing(currency), to: fees(currency), now }
        : { kind, from: fees(currency), to: providerClearing(currency), now },
    );
  if (fee !== null) await take('DISPUTE_FEE', fee);
  if (returnedFee !== null) await take('DISPUTE_FEE_RETURNED', returnedFee);
}

interface Move {
  readonly kind: string;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly now: Date;
}

async function move(
  tx: TransactionSql,
  dispute: Pick<Dispute, 'id' | 'paymentIntentId' | 'amount'>,
  { kind, from, to, now }: Move,
): Promise<void> {
  const { amountMinor } = dispute.amount;
  const movements = [
    { account: from, amount: -amountMinor },
    { account: to, amount: amountMinor },
  ];
  await enter(tx, dispute, { kind, movements, now });
}

interface Entry {
  readonly kind: string;
  readonly movements: readonly Movement[];
  readonly now: Date;
}

async function enter(
  tx: TransactionSql,
  { id, paymentIntentId }: Pick<Dispute, 'id' | 'paymentIntentId'>,
  { kind, movements, now: at }: Entry,
): Promise<void> {
  const reference = `dispute:${id}:${kind}`;
  await post(tx, { reference, kind, paymentIntentId, sessionId: null, at, movements });
}
