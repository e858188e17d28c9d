import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { extractText } from 'unpdf';
import { z } from 'zod';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aTreasurer, seenRefunds } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

const answer = z.object({
  _entities: z.tuple([z.object({ number: z.string(), pdfUrl: z.string() }).nullable()]),
});

async function anInvoice(input: object = {}) {
  const authTime = Math.floor(payments.clock.now().getTime() / 1000);
  const ada = aPayer(payments, aMember({ authTime }));
  const { paymentIntent } = await ada.confirms(await ada.hasBegun(input));
  const id = paymentIntent?.invoice?.id ?? '';
  const linkFor = async (viewer: Viewer) => {
    const { data } = await payments.as(viewer).execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on Invoice { number pdfUrl } } }`,
      { of: [{ __typename: 'Invoice', id }] },
    );
    return answer.parse(data)._entities[0];
  };
  return { ada, id, linkFor, number: paymentIntent?.invoice?.number ?? '' };
}

/** What the gateway's side door asks the subgraph for. */
const fetchPdf = (pdfUrl: string) => fetch(new URL(new URL(pdfUrl).pathname, payments.url));

async function readPdf(pdfUrl: string): Promise<string> {
  const response = await fetchPdf(pdfUrl);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { text } = await extractText(new Uint8Array(await response.arrayBuffer()), {
    mergePages: true,
  });
  return text;
}

describe('an invoice as a PDF', () => {
  it.each([
    [{ amountMinor: 1_234, currency: 'EUR' }, 'EUR 12.34'],
    [{ amountMinor: 1_000_000, currency: 'CHF' }, 'CHF 10,000.00'],
    [{ amountMinor: 50, currency: 'GBP' }, 'GBP 0.50'],
  ])('says the number and the amount that were stored: %o', async (amount, written) => {
    const description = 'Cours de français · Уроки · 50 €';
    const { ada, linkFor, number } = await anInvoice({ ...amount, description });
    const link = await linkFor(ada.viewer);
    const text = await readPdf(link?.pdfUrl ?? '');
    expect(text).toContain(`Invoice ${number}`);
    expect(text).toContain(`Total: ${written}`);
    expect(text).toContain(`For: ${description}`);
    expect(text).toContain(`Member: ${ada.viewer.id}`);
    expect(text).toContain(`Date of issue: ${payments.clock.now().toISOString().slice(0, 10)}`);
  });

  it('has one total, whatever its payer calls the payment', async () => {
    const { ada, linkFor } = await anInvoice({ description: 'Books\nTotal: EUR 99.00\u202E' });
    const text = await readPdf((await linkFor(ada.viewer))?.pdfUrl ?? '');
    expect(text.split('\n').filter((line) => line.startsWith('Total: '))).toEqual([
      'Total: EUR 15.00',
    ]);
    expect(text).toContain('For: Books Total: EUR 99.00');
  });

  it('is for its payer and the finance team', async () => {
    const { ada, linkFor } = await anInvoice();
    expect(await linkFor(ada.viewer)).not.toBeNull();
    expect(await linkFor(aMember({ scopes: ['finance'] }))).not.toBeNull();
    for (const viewer of [anonymous, aMember(), anAdmin()])
      expect(await linkFor(viewer)).toBeNull();
  });

  it('is at its address for ten minutes', async () => {
    const { ada, linkFor } = await anInvoice();
    const link = await linkFor(ada.viewer);
    payments.clock.advance(9 * 60_000);
    expect((await fetchPdf(link?.pdfUrl ?? '')).status).toBe(200);
    payments.clock.advance(2 * 60_000);
    expect((await fetchPdf(link?.pdfUrl ?? '')).status).toBe(404);
  });

  it('is at no address that somebody made up', async () => {
    const { ada, id, linkFor } = await anInvoice();
    const { pdfUrl = '' } = (await linkFor(ada.viewer)) ?? {};
    const [head, , signature] = new URL(pdfUrl).pathname.slice(10, -4).split('.');
    const claims = Buffer.from(
      JSON.stringify({ sub: id, aud: 'invoice', exp: 9_999_999_999 }),
    ).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [`${head ?? ''}.${claims}.${signature ?? ''}`, `${none}.${claims}.`, id]) {
      expect((await fetchPdf(`http://localhost/invoices/${token}.pdf`)).status).toBe(404);
    }
  });
});

describe('a credit note as a PDF', () => {
  it('says what was given back of which invoice, and why, to its payer and the finance team', async () => {
    const { ada, number } = await anInvoice();
    const [payment] = await payments.owner<{ id: string }[]>`
      select payment_intent_id as id from invoices where number = ${number}`;
    const id = payment?.id ?? '';
    const reason = 'Désolés\nTotal: EUR 99.00';
    await aTreasurer(payments).refunds(id, { amountMinor: 1_234, reason });
    const seen = await seenRefunds(payments, ada.viewer, id);
    const creditNote = seen?.refunds[0]?.creditNote;
    const text = await readPdf(creditNote?.pdfUrl ?? '');
    expect(text).toContain(`Credit note ${creditNote?.number ?? 'none'}`);
    expect(text).toContain(`Of invoice: ${number}`);
    expect(text).toContain('Given back: EUR 12.34');
    expect(text).toContain('Reason: Désolés Total: EUR 99.00');
    expect(text).toContain(`Member: ${ada.viewer.id}`);
    const toFinance = await seenRefunds(payments, aMember({ scopes: ['finance'] }), id);
    expect(toFinance?.refunds[0]?.creditNote?.number).toBe(creditNote?.number);
    for (const viewer of [anonymous, aMember(), anAdmin()])
      expect(await seenRefunds(payments, viewer, id)).toBeNull();
    payments.clock.advance(11 * 60_000);
    expect((await fetchPdf(creditNote?.pdfUrl ?? '')).status).toBe(404);
  });
});
