import { newId } from '@skillswap/kit/id';
import type { TransactionSql } from 'postgres';

/** What an event may carry. */
export type EventPayload = Readonly<Record<string, string | number | null | readonly string[]>>;

/** Writes an event that the others hear of once this transaction is committed. */
export async function emit(
  tx: TransactionSql,
  type: string,
  at: Date,
  payload: EventPayload,
): Promise<void> {
  await tx`
    insert into outbox (id, type, payload, at)
    values (${newId('evt')}, ${type}, ${tx.json({ ...payload })}, ${at})`;
}
