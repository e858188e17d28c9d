import { newId } from '@skillswap/kit/id';
import type { DueWork } from '@skillswap/kit/due-work';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { Span } from './finance-report.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { ProviderMovement } from './payment-provider.ts';
import type { BookedMovement } from './reconciliation-repository.ts';
import {
  nextReconciliation,
  spanToReconcile,
  type Difference,
  type DifferenceKind,
  type Reconciliation,
} from './reconciliation.ts';
import { settleDispute } from './settle-dispute.ts';
import { settlePayment } from './settle-payment.ts';
import { settleRefund } from './settle-refund.ts';

/**
 * Compares our books with the provider's and keeps a report of what differs. What the provider has
 * charged, given back or disputed and we had not heard of is brought about here, as its webhook would
 * have done; everything else is for people to decide. The span is in the provider's time, which is
 * real time also where the product's clock was moved.
 */
export async function reconcile(desk: MoneyDesk, span: Span): Promise<Reconciliation> {
  const differences: Difference[] = [];
  const seen = new Set<string>();
  const counts = { CHARGE: 0, REFUND: 0, DISPUTE: 0 };
  for await (const movement of desk.provider.listMovements(span)) {
    seen.add(movement.id);
    counts[movement.kind] += 1;
    const difference = await compare(desk, movement);
    if (difference !== null) differences.push(difference);
  }
  const shift = desk.clock.now().getTime() - Date.now();
  const ourSpan = { from: shifted(span.from, shift), to: shifted(span.to, shift) };
  for await (const booked of desk.reconciliations.listBooked(ourSpan)) {
    // The edges of the two spans are not the same instants: what was not listed is asked for.
    if (seen.has(booked.providerId) || (await isKnownThere(desk, booked))) continue;
    differences.push(toDifference('MISSING_THERE', booked, null));
  }
  const report = {
    ...span,
    id: newId('rec'),
    charges: counts.CHARGE,
    refunds: counts.REFUND,
    differences: differences.length,
    finishedAt: desk.clock.now(),
  };
  await desk.transact((tx) => desk.reconciliations.insert(tx, report, differences));
  return report;
}

/** Every night: compares what the last comparisons have not covered, and plans the next night's. */
export async function reconcileNightly(desk: MoneyDesk): Promise<void> {
  await reconcileNow(desk);
  await planReconciliation(desk);
}

/** Compares up to now. */
export async function reconcileNow(desk: MoneyDesk): Promise<Reconciliation> {
  return reconcile(desk, spanToReconcile(new Date(), await desk.reconciliations.findLast()));
}

/** Plans the next comparison. Each night has a key, so that planning it again changes nothing. */
export async function planReconciliation({
  transact,
  dueWork,
  clock,
}: Pick<MoneyDesk, 'transact' | 'dueWork' | 'clock'>): Promise<void> {
  const dueAt = nextReconciliation(clock.now());
  const night = dueAt.toISOString().slice(0, 10);
  const work: DueWork = {
    key: `reconciliation:${night}`,
    kind: 'reconciliation',
    dueAt,
    payload: {},
  };
  await transact((tx) => dueWork.plan(tx, work));
}

async function compare(desk: MoneyDesk, movement: ProviderMovement): Promise<Difference | null> {
  if (movement.kind === 'DISPUTE') return compareDispute(desk, movement);
  const find = () =>
    movement.kind === 'CHARGE'
      ? desk.reconciliations.findCharge(movement.id)
      : desk.reconciliations.findRefund(movement.id);
  const booked = await find();
  if (booked?.isBooked === true) {
    const { amount } = booked;
    const isEqual =
      amount.amountMinor === movement.amount.amountMinor &&
      amount.currency === movement.amount.currency;
    return isEqual ? null : toDifference('AMOUNT', booked, movement);
  }
  if (await mend(desk, movement)) {
    return { ...toDifference('MISSING_HERE', await find(), movement), isMended: true };
  }
  // Its webhook may have come between the two readings.
  const again = await find();
  return again?.isBooked === true ? null : toDifference('MISSING_HERE', again, movement);
}

/** A dispute is followed whatever we knew of it: what we knew has no effect once more. */
async function compareDispute(
  desk: MoneyDesk,
  movement: ProviderMovement,
): Promise<Difference | null> {
  const isMended = await mend(desk, movement);
  const charge = await desk.reconciliations.findCharge(movement.intentId);
  if (charge !== null && !isMended) return null;
  return {
    kind: 'DISPUTE_MISSING_HERE',
    providerReference: movement.id,
    paymentIntentId: charge?.paymentIntentId ?? null,
    refundId: null,
    here: null,
    there: movement.amount,
    isMended,
  };
}

/** True when our books were brought to what the provider says. */
async function mend(
  desk: MoneyDesk,
  { intentId, refund, dispute, amount }: ProviderMovement,
): Promise<boolean> {
  const now = desk.clock.now();
  const mended = await desk.transact(async (tx) => {
    await awaitInvoiceTurn(tx);
    const id = await desk.intents.idOfProviderIntent(tx, intentId);
    const payment = id === null ? null : await desk.intents.find(tx, id);
    if (payment === null || payment.amount.currency !== amount.currency) return null;
    if (dispute !== null) {
      return (await settleDispute(tx, desk, payment.id, { dispute, now })) ? payment.id : null;
    }
    if (refund !== null) {
      return (await settleRefund(tx, desk, payment.id, { refund, now })) ? payment.id : null;
    }
    if (payment.amount.amountMinor !== amount.amountMinor) return null;
    const charged = { state: 'SUCCEEDED', paymentMethod: null, now } as const;
    return (await settlePayment(tx, desk, payment.id, charged)) ? payment.id : null;
  });
  if (mended !== null) desk.announce(mended);
  return mended !== null;
}

async function isKnownThere(
  { provider }: MoneyDesk,
  { providerId, refundId }: BookedMovement,
): Promise<boolean> {
  const state =
    refundId === null
      ? await provider.stateOfPayment(providerId)
      : await provider.stateOfRefund(providerId);
  return state === 'SUCCEEDED';
}

function toDifference(
  what: 'MISSING_HERE' | 'MISSING_THERE' | 'AMOUNT',
  booked: BookedMovement | null,
  movement: ProviderMovement | null,
): Difference {
  const isRefund = booked?.refundId != null || movement?.kind === 'REFUND';
  const kind: DifferenceKind = `${isRefund ? 'REFUND' : 'CHARGE'}_${what}`;
  return {
    kind,
    providerReference: movement?.id ?? booked?.providerId ?? '',
    paymentIntentId: booked?.paymentIntentId ?? null,
    refundId: booked?.refundId ?? null,
    here: what === 'MISSING_HERE' ? null : (booked?.amount ?? null),
    there: movement?.amount ?? null,
    isMended: false,
  };
}

const shifted = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
