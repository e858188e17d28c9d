import { sendJson, type Route } from '@skillswap/kit/route';
import type { InvoiceLinks } from './invoice-links.ts';
import { renderInvoice } from './invoice-pdf.ts';
import type { MoneyDesk } from './money-desk.ts';

const path = /^\/invoices\/([\w.-]+)\.pdf$/;

/**
 * Serves invoices as PDF to whoever has a link. One that is none, or whose time is over, is answered
 * like any path at which there is nothing.
 */
export function invoiceRoute(
  { invoices, intents }: Pick<MoneyDesk, 'invoices' | 'intents'>,
  links: InvoiceLinks,
): Route {
  return async (request, response) => {
    const [, token] = path.exec((request.url ?? '').split('?', 1)[0] ?? '') ?? [];
    const id = token === undefined ? null : await links.read(token);
    const [invoice] = id === null ? [] : await invoices.findByIds([id]);
    if (invoice == null) {
      sendJson(response, 404, { error: 'There is nothing here.' });
      return;
    }
    const [payment] = await intents.findByIds([invoice.paymentIntentId]);
    const pdf = await renderInvoice({ ...invoice, description: payment?.description ?? null });
    response.writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    response.end(pdf);
  };
}
