import { newId } from '@skillswap/kit/id';
import type { TransactionSql } from 'postgres';
import type { LedgerAccount, Posting } from './ledger.ts';
import { brokenConstraint } from './transact.ts';

/** An account after a posting. `version` counts its entries. */
export interface AccountState {
  readonly id: string;
  readonly ownerId: string | null;
  readonly balance: number;
  readonly version: number;
}

/**
 * Posts a transaction and answers its accounts as they then are; null when its reference was posted
 * before. Breaks the surrounding transaction when an account would fall below its minimum
 * ({@link isBelowMinimum}) and when it does not balance.
 */
export async function post(
  tx: TransactionSql,
  { movements, ...posting }: Posting,
): Promise<readonly AccountState[] | null> {
  const id = newId('ltx');
  const inserted = await tx`
    insert into ledger_transactions (id, reference, kind, payment_intent_id, session_id, at)
    values (${id}, ${posting.reference}, ${posting.kind}, ${posting.paymentIntentId},
            ${posting.sessionId}, ${posting.at})
    on conflict (reference) do nothing`;
  if (inserted.count === 0) return null;
  await openAccounts(
    tx,
    movements.map(({ account }) => account),
  );
  // In one order everywhere, so that two postings never wait for each other.
  const sorted = movements.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
  await tx`
    insert into ledger_entries (id, transaction_id, account_id, unit, amount, at)
    select movement.id, ${id}, movement.account_id, movement.unit, movement.amount, ${posting.at}
    from unnest(${sorted.map(() => newId('lde'))}::text[],
                ${sorted.map(({ account }) => account.id)}::text[],
                ${sorted.map(({ account }) => account.unit)}::text[],
                ${sorted.map(({ amount }) => amount)}::bigint[])
         with ordinality as movement (id, account_id, unit, amount, place)
    order by movement.place`;
  return tx<AccountState[]>`
    select id, owner_id, balance, version
    from ledger_accounts
    where id = any(${sorted.map(({ account }) => account.id)})`;
}

/** True when a transaction failed because an account would have fallen below its minimum. */
export function isBelowMinimum(error: unknown): boolean {
  return brokenConstraint(error) === 'ledger_accounts_minimum';
}

/**
 * Opens the accounts that are not there yet. Those that are must not be touched: an insertion that
 * meets a row which another transaction has just moved is a conflict, though it does nothing.
 */
async function openAccounts(tx: TransactionSql, accounts: readonly LedgerAccount[]) {
  await tx`
    insert into ledger_accounts (id, unit, owner_id, minimum)
    select *
    from unnest(${accounts.map(({ id }) => id)}::text[],
                ${accounts.map(({ unit }) => unit)}::text[],
                ${accounts.map(({ ownerId }) => ownerId)}::text[],
                ${accounts.map(({ minimum }) => minimum)}::bigint[])
         as account (id, unit, owner_id, minimum)
    where not exists (select from ledger_accounts known where known.id = account.id)
    on conflict (id) do nothing`;
}
