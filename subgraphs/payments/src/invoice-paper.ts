import { formatMoney } from './format-money.ts';
import type { Invoice } from './invoice.ts';
import { oneLine } from './one-line.ts';
import type { Paper } from './paper-pdf.ts';

/** What an invoice says. */
export interface InvoiceContent extends Pick<
  Invoice,
  'number' | 'userId' | 'amount' | 'status' | 'issuedAt'
> {
  /** What was paid for; null when nothing was said. */
  readonly description: string | null;
}

const states = { PENDING: 'Not yet paid', PAID: 'Paid', REFUNDED: 'Paid and given back' } as const;

/** An invoice as a page. */
export function invoicePaper(invoice: InvoiceContent): Paper {
  const { number, userId, amount, status, issuedAt, description } = invoice;
  return {
    title: `Invoice ${number}`,
    issuedAt,
    lines: [
      ['Member', userId],
      ['For', description === null ? 'A payment' : oneLine(description)],
      // The currency's code, as invoices in several currencies have it: EUR 15.00.
      ['Total', formatMoney(amount, 'en', 'code')],
      ['Status', states[status]],
    ],
  };
}
