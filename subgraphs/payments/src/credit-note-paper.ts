import type { IssuedCreditNote } from './credit-note.ts';
import { formatMoney } from './format-money.ts';
import { oneLine } from './one-line.ts';
import type { Paper } from './paper-pdf.ts';

/** A credit note as a page. */
export function creditNotePaper(creditNote: IssuedCreditNote): Paper {
  const { number, userId, invoiceNumber, amount, reason, issuedAt } = creditNote;
  return {
    title: `Credit note ${number}`,
    issuedAt,
    lines: [
      ['Member', userId],
      ['Of invoice', invoiceNumber],
      ['Given back', formatMoney(amount, 'en', 'code')],
      ...(reason === null ? [] : [['Reason', oneLine(reason)] as const]),
    ],
  };
}
