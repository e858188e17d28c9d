import { byKey } from '@skillswap/kit/by-key';
import { newId } from '@skillswap/kit/id';
import type { Sql, TransactionSql } from 'postgres';
import type { CreditNote } from './credit-note.ts';
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
        select number, refund_id, amount_minor, currency, issued_at
        from credit_notes where refund_id = any(${[...ids]})`;
      return byKey(ids, rows.map(toCreditNote), ({ refundId }) => refundId);
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
        returning number, refund_id, amount_minor, currency, issued_at`;
      if (row === undefined) throw new Error('a credit note was not written');
      return toCreditNote(row);
    },
  };
}

function toCreditNote({ amountMinor, currency, ...row }: CreditNoteRow): CreditNote {
  return { ...row, amount: { amountMinor, currency } };
}
