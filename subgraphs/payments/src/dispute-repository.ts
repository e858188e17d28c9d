import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { Dispute, DisputeStatus } from './dispute.ts';
import type { NewestFirst } from './page-loader.ts';
import type { ProviderDispute } from './payment-provider.ts';

interface DisputeRow extends Omit<Dispute, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A dispute, and what it was before its last change; null when it is new. */
export interface DisputeStep {
  readonly dispute: Dispute;
  readonly before: DisputeStatus | null;
}

const columns = (sql: Sql | TransactionSql) => sql`
  d.id, d.payment_intent_id, p.user_id, d.amount_minor, d.currency, d.reason, d.status,
  d.evidence_due_at, d.opened_at, d.updated_at`;

/** Where disputes are kept. */
export type DisputeRepository = ReturnType<typeof createDisputeRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createDisputeRepository(sql: Sql) {
  const insert = async (
    tx: TransactionSql,
    paymentIntentId: string,
    { id, amount, reason, status, evidenceDueAt }: ProviderDispute,
    now: Date,
  ): Promise<boolean> => {
    const inserted = await tx`
      insert into disputes (id, payment_intent_id, provider_dispute_id, amount_minor, currency,
        reason, status, evidence_due_at, opened_at, updated_at)
      values (${newId('dsp')}, ${paymentIntentId}, ${id}, ${amount.amountMinor}, ${amount.currency},
        ${reason}, ${status}, ${evidenceDueAt}, ${now}, ${now})
      on conflict (provider_dispute_id) do nothing`;
    return inserted.count === 1;
  };
  const find = async (tx: TransactionSql, providerDisputeId: string): Promise<Dispute> => {
    const [row] = await tx<DisputeRow[]>`
      select ${columns(tx)}
      from disputes d join payment_intents p on p.id = d.payment_intent_id
      where d.provider_dispute_id = ${providerDisputeId}`;
    if (row === undefined) throw new Error(`there is no dispute ${providerDisputeId}`);
    return toDispute(row);
  };
  return {
    /** Keeps a dispute, or brings it to what the provider reports; null when that is known or late. */
    async follow(
      tx: TransactionSql,
      paymentIntentId: string,
      reported: ProviderDispute,
      now: Date,
    ): Promise<DisputeStep | null> {
      if (await insert(tx, paymentIntentId, reported, now)) {
        return { dispute: await find(tx, reported.id), before: null };
      }
      const { id, status, evidenceDueAt } = reported;
      const [moved] = await tx<{ before: DisputeStatus }[]>`
        with known as (select status from disputes where provider_dispute_id = ${id})
        update disputes
        set status = ${status}, evidence_due_at = ${evidenceDueAt}, updated_at = ${now}
        from known
        where provider_dispute_id = ${id} and dispute_may_become(disputes.status, ${status})
        returning known.status as before`;
      if (moved === undefined) return null;
      return { dispute: await find(tx, id), before: moved.before };
    },

    /** True while a bank has taken a payment back. */
    async isAway(paymentIntentId: string): Promise<boolean> {
      const rows = await sql`
        select from disputes
        where payment_intent_id = ${paymentIntentId}
          and status in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST')`;
      return rows.length > 0;
    },

    /** Disputes, newest first. */
    async list(
      status: DisputeStatus | null,
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<Dispute>> {
      const rows = await sql<DisputeRow[]>`
        select ${columns(sql)}
        from disputes d join payment_intents p on p.id = d.payment_intent_id
        where true
          ${status === null ? sql`` : sql`and d.status = ${status}`}
          ${after === null ? sql`` : sql`and (d.opened_at, d.id) < (${after.at}, ${after.id})`}
        order by d.opened_at desc, d.id desc
        limit ${limit + 1}`;
      return toPage(rows.map(toDispute), limit);
    },
  };
}

function toDispute({ amountMinor, currency, ...row }: DisputeRow): Dispute {
  return { ...row, amount: { amountMinor, currency } };
}
