import { byKey, groupByKey } from '@skillswap/kit/by-key';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { ProviderRefund } from './payment-provider.ts';
import type { NewRefund, Refund } from './refund.ts';

interface RefundRow extends Omit<Refund, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

const columns = (sql: Sql | TransactionSql) => sql`
  r.id, r.payment_intent_id, p.user_id, r.amount_minor, r.currency, r.reason, r.status, r.created_at`;

/** Where refunds are kept. */
export type RefundRepository = ReturnType<typeof createRefundRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createRefundRepository(sql: Sql) {
  return {
    async findByIds(ids: readonly string[]): Promise<(Refund | null)[]> {
      const rows = await sql<RefundRow[]>`
        select ${columns(sql)}
        from refunds r join payment_intents p on p.id = r.payment_intent_id
        where r.id = any(${[...ids]})`;
      return byKey(ids, rows.map(toRefund), ({ id }) => id);
    },

    async listByPaymentIntentIds(ids: readonly string[]): Promise<Refund[][]> {
      const rows = await sql<RefundRow[]>`
        select ${columns(sql)}
        from refunds r join payment_intents p on p.id = r.payment_intent_id
        where r.payment_intent_id = any(${[...ids]})
        order by r.created_at, r.id`;
      return groupByKey(ids, rows.map(toRefund), ({ paymentIntentId }) => paymentIntentId);
    },

    /**
     * Sets an amount of a payment aside to be given back; null when the payment does not have as
     * much left, or a bank has taken it back. A request that is taken up again finds what it set aside before.
     */
    async reserve(tx: TransactionSql, refund: NewRefund): Promise<Refund | null> {
      const { id, paymentIntentId } = refund;
      await tx`
        insert into refunds (id, payment_intent_id, amount_minor, currency, reason, status,
          requested_by, created_at)
        select ${id}, p.id, coalesce(${refund.amountMinor}::bigint, remaining.amount), p.currency,
          ${refund.reason}, 'PENDING', ${refund.requestedBy}, ${refund.createdAt}
        from payment_intents p
        cross join lateral (
          select p.amount_minor - coalesce(sum(amount_minor), 0)::bigint as amount
          from refunds where payment_intent_id = p.id and status <> 'FAILED'
        ) remaining
        where p.id = ${paymentIntentId} and p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
          and remaining.amount > 0
          and not exists (
            select from disputes d
            where d.payment_intent_id = p.id and d.status in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST')
          )
          and coalesce(${refund.amountMinor}::bigint, 1) between 1 and remaining.amount
        on conflict (id) do nothing`;
      const [row] = await tx<RefundRow[]>`
        select ${columns(tx)}
        from refunds r join payment_intents p on p.id = r.payment_intent_id
        where r.id = ${id}`;
      return row === undefined ? null : toRefund(row);
    },

    /** Keeps a refund that was made at the provider and not by us, unless it is kept already. */
    async adopt(
      tx: TransactionSql,
      paymentIntentId: string,
      { id, amountMinor }: ProviderRefund,
      now: Date,
    ): Promise<void> {
      await tx`
        insert into refunds (id, payment_intent_id, provider_refund_id, amount_minor, currency,
          status, created_at)
        select ${newId('ref')}, p.id, ${id}, ${amountMinor}, p.currency, 'PENDING', ${now}
        from payment_intents p
        where p.id = ${paymentIntentId} and p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
        on conflict (provider_refund_id) do nothing`;
    },

    /** Brings a pending refund to what the provider reports; null when there is none. */
    async conclude(
      tx: TransactionSql,
      paymentIntentId: string,
      { id, refundId, state }: ProviderRefund,
    ): Promise<Refund | null> {
      const [row] = await tx<RefundRow[]>`
        update refunds r
        set status = ${state}, provider_refund_id = coalesce(r.provider_refund_id, ${id})
        from payment_intents p
        where p.id = r.payment_intent_id and p.id = ${paymentIntentId} and r.status = 'PENDING'
          and (r.id = ${refundId} or r.provider_refund_id = ${id})
        returning ${columns(tx)}`;
      return row === undefined ? null : toRefund(row);
    },

    /** What was given back of a payment, in minor units. */
    async totalOf(tx: TransactionSql, paymentIntentId: string): Promise<number> {
      const [row] = await tx<{ total: number }[]>`
        select coalesce(sum(amount_minor), 0)::bigint as total
        from refunds where payment_intent_id = ${paymentIntentId} and status = 'SUCCEEDED'`;
      return row?.total ?? 0;
    },
  };
}

function toRefund({ amountMinor, currency, ...row }: RefundRow): Refund {
  return { ...row, amount: { amountMinor, currency } };
}
