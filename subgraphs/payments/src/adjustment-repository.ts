import { byKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql, TransactionSql } from 'postgres';
import type { NewestFirst } from './page-loader.ts';
import type { TimeCreditAdjustment } from './time-credit-adjustment.ts';

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, minutes, reason, status, proposed_by, proposed_at, decided_by, decided_at`;

/** Where corrections of time credits are kept. */
export type AdjustmentRepository = ReturnType<typeof createAdjustmentRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createAdjustmentRepository(sql: Sql) {
  return {
    async findByIds(ids: readonly string[]): Promise<(TimeCreditAdjustment | null)[]> {
      const rows = await sql<TimeCreditAdjustment[]>`
        select ${columns(sql)} from time_credit_adjustments where id = any(${[...ids]})`;
      return byKey(ids, rows, ({ id }) => id);
    },

    async list(
      status: TimeCreditAdjustment['status'] | null,
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<TimeCreditAdjustment>> {
      const rows = await sql<TimeCreditAdjustment[]>`
        select ${columns(sql)}
        from time_credit_adjustments
        where true
          ${status === null ? sql`` : sql`and status = ${status}`}
          ${after === null ? sql`` : sql`and (proposed_at, id) < (${after.at}, ${after.id})`}
        order by proposed_at desc, id desc
        limit ${limit + 1}`;
      return toPage(rows, limit);
    },

    async find(tx: TransactionSql, id: string): Promise<TimeCreditAdjustment | null> {
      const [row] = await tx<TimeCreditAdjustment[]>`
        select ${columns(tx)} from time_credit_adjustments where id = ${id}`;
      return row ?? null;
    },

    /** Does nothing when the id is taken: a request that is taken up again finds its own row. */
    async insert(
      tx: TransactionSql,
      { id, userId, minutes, reason, proposedBy, proposedAt }: TimeCreditAdjustment,
    ): Promise<void> {
      await tx`
        insert into time_credit_adjustments (id, user_id, minutes, reason, status, proposed_by,
          proposed_at)
        values (${id}, ${userId}, ${minutes}, ${reason}, 'PROPOSED', ${proposedBy}, ${proposedAt})
        on conflict (id) do nothing`;
    },

    async decide(
      tx: TransactionSql,
      id: string,
      decision: {
        readonly status: 'APPROVED' | 'REJECTED';
        readonly by: string;
        readonly at: Date;
      },
    ): Promise<void> {
      await tx`
        update time_credit_adjustments
        set status = ${decision.status}, decided_by = ${decision.by}, decided_at = ${decision.at}
        where id = ${id} and status = 'PROPOSED'`;
    },
  };
}
