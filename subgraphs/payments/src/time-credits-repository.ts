import { byKey, groupByKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql } from 'postgres';
import { minutesOf } from './ledger.ts';
import type { NewestFirst } from './page-loader.ts';
import type { TimeCreditAccount, TimeCreditEntry } from './time-credits.ts';

interface EntryRow extends TimeCreditEntry {
  readonly accountId: string;
}

/** Time credits as the ledger holds them. */
export type TimeCreditsRepository = ReturnType<typeof createTimeCreditsRepository>;

export function createTimeCreditsRepository(sql: Sql) {
  const accountIds = (userIds: readonly string[]) => userIds.map((userId) => minutesOf(userId).id);
  return {
    /** Everybody has an account; one that was never used is at zero. */
    async findByUserIds(userIds: readonly string[]): Promise<TimeCreditAccount[]> {
      const rows = await sql<{ id: string; balance: number }[]>`
        select id, balance from ledger_accounts where id = any(${accountIds(userIds)})`;
      const found = byKey(accountIds(userIds), rows, ({ id }) => id);
      return userIds.map((userId, at) => ({ userId, balanceMinutes: found[at]?.balance ?? 0 }));
    },

    async listEntriesByUserIds(
      userIds: readonly string[],
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<TimeCreditEntry>[]> {
      const rows = await sql<EntryRow[]>`
        select entry.*
        from unnest(${accountIds(userIds)}::text[]) as account (id)
        cross join lateral (
          select e.id, e.account_id, e.amount as minutes, t.session_id, adjustment.reason,
            e.at as created_at
          from ledger_entries e
          join ledger_transactions t on t.id = e.transaction_id
          left join time_credit_adjustments adjustment on t.reference = 'adjustment:' || adjustment.id
          where e.account_id = account.id
            ${after === null ? sql`` : sql`and (e.at, e.id) < (${after.at}, ${after.id})`}
          order by e.at desc, e.id desc
          limit ${limit + 1}
        ) entry`;
      const grouped = groupByKey(accountIds(userIds), rows, ({ accountId }) => accountId);
      return grouped.map((group) => toPage(group, limit));
    },
  };
}
