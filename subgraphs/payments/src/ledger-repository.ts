import { newId } from '@skillswap/kit/id';
import type { TransactionSql } from 'postgres';
import type { Posting } from './ledger.ts';
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
 * before. Movements of nothing are left out. Breaks the surrounding transaction when an account would
 * fall below its minimum ({@link isBelowMinimum}) or rise above its maximum ({@link isAboveMaximum}),
 * and when it does not balance.
 */
export async function post(
  tx: TransactionSql,
  { movements: given, ...posting }: Posting,
): Promise<readonly AccountState[] | null> {
  const movements = given.filter(({ amount }) => amount !== 0);
  const accounts = movements.map(({ account }) => account);
  const states = await tx<AccountState[]>`
    select id, owner_id, balance, version
    from post_to_ledger(${newId('ltx')}, ${posting.reference}, ${posting.kind},
      ${posting.paymentIntentId}, ${posting.sessionId}, ${posting.at},
      ${movements.map(() => newId('lde'))}::text[],
      ${accounts.map(({ id }) => id)}::text[],
      ${accounts.map(({ unit }) => unit)}::text[],
      ${accounts.map(({ ownerId }) => ownerId)}::text[],
      ${accounts.map(({ minimum }) => minimum)}::bigint[],
      ${movements.map(({ amount }) => amount)}::bigint[],
      ${accounts.map(({ maximum }) => maximum ?? null)}::bigint[])`;
  return states.length === 0 ? null : states;
}

/** True when a transaction failed because an account would have risen above its maximum. */
export function isAboveMaximum(error: unknown): boolean {
  return brokenConstraint(error) === 'ledger_accounts_maximum';
}

/** True when a transaction failed because an account would have fallen below its minimum. */
export function isBelowMinimum(error: unknown): boolean {
  return brokenConstraint(error) === 'ledger_accounts_minimum';
}
