import type { Sql, TransactionSql } from 'postgres';
import type { Span } from './finance-report.ts';
import type { ProviderEvent } from './payment-provider.ts';

/** A report of the provider as it was stored. */
export interface StoredReport {
  readonly id: string;
  readonly body: string;
  readonly receivedAt: Date;
}

/** Where the provider's reports are kept. */
export type ReportRepository = ReturnType<typeof createReportRepository>;

/** Queries outside of transactions go to `sql`; reports are stored within one. */
export function createReportRepository(sql: Sql) {
  return {
    /** False when the report was stored before. */
    async store(
      tx: TransactionSql,
      { id, type, body }: ProviderEvent,
      now: Date,
    ): Promise<boolean> {
      const stored = await tx`
        insert into webhook_events (id, type, payload, received_at)
        values (${id}, ${type}, ${body}::text::jsonb, ${now})
        on conflict (id) do nothing`;
      return stored.count > 0;
    },

    /** The oldest reports that came in a span of time, in the order in which they came. */
    async listReceived({ from, to }: Span, limit: number): Promise<StoredReport[]> {
      return sql<StoredReport[]>`
        select id, payload::text as body, received_at
        from webhook_events
        where received_at >= ${from} and received_at < ${to}
        order by received_at, id
        limit ${limit}`;
    },
  };
}
