import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { signWebhook } from '../src/sandbox/webhooks.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, webhookSecrets, type TestPayments } from './start-payments.ts';
import { askForRefund, aTreasurer, seenRefunds } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const nowSeconds = () => Math.floor(payments.clock.now().getTime() / 1000);
const freshPayer = () => aPayer(payments, aMember({ authTime: nowSeconds() }));

/** Somebody who has paid €20.00. */
async function aPaidPayment() {
  const ada = freshPayer();
  const id = await ada.hasBegun({ amountMinor: 2_000 });
  await ada.confirms(id);
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where id = ${id}`;
  return { ada, id, providerId: row?.providerIntentId ?? '' };
}

/** Reports a refund that was made at the provider and not by us. */
async function report(providerId: string, refund: object, type = 'refund.updated') {
  const body = JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    type,
    data: {
      object: {
        object: 'refund',
        payment_intent: providerId,
        currency: 'eur',
        metadata: {},
        ...refund,
      },
    },
  });
  const signature = signWebhook(body, webhookSecrets[1], Math.floor(Date.now() / 1000));
  const response = await fetch(payments.webhookUrl, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body,
  });
  expect(response.status).toBe(200);
}

const refundsAtProvider = (providerId: string) =>
  payments.sandbox.webhooks
    .list()
    .filter(({ type, body }) => type === 'refund.created' && body.includes(providerId));

describe('a refund', () => {
  it('gives a part back, then the rest, each with a credit note of its own', async () => {
    const { ada, id } = await aPaidPayment();
    const treasurer = aTreasurer(payments);
    const first = await treasurer.refunds(id, { amountMinor: 500, reason: 'A lesson fell out' });
    expect(first).toMatchObject({
      refund: {
        status: 'SUCCEEDED',
        amount: { amountMinor: 500, currency: 'EUR' },
        reason: 'A lesson fell out',
        creditNote: { amount: { amountMinor: 500, currency: 'EUR' } },
      },
      userErrors: [],
    });
    expect(first.refund?.creditNote?.number).toMatch(/^CN-\d{4}-\d{6}$/);
    expect(await seenRefunds(payments, ada.viewer, id)).toEqual({
      status: 'PARTIALLY_REFUNDED',
      invoice: { status: 'PAID' },
      refunds: [first.refund],
    });
    await treasurer.refunds(id, { amountMinor: 300 });
    const rest = await treasurer.refunds(id);
    expect(rest).toMatchObject({ refund: { amount: { amountMinor: 1_200 } } });
    expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({
      status: 'REFUNDED',
      invoice: { status: 'REFUNDED' },
      refunds: [{}, {}, {}],
    });
    expect(await treasurer.refunds(id)).toMatchObject({
      userErrors: [{ code: 'WRONG_STATUS', path: ['paymentIntentId'] }],
    });
  });

  it.each([
    ['nothing', 0],
    ['less than nothing', -1],
    ['more than was paid', 2_001],
  ])('of %s is refused', async (_title, amountMinor) => {
    const { ada, id, providerId } = await aPaidPayment();
    expect(await aTreasurer(payments).refunds(id, { amountMinor })).toMatchObject({
      refund: null,
      userErrors: [{ code: 'REFUND_TOO_LARGE', path: ['amountMinor'] }],
    });
    expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({
      status: 'CONFIRMED',
      refunds: [],
    });
    expect(refundsAtProvider(providerId)).toHaveLength(0);
  });

  it('needs a payment that was charged', async () => {
    const treasurer = aTreasurer(payments);
    const open = await freshPayer().hasBegun();
    expect(await treasurer.refunds(open)).toMatchObject({ userErrors: [{ code: 'WRONG_STATUS' }] });
    expect(await treasurer.refunds('pay_01J00000000000000000000000')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it.each([
    ['the payer', (payer: ReturnType<typeof aMember>) => payer],
    ['a stranger', () => aMember()],
    ['an administrator', () => anAdmin()],
  ])('is not for %s to make', async (_title, viewerOf) => {
    const { ada, id } = await aPaidPayment();
    const answer = await askForRefund(payments, viewerOf(ada.viewer), { paymentIntentId: id });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('needs a log-in of the last ten minutes', async () => {
    const { ada, id } = await aPaidPayment();
    const stale = aMember({ scopes: ['finance'], authTime: nowSeconds() - 601 });
    expect(await aTreasurer(payments, stale).refunds(id)).toMatchObject({
      userErrors: [{ code: 'STEP_UP_REQUIRED' }],
    });
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it.each([
    ['an empty key', { idempotencyKey: '' }],
    ['a reason that is too long', { reason: 'x'.repeat(501) }],
    ['a reason with a lone surrogate', { reason: '\uD800' }],
    ['a fraction', { amountMinor: 0.5 }],
  ])('with %s is answered BAD_USER_INPUT', async (_title, input) => {
    const { ada, id } = await aPaidPayment();
    const { viewer } = aTreasurer(payments);
    const answer = await askForRefund(payments, viewer, { paymentIntentId: id, ...input });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('is seen by its payer and the finance team, by id too, and by nobody else', async () => {
    const { ada, id } = await aPaidPayment();
    const treasurer = aTreasurer(payments);
    const { refund } = await treasurer.refunds(id);
    const entity =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Refund { id } } }';
    const of = [{ __typename: 'Refund', id: refund?.id }];
    for (const viewer of [ada.viewer, treasurer.viewer]) {
      expect((await payments.as(viewer).execute(entity, { of })).data).toEqual({
        _entities: [{ id: refund?.id }],
      });
    }
    for (const viewer of [aMember(), anAdmin()]) {
      const answer = await payments.as(viewer).execute(entity, { of });
      expect(answer).toMatchObject({ data: { _entities: [null] }, errors: [] });
      expect(await seenRefunds(payments, viewer, id)).toBeNull();
    }
  });

  it('of all of a membership’s payment ends the membership', async () => {
    const ada = freshPayer();
    const { membership } = await ada.joins();
    const [row] = await payments.owner<{ id: string }[]>`
      select payment_intent_id as id from memberships where id = ${membership?.id ?? ''}`;
    const treasurer = aTreasurer(payments);
    await treasurer.refunds(row?.id ?? '', { amountMinor: 1 });
    expect(await ada.membership()).toMatchObject({ status: 'ACTIVE' });
    await treasurer.refunds(row?.id ?? '');
    expect(await ada.membership()).toBeNull();
  });
});

describe('refunds at once', () => {
  it('with one key are one refund', async () => {
    const { id, providerId } = await aPaidPayment();
    const treasurer = aTreasurer(payments);
    const input = { idempotencyKey: 'once', amountMinor: 700 };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => treasurer.refunds(id, input)),
    );
    expect(new Set(answers.map(({ refund }) => refund?.id)).size).toBe(1);
    expect(refundsAtProvider(providerId)).toHaveLength(1);
    expect(await treasurer.refunds(id, { ...input, amountMinor: 701 })).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it('together never exceed the payment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ada, id, providerId } = await aPaidPayment();
      const treasurer = aTreasurer(payments);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => treasurer.refunds(id, { amountMinor: 600 })),
      );
      expect(answers.filter(({ refund }) => refund !== null)).toHaveLength(3);
      expect(refundsAtProvider(providerId)).toHaveLength(3);
      expect(await ada.sees(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
    }
  });
});

describe('a refund whose provider fails', () => {
  it('is made once when its answer was lost, with the same key', async () => {
    const { ada, id, providerId } = await aPaidPayment();
    const treasurer = aTreasurer(payments);
    await payments.control({ api: { cutNext: 2 }, events: { dropped: true } });
    const input = { idempotencyKey: 'again' };
    expect(await treasurer.refunds(id, input)).toMatchObject({
      userErrors: [{ code: 'PROVIDER_UNAVAILABLE' }],
    });
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED' });
    expect(await treasurer.refunds(id, input)).toMatchObject({ refund: { status: 'SUCCEEDED' } });
    expect(refundsAtProvider(providerId)).toHaveLength(1);
    expect(await ada.sees(id)).toMatchObject({ status: 'REFUNDED' });
  });

  it('is carried out by itself when nobody repeats it', async () => {
    const { ada, id, providerId } = await aPaidPayment();
    await payments.control({ api: { failNext: 10 }, events: { dropped: true } });
    await aTreasurer(payments).refunds(id);
    await payments.control({ api: { failNext: 0 } });
    payments.clock.advance(60_001);
    await eventually(async () => {
      expect(await ada.sees(id)).toMatchObject({ status: 'REFUNDED' });
    });
    expect(refundsAtProvider(providerId)).toHaveLength(1);
  });
});

describe('the provider’s reports of a refund', () => {
  it('and the answer to the request have one effect, whichever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { ada, id } = await aPaidPayment();
      await payments.control({
        events: { times: 5, reversed: round % 2 === 0 },
        api: { delayMilliseconds: (round % 3) * 15 },
      });
      expect(await aTreasurer(payments).refunds(id)).toMatchObject({
        refund: { status: 'SUCCEEDED' },
      });
      await payments.control({});
      expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({ refunds: [{}] });
    }
  });

  it('that was made at the provider are kept once, for twenty repeats at once', async () => {
    const { ada, id, providerId } = await aPaidPayment();
    const refund = { id: `re_${crypto.randomUUID()}`, amount: 800, status: 'succeeded' };
    await Promise.all(Array.from({ length: 20 }, () => report(providerId, refund)));
    expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      refunds: [{ status: 'SUCCEEDED', amount: { amountMinor: 800 }, reason: null }],
    });
  });

  it('that is pending change nothing until it succeeds or fails', async () => {
    const { ada, id, providerId } = await aPaidPayment();
    const [lucky, unlucky] = ['re_lucky', 're_unlucky'].map((name) => ({
      id: `${name}_${crypto.randomUUID()}`,
      amount: 100,
    }));
    await report(providerId, { ...lucky, status: 'pending' });
    await report(providerId, { ...unlucky, status: 'pending' });
    expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({
      status: 'CONFIRMED',
      refunds: [
        { status: 'PENDING', creditNote: null },
        { status: 'PENDING', creditNote: null },
      ],
    });
    await report(providerId, { ...unlucky, status: 'failed' });
    await report(providerId, { ...lucky, status: 'succeeded' });
    await report(providerId, { ...lucky, status: 'pending' });
    expect(await seenRefunds(payments, ada.viewer, id)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      refunds: [{ status: 'SUCCEEDED' }, { status: 'FAILED', creditNote: null }],
    });
  });

  it('that come before those of the payment confirm it first', async () => {
    const ada = freshPayer();
    const id = await ada.hasBegun();
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    const refund = { id: `re_${crypto.randomUUID()}`, amount: 1_500, status: 'succeeded' };
    await report(row?.providerIntentId ?? '', refund);
    expect(await ada.sees(id)).toMatchObject({
      status: 'REFUNDED',
      invoice: { status: 'REFUNDED' },
    });
  });
});
