import { sendJson, type Route } from '@skillswap/kit/route';
import { creditNotePaper } from './credit-note-paper.ts';
import { invoicePaper } from './invoice-paper.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { PaperLinks } from './paper-links.ts';
import { renderPaper, type Paper } from './paper-pdf.ts';

const path = /^\/invoices\/([\w.-]+)\.pdf$/;

type Papers = Pick<MoneyDesk, 'invoices' | 'creditNotes' | 'intents'>;

/**
 * Serves invoices and credit notes as PDF to whoever has a link. One that is none, or whose time is
 * over, is answered like any path at which there is nothing.
 */
export function paperRoute(papers: Papers, links: PaperLinks): Route {
  return async (request, response) => {
    const [, token] = path.exec((request.url ?? '').split('?', 1)[0] ?? '') ?? [];
    const id = token === undefined ? null : await links.read(token);
    const paper = id === null ? null : await findPaper(papers, id);
    if (paper === null) {
      sendJson(response, 404, { error: 'There is nothing here.' });
      return;
    }
    const pdf = await renderPaper(paper);
    response.writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    response.end(pdf);
  };
}

async function findPaper(papers: Papers, id: string): Promise<Paper | null> {
  const { invoices, creditNotes, intents } = papers;
  const [invoice] = await invoices.findByIds([id]);
  if (invoice == null) {
    const creditNote = await creditNotes.findIssued(id);
    return creditNote && creditNotePaper(creditNote);
  }
  const [payment] = await intents.findByIds([invoice.paymentIntentId]);
  return invoicePaper({ ...invoice, description: payment?.description ?? null });
}
