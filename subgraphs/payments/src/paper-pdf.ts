import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A page for the books of its reader: an invoice or a credit note. */
export interface Paper {
  /** What it is, with its number. */
  readonly title: string;
  readonly issuedAt: Date;
  readonly lines: readonly (readonly [label: string, text: string])[];
}

// The fonts that every reader has know Western European letters only.
const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);

/** Writes a paper as a page of PDF. The same paper always says the same. */
export async function renderPaper({ title, issuedAt, lines }: Paper): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margin: 64,
    font,
    info: { Title: title, Author: 'SkillSwap', CreationDate: issuedAt },
  });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve, reject) => page.on('end', resolve).on('error', reject));

  page.fontSize(22).text('SkillSwap').moveDown();
  page.fontSize(16).text(title).moveDown();
  page.fontSize(11);
  for (const [label, text] of [['Date of issue', issuedAt.toISOString().slice(0, 10)], ...lines]) {
    page.text(`${label}: ${text}`).moveDown(0.5);
  }
  page.end();
  await written;
  return Buffer.concat(chunks);
}
