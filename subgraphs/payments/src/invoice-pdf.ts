import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Invoice } from './invoice.ts';
import type { Money } from './money.ts';

/** What an invoice says. */
export interface InvoiceContent extends Pick<
  Invoice,
  'number' | 'userId' | 'amount' | 'status' | 'issuedAt'
> {
  /** What was paid for; null when nothing was said. */
  readonly description: string | null;
}

// The fonts that every reader has know Western European letters only.
const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);
// A description is its payer's words: it neither begins lines of its own nor turns others around.
const layout = /[\s\u202A-\u202E\u2066-\u2069]+/g;
const states = { PENDING: 'Not yet paid', PAID: 'Paid', REFUNDED: 'Paid and given back' } as const;

/** Writes an invoice as a page of PDF. The same invoice always says the same. */
export async function renderInvoice(invoice: InvoiceContent): Promise<Buffer> {
  const { number, userId, amount, status, issuedAt, description } = invoice;
  const page = new PDFDocument({
    size: 'A4',
    margin: 64,
    font,
    info: { Title: `Invoice ${number}`, Author: 'SkillSwap', CreationDate: issuedAt },
  });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve, reject) => page.on('end', resolve).on('error', reject));

  page.fontSize(22).text('SkillSwap').moveDown();
  page.fontSize(16).text(`Invoice ${number}`).moveDown();
  page.fontSize(11);
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['Date of issue', issuedAt.toISOString().slice(0, 10)],
    ['Member', userId],
    ['For', description?.replaceAll(layout, ' ') ?? 'A payment'],
    ['Total', formatMoney(amount)],
    ['Status', states[status]],
  ];
  for (const [label, text] of lines) page.text(`${label}: ${text}`).moveDown(0.5);
  page.end();
  await written;
  return Buffer.concat(chunks);
}

/** The currency's code before the amount, as invoices in several currencies have it: EUR 15.00. */
function formatMoney({ amountMinor, currency }: Money): string {
  const style = { style: 'currency', currency, currencyDisplay: 'code' } as const;
  const format = new Intl.NumberFormat('en', style);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Division by a power of ten and back is exact for every amount that can be paid.
  return format.format(amountMinor / 10 ** digits).replaceAll('\u00a0', ' ');
}
