import { byKey, groupByKey } from '@skillswap/kit/by-key';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { Invoice } from './invoice.ts';
import type { NewestFirst } from './page-loader.ts';
import type { PaymentIntent } from './payment-intent.ts';

interface InvoiceRow extends Omit<Invoice, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

const columns = (sql: Sql | TransactionSql) => sql`
  id, number, user_id, payment_intent_id, amount_minor, currency, status, issued_at`;

/** Where invoices are kept. */
export type InvoiceRepository = ReturnType<typeof createInvoiceRepository>;

/** Queries outside of transactions go to `sql`; invoices are written within one. */
export function createInvoiceRepository(sql: Sql) {
  const findBy = async (column: 'id' | 'payment_intent_id', ids: readonly string[]) => {
    const rows = await sql<InvoiceRow[]>`
      select ${columns(sql)} from invoices where ${sql(column)} = any(${[...ids]})`;
    return rows.map(toInvoice);
  };
  return {
    async findByIds(ids: readonly string[]): Promise<(Invoice | null)[]> {
      return byKey(ids, await findBy('id', ids), ({ id }) => id);
    },

    async findByPaymentIntentIds(ids: readonly string[]): Promise<(Invoice | null)[]> {
      return byKey(ids, await findBy('payment_intent_id', ids), (row) => row.paymentIntentId);
    },

    async listByUserIds(
      userIds: readonly string[],
      { limit, after }: PageRequest<NewestFirst>,
    ): Promise<Page<Invoice>[]> {
      const rows = await sql<InvoiceRow[]>`
        select invoice.*
        from unnest(${[...userIds]}::text[]) as payer (id)
        cross join lateral (
          select ${columns(sql)}
          from invoices
          where user_id = payer.id
            ${after === null ? sql`` : sql`and (issued_at, id) < (${after.at}, ${after.id})`}
          order by issued_at desc, id desc
          limit ${limit + 1}
        ) invoice`;
      const grouped = groupByKey(userIds, rows.map(toInvoice), ({ userId }) => userId);
      return grouped.map((group) => toPage(group, limit));
    },

    /** Writes the invoice of a payment with the year's next number. */
    async issue(tx: TransactionSql, payment: PaymentIntent, now: Date): Promise<Invoice> {
      const year = now.getUTCFullYear();
      const [invoice] = await tx<InvoiceRow[]>`
        with next as (
          insert into invoice_numbers (year, last)
          values (${year}, 1)
          on conflict (year) do update set last = invoice_numbers.last + 1
          returning last
        )
        insert into invoices (id, year, sequence, user_id, payment_intent_id, amount_minor, currency,
          status, issued_at)
        select ${newId('inv')}, ${year}, next.last, ${payment.userId}, ${payment.id},
          ${payment.amount.amountMinor}, ${payment.amount.currency}, 'PAID', ${now}
        from next
        returning ${columns(tx)}`;
      if (invoice === undefined) throw new Error('an invoice was not written');
      return toInvoice(invoice);
    },

    /** Marks the invoice of a payment as given back in full. */
    async takeBack(tx: TransactionSql, paymentIntentId: string): Promise<void> {
      await tx`update invoices set status = 'REFUNDED' where payment_intent_id = ${paymentIntentId}`;
    },
  };
}

/**
 * Waits for the turn to issue an invoice or a credit note. It must be the first statement of its transaction:
 * PostgreSQL then looks at the data only after the wait, and those who wait do not conflict with
 * the one they waited for.
 */
export async function awaitInvoiceTurn(tx: TransactionSql): Promise<void> {
  await tx`lock table invoice_numbers in share row exclusive mode`;
}

function toInvoice({ amountMinor, currency, ...row }: InvoiceRow): Invoice {
  return { ...row, amount: { amountMinor, currency } };
}
