import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@skillswap/kit/test/testkit';
import { readPaymentsConfig } from '../src/config.ts';
import { readSandboxConfig } from '../src/sandbox/config.ts';
import { startStripeSandbox, type StripeSandbox } from '../src/sandbox/start-stripe-sandbox.ts';

let sandbox: StripeSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startStripeSandbox({
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/',
    webhookSecret: 'whsec_of_the_sandbox_test',
  });
  const { hostname, port } = new URL(sandbox.url);
  stripe = new Stripe('sk_test_sandbox', {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const begin = () =>
  stripe.paymentIntents.create({ amount: 500, currency: 'eur', metadata: { a: 'b' } });

describe('the sandbox', () => {
  it('takes a payment as Stripe does', async () => {
    const intent = await begin();
    expect(intent).toMatchObject({ status: 'requires_payment_method', metadata: { a: 'b' } });
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 500 });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
    await expect(stripe.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('declines, and demands a further step, for Stripe’s test payment methods', async () => {
    const { id } = await begin();
    const declined = { payment_method: 'pm_card_visa_chargeDeclined' };
    await expect(stripe.paymentIntents.confirm(id, declined)).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
    const waiting = await stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_authenticationRequired',
    });
    expect(waiting.status).toBe('requires_action');
    expect((await stripe.paymentIntents.cancel(id)).status).toBe('canceled');
  });

  it('answers a repeated key with the first answer, and refuses it for another request', async () => {
    const first = await stripe.paymentIntents.create(
      { amount: 100, currency: 'eur' },
      { idempotencyKey: 'once' },
    );
    const again = await stripe.paymentIntents.create(
      { amount: 100, currency: 'eur' },
      { idempotencyKey: 'once' },
    );
    expect(again.id).toBe(first.id);
    const other = stripe.paymentIntents.create(
      { amount: 200, currency: 'eur' },
      { idempotencyKey: 'once' },
    );
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  });

  it('refunds what was paid, and no more', async () => {
    const { id } = await begin();
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 200 });
    expect(refund).toMatchObject({ status: 'succeeded', amount: 200 });
    await expect(stripe.refunds.create({ payment_intent: id, amount: 301 })).rejects.toMatchObject({
      param: 'amount',
    });
  });

  it('signs its events so that Stripe’s SDK takes them', async () => {
    const { id } = await begin();
    await eventually(() => {
      const event = sandbox.webhooks.list().find(({ body }) => body.includes(id));
      expect(event?.deliveries.length).toBeGreaterThan(0);
    });
  });

  it('refuses keys of the real world and unknown requests', async () => {
    const { hostname, port } = new URL(sandbox.url);
    const live = new Stripe('sk_live_key', { host: hostname, port, protocol: 'http' });
    await expect(live.paymentIntents.retrieve('pi_1')).rejects.toMatchObject({ statusCode: 401 });
    await expect(stripe.paymentIntents.retrieve('pi_1')).rejects.toMatchObject({
      code: 'resource_missing',
    });
    const controls = await fetch(new URL('/sandbox/controls', sandbox.url), {
      method: 'POST',
      body: JSON.stringify({ events: { delay: -1 } }),
    });
    expect(controls.status).toBe(400);
  });

  it('does not run in production', () => {
    expect(() => readSandboxConfig({ SKILLSWAP_ENV: 'production' })).toThrow('production');
  });
});

describe('the configuration', () => {
  const env = {
    DATABASE_URL: 'postgres://localhost/x',
    REDIS_URL: 'redis://localhost',
    INTERNAL_IDENTITY_SECRET: 'x'.repeat(32),
  };

  it('takes several webhook secrets', () => {
    const { stripe: settings } = readPaymentsConfig({
      ...env,
      STRIPE_WEBHOOK_SECRET: 'whsec_first_one, whsec_second_one',
    });
    expect(settings.webhookSecrets).toEqual(['whsec_first_one', 'whsec_second_one']);
  });

  it('names every problem, and no values', () => {
    const read = () =>
      readPaymentsConfig({ DATABASE_URL: 'mysql://secret', STRIPE_API_BASE: 'nonsense' });
    expect(read).toThrow(/DATABASE_URL[^]*STRIPE_API_BASE|STRIPE_API_BASE[^]*DATABASE_URL/);
    expect(read).not.toThrow('secret');
  });

  it('refuses the sandbox’s secrets in production', () => {
    expect(() => readPaymentsConfig({ ...env, SKILLSWAP_ENV: 'production' })).toThrow('production');
  });
});
