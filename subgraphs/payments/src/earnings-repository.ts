import { groupByKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql } from 'postgres';
import type { EarningsAccount, EarningsEntry } from './earnings.ts';
import { payable } from './ledger.ts';
import { currencies } from './money.ts';
import type { NewestFirst } from './page-loader.ts';

interface EntryRow extends EarningsEntry {
  readonly accountId: string;
}

/** Earnings as the ledger holds them. */
export type EarningsRepository = ReturnType<typeof createEarningsRepository>;

export function createEarningsRepository(sql: Sql) {
  return {
    /** The accounts that people have earned anything in, by currency. */
    async listByUserIds(userIds: readonly string[]): Promise<EarningsAccount[][]> {
      const ids = userIds.flatMap((id) => currencies.map((currency) => payable(id, currency).id));
      const rows = await sql<EarningsAccount[]>`
        select owner_id as user_id, unit as currency, -balance as balance_minor
        from ledger_accounts
        where id = any(${ids})
        order by unit`;
      return groupByKey(userIds, rows, ({ userId }) => userId);
    },

    async listEntriesByAccountIds(
      accountIds: readonly string[],
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<EarningsEntry>[]> {
      const rows = await sql<EntryRow[]>`
        select entry.*
        from unnest(${[...accountIds]}::text[]) as account (id)
        cross join lateral (
          select e.id, e.account_id, -e.amount as amount_minor, e.unit as currency,
            case t.kind
              when 'PAYMENT_CONFIRMED' then 'PAYMENT'
              when 'PAYMENT_REFUNDED' then 'REFUND'
              when 'PAYOUT_REQUESTED' then 'PAYOUT'
              when 'PAYOUT_FAILED' then 'PAYOUT'
              else 'DISPUTE'
            end as kind,
            (select -sum(kept.amount)::bigint from ledger_entries kept
             where kept.transaction_id = t.id and kept.account_id like 'platform:revenue:%')
              as commission_minor,
            p.session_id, e.at as created_at
          from ledger_entries e
          join ledger_transactions t on t.id = e.transaction_id
          left join payment_intents p on p.id = t.payment_intent_id
          where e.account_id = account.id
            ${after === null ? sql`` : sql`and (e.at, e.id) < (${after.at}, ${after.id})`}
          order by e.at desc, e.id desc
          limit ${limit + 1}
        ) entry`;
      const grouped = groupByKey(accountIds, rows, ({ accountId }) => accountId);
      return grouped.map((group) => toPage(group, limit));
    },
  };
}
