import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { signWebhook } from '../src/sandbox/webhooks.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, webhookSecrets, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const seconds = () => Math.floor(Date.now() / 1000);
const [nextSecret, presentSecret] = webhookSecrets;

/** A payment of which the provider has sent no news yet, and its events. */
async function aSilentPayment(paymentMethod = 'pm_card_authenticationRequired') {
  await payments.control({ events: { dropped: true } });
  const ada = aPayer(payments);
  const id = await ada.hasBegun();
  await ada.confirms(id, { paymentMethod });
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where id = ${id}`;
  const providerId = row?.providerIntentId ?? '';
  return { ada, id, providerId };
}

const eventsAbout = (providerId: string) =>
  payments.sandbox.webhooks.list().filter(({ body }) => body.includes(providerId));

const eventOf = (providerId: string, type: string) => {
  const event = eventsAbout(providerId).find((found) => found.type === type);
  if (event === undefined) throw new Error(`no ${type}`);
  return event;
};

async function deliver(body: string, signature: string | null) {
  const started = performance.now();
  const response = await fetch(payments.webhookUrl, {
    method: 'POST',
    headers: signature === null ? {} : { 'stripe-signature': signature },
    body,
  });
  return {
    status: response.status,
    took: performance.now() - started,
    text: await response.text(),
  };
}

const deliverSigned = (body: string, secret = presentSecret) =>
  deliver(body, signWebhook(body, secret, seconds()));

describe('a webhook', () => {
  it('confirms a payment once, for twenty repeats at once in any order with the rest', async () => {
    const { ada, id, providerId } = await aSilentPayment();
    await payments.authenticate(providerId);
    const news = eventsAbout(providerId).map(({ body }) => body);
    const repeats = Array.from({ length: 20 }, () => news)
      .flat()
      .sort(() => Math.random() - 0.5);
    const answers = await Promise.all(repeats.map((body) => deliverSigned(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED', invoice: { status: 'PAID' } });
    const stored = await payments.owner`
      select id from webhook_events where payload -> 'data' -> 'object' ->> 'id' = ${providerId}`;
    expect(stored).toHaveLength(3);
  });

  it('and the answer to the confirmation change a payment once, whichever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ada = aPayer(payments);
      const id = await ada.hasBegun();
      await payments.control({
        events: { times: 5 },
        api: { delayMilliseconds: (round % 3) * 15 },
      });
      expect(await ada.confirms(id)).toMatchObject({ paymentIntent: { status: 'CONFIRMED' } });
      await payments.control({});
    }
  });

  it('has no effect when it is late', async () => {
    const { ada, id, providerId } = await aSilentPayment();
    await payments.authenticate(providerId);
    await deliverSigned(eventOf(providerId, 'payment_intent.succeeded').body);
    const confirmed = await ada.sees(id);
    await deliverSigned(eventOf(providerId, 'payment_intent.requires_action').body);
    await deliverSigned(eventOf(providerId, 'payment_intent.created').body);
    expect(await ada.sees(id)).toEqual(confirmed);
  });

  it('takes effect when events come last first', async () => {
    await payments.control({ events: { reversed: true } });
    const ada = aPayer(payments);
    const id = await ada.hasBegun();
    await ada.confirms(id, { paymentMethod: 'pm_card_authenticationRequired' });
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    await payments.authenticate(row?.providerIntentId ?? '');
    await eventually(async () => {
      expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
    });
  });

  it('is taken with either secret while they are rotated', async () => {
    const { ada, id, providerId } = await aSilentPayment();
    await payments.authenticate(providerId);
    const { body } = eventOf(providerId, 'payment_intent.succeeded');
    expect((await deliverSigned(body, nextSecret)).status).toBe(200);
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it.each([
    ['no signature', () => null],
    [
      'a signature of somebody else',
      (body: string) => signWebhook(body, 'whsec_foreign', seconds()),
    ],
    ['a signature of another body', () => signWebhook('{}', presentSecret, seconds())],
    [
      'a signature that is too old',
      (body: string) => signWebhook(body, presentSecret, seconds() - 301),
    ],
    ['a signature that is none', () => 'v1=nothing'],
  ])('with %s is refused, counted, and changes nothing', async (_title, signature) => {
    const { ada, id, providerId } = await aSilentPayment();
    await payments.authenticate(providerId);
    const { body } = eventOf(providerId, 'payment_intent.succeeded');
    const before = await rejections();
    const answer = await deliver(body, signature(body));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(await rejections()).toBe(before + 1);
    expect(await ada.sees(id)).toMatchObject({ status: 'REQUIRES_ACTION' });
  });

  it('that was written anew is refused, though it says the same', async () => {
    const { providerId } = await aSilentPayment();
    const { body } = eventOf(providerId, 'payment_intent.requires_action');
    const rewritten = JSON.stringify(JSON.parse(body), null, 2);
    expect((await deliver(rewritten, signWebhook(body, presentSecret, seconds()))).status).toBe(
      400,
    );
  });

  it('that is too large is refused', async () => {
    const body = JSON.stringify({ object: 'event', filler: 'x'.repeat(300 * 1024) });
    expect((await deliverSigned(body)).status).toBe(413);
  });

  it('is answered within a second, also about a payment that is not ours', async () => {
    const { providerId } = await aSilentPayment();
    const foreign = eventOf(providerId, 'payment_intent.requires_action')
      .body.replaceAll(providerId, 'pi_of_somebody_else')
      .replace('"evt_', '"evt_foreign');
    const answer = await deliverSigned(foreign);
    expect(answer.status).toBe(200);
    expect(answer.took).toBeLessThan(1_000);
  });

  it('is sent again by the provider until it was taken', async () => {
    const ada = aPayer(payments, aMember());
    const id = await ada.hasBegun();
    payments.sandbox.sendWebhooksTo('http://127.0.0.1:9/');
    await ada.confirms(id, { paymentMethod: 'pm_card_authenticationRequired' });
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    await payments.authenticate(row?.providerIntentId ?? '');
    payments.sandbox.sendWebhooksTo(payments.webhookUrl);
    await eventually(async () => {
      expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
    });
  });
});

async function rejections(): Promise<number> {
  const [row] = await payments.owner<{ total: number }[]>`
    select coalesce(sum(count), 0)::int as total from webhook_rejections`;
  return row?.total ?? 0;
}
