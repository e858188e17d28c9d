import { byKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql, TransactionSql } from 'postgres';
import type { NewestFirst } from './page-loader.ts';
import type { ProviderPayout } from './payment-provider.ts';
import type { NewPayout, Payout } from './payout.ts';
import { brokenConstraint } from './transact.ts';

interface PayoutRow extends Omit<Payout, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, provider_account, amount_minor, currency, status, requested_by, requested_at,
  settled_at`;

/** Where payouts are kept, and where they go. */
export type PayoutRepository = ReturnType<typeof createPayoutRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createPayoutRepository(sql: Sql) {
  return {
    async findByIds(ids: readonly string[]): Promise<(Payout | null)[]> {
      const rows = await sql<PayoutRow[]>`
        select ${columns(sql)} from payouts where id = any(${[...ids]})`;
      return byKey(ids, rows.map(toPayout), ({ id }) => id);
    },

    /** Payouts, newest first. */
    async list(
      status: Payout['status'] | null,
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<Payout>> {
      const rows = await sql<PayoutRow[]>`
        select ${columns(sql)}
        from payouts
        where true
          ${status === null ? sql`` : sql`and status = ${status}`}
          ${after === null ? sql`` : sql`and (requested_at, id) < (${after.at}, ${after.id})`}
        order by requested_at desc, id desc
        limit ${limit + 1}`;
      return toPage(rows.map(toPayout), limit);
    },

    /**
     * Keeps where somebody's payouts go from now on. Breaks the surrounding transaction when the
     * account is somebody else's ({@link isOthersAccount}).
     */
    async enterAccount(
      tx: TransactionSql,
      account: {
        readonly userId: string;
        readonly providerAccount: string;
        readonly enteredBy: string;
        readonly at: Date;
      },
    ): Promise<void> {
      const { userId, providerAccount, enteredBy, at } = account;
      await tx`
        insert into payout_accounts (user_id, provider_account, entered_by, entered_at)
        values (${userId}, ${providerAccount}, ${enteredBy}, ${at})
        on conflict (user_id) do update
        set provider_account = excluded.provider_account, entered_by = excluded.entered_by,
          entered_at = excluded.entered_at`;
    },

    /**
     * Keeps a payout to where the person's payouts go; null when that is nowhere. A request that is
     * taken up again finds its own row.
     */
    async request(tx: TransactionSql, payout: NewPayout): Promise<Payout | null> {
      const { id, userId, amount, requestedBy, requestedAt } = payout;
      await tx`
        insert into payouts (id, user_id, provider_account, amount_minor, currency, status,
          requested_by, requested_at)
        select ${id}, user_id, provider_account, ${amount.amountMinor}, ${amount.currency},
          'REQUESTED', ${requestedBy}, ${requestedAt}
        from payout_accounts where user_id = ${userId}
        on conflict (id) do nothing`;
      const [row] = await tx<PayoutRow[]>`select ${columns(tx)} from payouts where id = ${id}`;
      return row === undefined ? null : toPayout(row);
    },

    /** Settles a payout that is still on its way; null when it is not. */
    async settle(
      tx: TransactionSql,
      id: string,
      { id: providerId, state }: ProviderPayout,
      now: Date,
    ): Promise<Payout | null> {
      const [row] = await tx<PayoutRow[]>`
        update payouts
        set status = ${state}, provider_payout_id = ${providerId}, settled_at = ${now}
        where id = ${id} and status = 'REQUESTED'
        returning ${columns(tx)}`;
      return row === undefined ? null : toPayout(row);
    },
  };
}

/** True when a transaction failed because the account is where another person's payouts go. */
export function isOthersAccount(error: unknown): boolean {
  return brokenConstraint(error) === 'payout_accounts_provider_account_key';
}

function toPayout({ amountMinor, currency, ...row }: PayoutRow): Payout {
  return { ...row, amount: { amountMinor, currency } };
}
