import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { Span } from './finance-report.ts';
import type { Money } from './money.ts';
import type { NewestFirst } from './page-loader.ts';
import type { Difference, Reconciliation } from './reconciliation.ts';

/** A charge or a refund as our books have it. */
export interface BookedMovement {
  /** The provider's id of the payment or of the refund. */
  readonly providerId: string;
  readonly paymentIntentId: string;
  readonly refundId: string | null;
  readonly amount: Money;
  /** True when the money has moved by our books. */
  readonly isBooked: boolean;
}

interface MovementRow extends Omit<BookedMovement, 'amount'>, Money {}

interface DifferenceRow extends Omit<Difference, 'here' | 'there'> {
  readonly hereMinor: number | null;
  readonly thereMinor: number | null;
  readonly currency: string;
  readonly place: number;
}

/** A difference with its place in its report. */
export interface PlacedDifference extends Difference {
  readonly place: number;
}

const rowsAtOnce = 500;

/** Where comparisons with the provider are kept, and what of our books they compare. */
export type ReconciliationRepository = ReturnType<typeof createReconciliationRepository>;

export function createReconciliationRepository(sql: Sql) {
  const charges = () => sql`
    select p.provider_intent_id as provider_id, p.id as payment_intent_id, null as refund_id,
      p.amount_minor, p.currency,
      p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED') as is_booked
    from payment_intents p`;
  const refunds = () => sql`
    select r.provider_refund_id as provider_id, r.payment_intent_id, r.id as refund_id,
      r.amount_minor, r.currency, r.status = 'SUCCEEDED' as is_booked
    from refunds r`;
  return {
    async findCharge(providerIntentId: string): Promise<BookedMovement | null> {
      const [row] = await sql<MovementRow[]>`
        ${charges()} where p.provider_intent_id = ${providerIntentId}`;
      return row === undefined ? null : toMovement(row);
    },

    async findRefund(providerRefundId: string): Promise<BookedMovement | null> {
      const [row] = await sql<MovementRow[]>`
        ${refunds()} where r.provider_refund_id = ${providerRefundId}`;
      return row === undefined ? null : toMovement(row);
    },

    /** What our books charged and gave back in a span of time. */
    async *listBooked({ from, to }: Span): AsyncGenerator<BookedMovement> {
      const pages = sql<MovementRow[]>`
        ${charges()}
        join ledger_transactions t on t.reference = 'payment:' || p.id || ':confirmed'
        where t.at >= ${from} and t.at < ${to}
        union all
        ${refunds()}
        join ledger_transactions t on t.reference = 'refund:' || r.id || ':succeeded'
        where t.at >= ${from} and t.at < ${to} and r.provider_refund_id is not null`;
      for await (const rows of pages.cursor(rowsAtOnce)) yield* rows.map(toMovement);
    },

    async insert(
      tx: TransactionSql,
      { id, from, to, charges: charged, refunds: refunded, finishedAt }: Reconciliation,
      differences: readonly Difference[],
    ): Promise<void> {
      await tx`
        insert into reconciliations (id, from_at, to_at, charges, refunds, finished_at)
        values (${id}, ${from}, ${to}, ${charged}, ${refunded}, ${finishedAt})`;
      for (const [at, { here, there, ...difference }] of differences.entries()) {
        await tx`
          insert into reconciliation_differences (id, reconciliation_id, place, kind,
            provider_reference, payment_intent_id, refund_id, here_minor, there_minor, currency,
            is_mended)
          values (${newId('dif')}, ${id}, ${at + 1}, ${difference.kind},
            ${difference.providerReference}, ${difference.paymentIntentId}, ${difference.refundId},
            ${here?.amountMinor ?? null}, ${there?.amountMinor ?? null},
            ${(here ?? there)?.currency ?? ''}, ${difference.isMended})`;
      }
    },

    async findLast(): Promise<Reconciliation | null> {
      const { rows } = await list({ limit: 1, after: null });
      return rows[0] ?? null;
    },

    list: (page: PageRequest<NewestFirst>) => list(page),

    /** The differences of a report in the order in which they were found. */
    async listDifferences(
      reconciliationId: string,
      { limit, after }: PageRequest<number>,
    ): Promise<Page<PlacedDifference>> {
      const rows = await sql<DifferenceRow[]>`
        select kind, provider_reference, payment_intent_id, refund_id, here_minor, there_minor,
          currency, is_mended, place
        from reconciliation_differences
        where reconciliation_id = ${reconciliationId} and place > ${after ?? 0}
        order by place
        limit ${limit + 1}`;
      return toPage(rows.map(toDifference), limit);
    },
  };

  async function list({ limit, after }: PageRequest<NewestFirst>): Promise<Page<Reconciliation>> {
    const rows = await sql<Reconciliation[]>`
      select id, from_at as from, to_at as to, charges, refunds, finished_at,
        (select count(*) from reconciliation_differences d where d.reconciliation_id = r.id)::int
          as differences
      from reconciliations r
      where true
        ${after === null ? sql`` : sql`and (finished_at, id) < (${after.at}, ${after.id})`}
      order by finished_at desc, id desc
      limit ${limit + 1}`;
    return toPage(rows, limit);
  }
}

function toMovement({ amountMinor, currency, ...row }: MovementRow): BookedMovement {
  return { ...row, amount: { amountMinor, currency } };
}

function toDifference({
  hereMinor,
  thereMinor,
  currency,
  ...row
}: DifferenceRow): PlacedDifference {
  const money = (amountMinor: number | null) =>
    amountMinor === null ? null : { amountMinor, currency };
  return { ...row, here: money(hereMinor), there: money(thereMinor) };
}
