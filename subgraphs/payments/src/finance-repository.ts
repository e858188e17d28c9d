import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql } from 'postgres';
import type { FinanceRow, MembershipCount, Span } from './finance-report.ts';
import type { NewestFirst } from './page-loader.ts';

/** An account of the ledger with its balance now. */
export interface AccountBalance {
  readonly id: string;
  readonly unit: string;
  readonly balance: number;
}

/** An entry of an account's statement, with the balance after it. */
export interface StatementEntry {
  readonly id: string;
  readonly at: Date;
  readonly amount: number;
  readonly kind: string;
  /** What caused it, `payment:pay_…:confirmed` for instance. */
  readonly reference: string;
}

/** What an account held at the ends of a span. */
export interface AccountStatement extends AccountBalance, Span {
  readonly opening: number;
  readonly closing: number;
}

/** What the finance team reads of the books. */
export type FinanceRepository = ReturnType<typeof createFinanceRepository>;

export function createFinanceRepository(sql: Sql) {
  return {
    async listRevenue({ from, to }: Span): Promise<FinanceRow[]> {
      return sql<FinanceRow[]>`
        select currency, upper(purpose) as purpose,
          (count(*) filter (where kind = 'PAYMENT_CONFIRMED'))::int as payments,
          coalesce(sum(amount_minor) filter (where kind = 'PAYMENT_CONFIRMED'), 0)::bigint
            as charged_minor,
          (count(*) filter (where kind = 'PAYMENT_REFUNDED'))::int as refunds,
          coalesce(-sum(amount_minor) filter (where kind = 'PAYMENT_REFUNDED'), 0)::bigint
            as refunded_minor
        from revenue_movements
        where at >= ${from} and at < ${to}
        group by currency, purpose
        order by currency, purpose`;
    },

    async countMemberships(): Promise<MembershipCount[]> {
      return sql<MembershipCount[]>`
        select plan_code, status, count(*)::int as count
        from memberships
        group by plan_code, status
        order by plan_code, status`;
    },

    /** The platform's own accounts, which are few. */
    async listPlatformAccounts(): Promise<AccountBalance[]> {
      return sql<AccountBalance[]>`
        select id, unit, balance from ledger_accounts where owner_id is null order by id`;
    },

    /** What an account held at both ends of a span; null when there is no such account. */
    async findStatement(accountId: string, { from, to }: Span): Promise<AccountStatement | null> {
      const [row] = await sql<Omit<AccountStatement, keyof Span>[]>`
        select a.id, a.unit, a.balance,
          a.opening + coalesce(sum(e.amount) filter (where e.at < ${from}), 0)::bigint as opening,
          a.opening + coalesce(sum(e.amount) filter (where e.at < ${to}), 0)::bigint as closing
        from ledger_accounts a
        left join ledger_entries e on e.account_id = a.id
        where a.id = ${accountId}
        group by a.id`;
      return row === undefined ? null : { ...row, from, to };
    },

    async listStatementEntries(
      { id, from, to }: AccountStatement,
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<StatementEntry>> {
      const rows = await sql<StatementEntry[]>`
        select e.id, e.at, e.amount, t.kind, t.reference
        from ledger_entries e
        join ledger_transactions t on t.id = e.transaction_id
        where e.account_id = ${id} and e.at >= ${from} and e.at < ${to}
          ${after === null ? sql`` : sql`and (e.at, e.id) < (${after.at}, ${after.id})`}
        order by e.at desc, e.id desc
        limit ${limit + 1}`;
      return toPage(rows, limit);
    },
  };
}
