import { byKey, groupByKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Sql, TransactionSql } from 'postgres';
import type { NewestFirst } from './page-loader.ts';
import type { NewPaymentIntent, PaymentIntent, PaymentIntentStatus } from './payment-intent.ts';

interface PaymentIntentRow extends Omit<PaymentIntent, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, purpose, amount_minor, currency, description, status, version, provider_intent_id,
  client_secret, created_at, expires_at`;

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

    /** Does nothing when the id is taken: a request that is taken up again finds its own row. */
    async insert(tx: TransactionSql, intent: NewPaymentIntent): Promise<void> {
      await tx`
        insert into payment_intents (id, user_id, purpose, amount_minor, currency, description,
          status, version, provider_intent_id, client_secret, created_at, updated_at, expires_at)
        values (${intent.id}, ${intent.userId}, ${intent.purpose}, ${intent.amount.amountMinor},
          ${intent.amount.currency}, ${intent.description}, 'INITIATED', 1,
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

    async idOfProviderIntent(tx: TransactionSql, providerId: string): Promise<string | null> {
      const [row] = await tx<{ id: string }[]>`
        select id from payment_intents where provider_intent_id = ${providerId}`;
      return row?.id ?? null;
    },
  };
}

function toPaymentIntent({ amountMinor, currency, ...row }: PaymentIntentRow): PaymentIntent {
  return { ...row, amount: { amountMinor, currency } };
}
