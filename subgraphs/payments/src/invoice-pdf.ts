import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { formatMoney } from './format-money.ts';
import type { Invoice } from './invoice.ts';
import { oneLine } from './one-line.ts';

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
    ['For', description === null ? 'A payment' : oneLine(description)],
    // The currency's code, as invoices in several currencies have it: EUR 15.00.
    ['Total', formatMoney(amount, 'en', 'code')],
    ['Status', states[status]],
  ];
  for (const [label, text] of lines) page.text(`${label}: ${text}`).moveDown(0.5);
  page.end();
  await written;
  return Buffer.concat(chunks);
}
