import type { TransactionSql } from 'postgres';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { ProviderEvent } from './payment-provider.ts';
import { settleDispute } from './settle-dispute.ts';
import { settlePayment } from './settle-payment.ts';
import { settleRefund } from './settle-refund.ts';

/**
 * Stores a report of the provider and brings about what it says, in one transaction, so that
 * repeating it has no effect. Answers the id of the payment that changed, or null when the report
 * was known, late, or about nothing of ours.
 */
export function receiveReport(desk: MoneyDesk, event: ProviderEvent): Promise<string | null> {
  return inTurn(desk, event, async (tx) =>
    (await desk.reports.store(tx, event, desk.clock.now())) ? bringAbout(tx, desk, event) : null,
  );
}

/** Brings about anew what a stored report says; see {@link receiveReport}. */
export function repeatReport(desk: MoneyDesk, event: ProviderEvent): Promise<string | null> {
  return inTurn(desk, event, (tx) => bringAbout(tx, desk, event));
}

async function inTurn(
  desk: MoneyDesk,
  { intent, refund, dispute }: ProviderEvent,
  work: (tx: TransactionSql) => Promise<string | null>,
): Promise<string | null> {
  const changed = await desk.transact(async (tx) => {
    const isCharged =
      intent?.state === 'SUCCEEDED' || refund?.state === 'SUCCEEDED' || dispute !== null;
    if (isCharged) await awaitInvoiceTurn(tx);
    return work(tx);
  });
  if (changed !== null) desk.announce(changed);
  return changed;
}

async function bringAbout(
  tx: TransactionSql,
  desk: MoneyDesk,
  { intent, refund, dispute }: ProviderEvent,
): Promise<string | null> {
  const providerIntentId = intent?.id ?? refund?.intentId ?? dispute?.intentId;
  if (providerIntentId === undefined) return null;
  const id = await desk.intents.idOfProviderIntent(tx, providerIntentId);
  if (id === null) return null;
  const now = desk.clock.now();
  const changes: boolean[] = [];
  if (intent !== null) changes.push(await settlePayment(tx, desk, id, { ...intent, now }));
  if (refund !== null) changes.push(await settleRefund(tx, desk, id, { refund, now }));
  if (dispute !== null) changes.push(await settleDispute(tx, desk, id, { dispute, now }));
  return changes.includes(true) ? id : null;
}
