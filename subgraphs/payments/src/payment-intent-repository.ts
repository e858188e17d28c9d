import { byKey, groupByKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql, TransactionSql } from 'postgres';
import type { NewestFirst } from './page-loader.ts';
import type { NewPaymentIntent, PaymentIntent, PaymentIntentStatus } from './payment-intent.ts';
import { brokenConstraint } from './transact.ts';

interface PaymentIntentRow extends Omit<PaymentIntent, 'amount' | 'lesson'> {
  readonly amountMinor: number;
  readonly currency: string;
  readonly sessionId: string | null;
  readonly teacherId: string | null;
  readonly commissionBasisPoints: number | null;
}

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, purpose, amount_minor, currency, description, session_id, teacher_id,
  commission_basis_points, status, version, provider_intent_id, client_secret, created_at, expires_at`;

/** Where payments are kept. */
export type PaymentIntentRepository = ReturnType<typeof createPaymentIntentRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createPaymentIntentRepository(sql: Sql) {
  return {
    async findByIds(ids: readonly string[]): Promise<(PaymentIntent | null)[]> {
      const rows = await sql<PaymentIntentRow[]>`
        select ${columns(sql)} from payment_intents where id = any(${[...ids]})`;
      return byKey(ids, rows.map(toPaymentIntent), ({ id }) => id);
    },

    async listByUserIds(
      userIds: readonly string[],
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<PaymentIntent>[]> {
      const rows = await sql<PaymentIntentRow[]>`
        select payment.*
        from unnest(${[...userIds]}::text[]) as payer (id)
        cross join lateral (
          select ${columns(sql)}
          from payment_intents
          where user_id = payer.id
            ${after === null ? sql`` : sql`and (created_at, id) < (${after.at}, ${after.id})`}
          order by created_at desc, id desc
          limit ${limit + 1}
        ) payment`;
      const grouped = groupByKey(userIds, rows.map(toPaymentIntent), ({ userId }) => userId);
      return grouped.map((group) => toPage(group, limit));
    },

    /**
     * Does nothing when the id is taken: a request that is taken up again finds its own row. Breaks
     * the surrounding transaction when its session is being paid for already ({@link isPaidTwice}).
     */
    async insert(tx: TransactionSql, intent: NewPaymentIntent): Promise<void> {
      const { lesson } = intent;
      await tx`
        insert into payment_intents (id, user_id, purpose, amount_minor, currency, description,
          session_id, teacher_id, commission_basis_points, status, version, provider_intent_id,
          client_secret, created_at, updated_at, expires_at)
        values (${intent.id}, ${intent.userId}, ${intent.purpose}, ${intent.amount.amountMinor},
          ${intent.amount.currency}, ${intent.description}, ${lesson?.sessionId ?? null},
          ${lesson?.teacherId ?? null}, ${lesson?.commissionBasisPoints ?? null}, 'INITIATED', 1,
          ${intent.providerIntentId}, ${intent.clientSecret}, ${intent.createdAt},
          ${intent.createdAt}, ${intent.expiresAt})
        on conflict (id) do nothing`;
    },

    /**
     * Moves a payment forward; null when it is not in a state from which it can. One that is
     * cancelled after its time was over has expired, whoever brings the news.
     */
    async advance(
      tx: TransactionSql,
      id: string,
      status: PaymentIntentStatus,
      now: Date,
    ): Promise<PaymentIntent | null> {
      const [row] = await tx<PaymentIntentRow[]>`
        update payment_intents
        set status = case
              when ${status} = 'CANCELLED' and expires_at <= ${now} then 'EXPIRED'
              else ${status}
            end,
            version = version + 1, updated_at = ${now}
        where id = ${id} and payment_may_become(status, ${status})
        returning ${columns(tx)}`;
      return row === undefined ? null : toPaymentIntent(row);
    },

    /** A payment as this transaction sees it. */
    async find(tx: TransactionSql, id: string): Promise<PaymentIntent | null> {
      const [row] = await tx<PaymentIntentRow[]>`
        select ${columns(tx)} from payment_intents where id = ${id}`;
      return row === undefined ? null : toPaymentIntent(row);
    },

    /** What is back with the payer, refunded or by their bank's decision, in minor units. */
    async totalGivenBack(tx: TransactionSql, id: string): Promise<number> {
      const [row] = await tx<{ total: number }[]>`
        select (
          coalesce((select sum(amount_minor) from refunds
            where payment_intent_id = ${id} and status = 'SUCCEEDED'), 0)
          + coalesce((select sum(amount_minor) from disputes
            where payment_intent_id = ${id} and status = 'LOST'), 0)
        )::bigint as total`;
      return row?.total ?? 0;
    },

    async idOfProviderIntent(tx: TransactionSql, providerId: string): Promise<string | null> {
      const [row] = await tx<{ id: string }[]>`
        select id from payment_intents where provider_intent_id = ${providerId}`;
      return row?.id ?? null;
    },
  };
}

/** True when a transaction failed because the session has a payment that is open or charged. */
export function isPaidTwice(error: unknown): boolean {
  return brokenConstraint(error) === 'payment_intents_one_live_per_session';
}

function toPaymentIntent(row: PaymentIntentRow): PaymentIntent {
  const { amountMinor, currency, sessionId, teacherId, commissionBasisPoints, ...rest } = row;
  const lesson =
    sessionId === null || teacherId === null || commissionBasisPoints === null
      ? null
      : { sessionId, teacherId, commissionBasisPoints };
  return { ...rest, amount: { amountMinor, currency }, lesson };
}
