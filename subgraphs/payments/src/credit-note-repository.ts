import { byKey } from '@skillswap/kit/by-key';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { CreditNote, IssuedCreditNote } from './credit-note.ts';
import type { Refund } from './refund.ts';

interface CreditNoteRow extends Omit<CreditNote, 'amount'> {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Where credit notes are kept. */
export type CreditNoteRepository = ReturnType<typeof createCreditNoteRepository>;

/** Queries outside of transactions go to `sql`; credit notes are written within one. */
export function createCreditNoteRepository(sql: Sql) {
  return {
    async findByRefundIds(ids: readonly string[]): Promise<(CreditNote | null)[]> {
      const rows = await sql<CreditNoteRow[]>`
        select id, number, refund_id, amount_minor, currency, issued_at
        from credit_notes where refund_id = any(${[...ids]})`;
      return byKey(ids, rows.map(toCreditNote), ({ refundId }) => refundId);
    },

    /** A credit note as it is read by its payer; null when there is none. */
    async findIssued(id: string): Promise<IssuedCreditNote | null> {
      const [row] = await sql<
        (CreditNoteRow & Pick<IssuedCreditNote, 'userId' | 'invoiceNumber' | 'reason'>)[]
      >`
        select c.id, c.number, c.refund_id, c.amount_minor, c.currency, c.issued_at, i.user_id,
          i.number as invoice_number, r.reason
        from credit_notes c
        join invoices i on i.id = c.invoice_id
        join refunds r on r.id = c.refund_id
        where c.id = ${id}`;
      if (row === undefined) return null;
      const { userId, invoiceNumber, reason, ...creditNote } = row;
      return { ...toCreditNote(creditNote), userId, invoiceNumber, reason };
    },

    /**
     * Writes the credit note of a refund with the year's next number. The transaction has awaited
     * its invoice turn.
     */
    async issue(
      tx: TransactionSql,
      { id, paymentIntentId, amount }: Refund,
      now: Date,
    ): Promise<CreditNote> {
      const year = now.getUTCFullYear();
      const [row] = await tx<CreditNoteRow[]>`
        with next as (
          insert into credit_note_numbers (year, last)
          values (${year}, 1)
          on conflict (year) do update set last = credit_note_numbers.last + 1
          returning last
        )
        insert into credit_notes (id, year, sequence, invoice_id, refund_id, amount_minor, currency,
          issued_at)
        select ${newId('crn')}, ${year}, next.last, invoices.id, ${id}, ${amount.amountMinor},
          ${amount.currency}, ${now}
        from next, invoices
        where invoices.payment_intent_id = ${paymentIntentId}
        returning id, number, refund_id, amount_minor, currency, issued_at`;
      if (row === undefined) throw new Error('a credit note was not written');
      return toCreditNote(row);
    },
  };
}

function toCreditNote({ amountMinor, currency, ...row }: CreditNoteRow): CreditNote {
  return { ...row, amount: { amountMinor, currency } };
}
