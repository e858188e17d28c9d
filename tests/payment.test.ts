import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { developmentSettings } from '../engines/src/development-settings.ts';
import { signWebhook } from '../subgraphs/payments/src/sandbox/webhooks.ts';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const endpoint = endpointOf(inject('system'));
const ada = new Person(endpoint, somebody('Ada'));
beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

const secret = developmentSettings.STRIPE_WEBHOOK_SECRET;
const seconds = () => Math.floor(Date.now() / 1000);

const begun = z.object({
  createPaymentIntent: z.object({
    paymentIntent: z.object({ id: z.string(), clientSecret: z.string() }),
  }),
});
const payments = z.object({
  viewer: z.object({
    paymentIntents: z.object({
      edges: z.tuple([
        z.object({
          node: z.object({
            status: z.string(),
            amount: z.object({ amountMinor: z.number(), currency: z.string() }),
            invoice: z.object({ id: z.string(), number: z.string(), pdfUrl: z.string() }),
          }),
        }),
      ]),
    }),
    invoices: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
  }),
});

/** A report of the provider about a payment, as it is sent. */
function report(intent: string, type: 'succeeded' | 'requires_action'): string {
  return JSON.stringify({
    id: `evt_${intent}_${type}`,
    object: 'event',
    created: seconds(),
    type: `payment_intent.${type}`,
    data: { object: { id: intent, object: 'payment_intent', status: type, payment_method: null } },
  });
}

async function send(body: string, signature = signWebhook(body, secret, seconds())) {
  const response = await fetch(new URL('/webhooks/stripe', endpoint.graphql), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  });
  return response.status;
}

it('a payment is captured once, whatever the provider sends, with one receipt, and its invoice can be fetched', async () => {
  const input = { idempotencyKey: crypto.randomUUID(), amountMinor: 2_500, currency: 'EUR' };
  const answer = await ask(
    endpoint,
    ada,
    `mutation ($input: CreatePaymentIntentInput!) { createPaymentIntent(input: $input) {
      paymentIntent { id clientSecret } userErrors { code } } }`,
    { input },
  );
  const { clientSecret } = begun.parse(answer.data).createPaymentIntent.paymentIntent;
  const intent = clientSecret.split('_secret_')[0] ?? '';
  const success = report(intent, 'succeeded');

  const forged = [
    signWebhook(success, 'whsec_of_somebody_else', seconds()),
    signWebhook(success, secret, seconds() - 301),
    signWebhook(report(intent, 'requires_action'), secret, seconds()),
  ];
  expect(await Promise.all(forged.map((signature) => send(success, signature)))).toEqual([
    400, 400, 400,
  ]);
  const repeats = Array.from({ length: 20 }, () => send(success));
  expect(new Set(await Promise.all(repeats))).toEqual(new Set([200]));
  expect(await send(report(intent, 'requires_action'))).toBe(200);

  const books = await ask(
    endpoint,
    ada,
    `{ viewer {
      paymentIntents(first: 5) { edges { node { status amount { amountMinor currency }
        invoice { id number pdfUrl } } } }
      invoices(first: 5) { edges { node { id } } } } }`,
  );
  const { viewer } = payments.parse(books.data);
  const { status, amount, invoice } = viewer.paymentIntents.edges[0].node;
  expect({ status, amount }).toEqual({
    status: 'CONFIRMED',
    amount: { amountMinor: 2_500, currency: 'EUR' },
  });
  expect(viewer.invoices.edges).toEqual([{ node: { id: invoice.id } }]);

  const receipt = await endpoint.mailbox.latest(ada.introduction.email, 'PAYMENT_RECEIPT');
  expect(receipt.subject).toBe('Your payment of €25.00');
  const mailed = new URL(receipt.links[0] ?? '');
  const fetched = await fetch(new URL(mailed.pathname, endpoint.graphql));
  expect(fetched.headers.get('content-type')).toBe('application/pdf');
  expect(await endpoint.mailbox.list(ada.introduction.email, 'PAYMENT_RECEIPT')).toEqual([receipt]);

  const { pathname } = new URL(invoice.pdfUrl);
  const pdf = await fetch(new URL(pathname, endpoint.graphql));
  expect(pdf.status).toBe(200);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const madeUp = await fetch(new URL('/invoices/nothing.pdf', endpoint.graphql));
  expect(madeUp.status).toBe(404);
});
