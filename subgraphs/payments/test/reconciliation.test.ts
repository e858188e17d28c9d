import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { anonymous } from '@skillswap/kit/viewer';
import { Stripe } from 'stripe';
import { createMoneyDesk } from '../src/create-money-desk.ts';
import { reconcile } from '../src/reconcile.ts';
import { nextReconciliation, spanToReconcile } from '../src/reconciliation.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { commissionBasisPoints, startTestPayments, type TestPayments } from './start-payments.ts';
import { aTreasurer } from './treasurer.ts';

let payments: TestPayments;
let stripe: Stripe;
beforeAll(async () => {
  payments = await startTestPayments();
  const { hostname, port } = new URL(payments.sandbox.url);
  stripe = new Stripe('sk_test_sandbox', { host: hostname, port, protocol: 'http' });
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const day = 24 * 60 * 60 * 1000;
const ofFinance = () => aMember({ scopes: ['finance'] });
const reports = `query ($first: Int!, $after: String) { reconciliations(first: $first, after: $after) {
  edges { cursor node { id from to charges refunds finishedAt differenceCount
    differences(first: 100) { edges { node { kind providerReference payment { id status } refund { id }
      here { amountMinor currency } there { amountMinor currency } isMended } } } } }
  pageInfo { hasNextPage } } }`;

/** Compares everything up to now, and answers the differences about what is named. */
async function differencesAbout(...references: readonly string[]): Promise<unknown[]> {
  const desk = createMoneyDesk({
    ...payments.runtime,
    ...{ provider: payments.provider, commissionBasisPoints },
    announce: () => undefined,
  });
  const now = Date.now();
  const { id } = await reconcile(desk, { from: new Date(now - day), to: new Date(now + day) });
  const { rows } = await desk.reconciliations.listDifferences(id, { limit: 100, after: null });
  return rows.filter(({ providerReference }) => references.includes(providerReference));
}

async function providerIdOf(id: string): Promise<string> {
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where id = ${id}`;
  return row?.providerIntentId ?? '';
}

/** A payment that was charged, and how the provider calls it. */
async function aPaid(amountMinor = 1_500) {
  const ada = aPayer(payments);
  const id = await ada.hasBegun({ amountMinor });
  await ada.confirms(id);
  return { ada, id, providerId: await providerIdOf(id) };
}

/** A payment at the provider that we have not begun. */
async function aForeignCharge(amount: number): Promise<string> {
  const { id } = await stripe.paymentIntents.create({ amount, currency: 'eur' });
  await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  return id;
}

describe('the comparison with the provider', () => {
  it('finds nothing where both say the same', async () => {
    const { id, providerId } = await aPaid();
    const { refund } = await aTreasurer(payments).refunds(id, { amountMinor: 500 });
    const [row] = await payments.owner<{ providerRefundId: string }[]>`
      select provider_refund_id from refunds where id = ${refund?.id ?? ''}`;
    expect(await differencesAbout(providerId, row?.providerRefundId ?? '')).toEqual([]);
  });

  it('brings about a charge whose webhook never came', async () => {
    await payments.control({ events: { dropped: true } });
    const ada = aPayer(payments);
    const id = await ada.hasBegun();
    await ada.confirms(id, { paymentMethod: 'pm_card_authenticationRequired' });
    const providerId = await providerIdOf(id);
    await payments.authenticate(providerId);
    expect(await differencesAbout(providerId)).toMatchObject([
      {
        kind: 'CHARGE_MISSING_HERE',
        paymentIntentId: id,
        here: null,
        there: { amountMinor: 1_500, currency: 'EUR' },
        isMended: true,
      },
    ]);
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED', invoice: { status: 'PAID' } });
    expect(await differencesAbout(providerId)).toEqual([]);
  });

  it('brings about a dispute whose webhooks never came, and only reports one of a payment that is none of ours', async () => {
    const { id, providerId } = await aPaid();
    const foreign = await aForeignCharge(900);
    await payments.control({ events: { dropped: true } });
    const atTheBank = async (path: string) => {
      const url = new URL(`/sandbox/${path}`, payments.sandbox.url);
      const [dispute = ''] =
        /du_\w+/.exec(await (await fetch(url, { method: 'POST' })).text()) ?? [];
      return dispute;
    };
    const ours = await atTheBank(`payment_intents/${providerId}/dispute`);
    const theirs = await atTheBank(`payment_intents/${foreign}/dispute`);
    await atTheBank(`disputes/${ours}/lose`);
    const missing = { kind: 'DISPUTE_MISSING_HERE', here: null };
    expect(await differencesAbout(ours)).toMatchObject([
      { ...missing, paymentIntentId: id, there: { amountMinor: 1_500 }, isMended: true },
    ]);
    const [dispute] = await payments.owner`
      select status from disputes where payment_intent_id = ${id}`;
    expect(dispute).toEqual({ status: 'LOST' });
    expect(await differencesAbout(ours, theirs)).toMatchObject([
      { ...missing, paymentIntentId: null, there: { amountMinor: 900 }, isMended: false },
    ]);
  });

  it('brings about a refund whose webhook never came', async () => {
    const { ada, id, providerId } = await aPaid();
    await payments.control({ events: { dropped: true } });
    const refund = await stripe.refunds.create({ payment_intent: providerId, amount: 400 });
    expect(await differencesAbout(refund.id)).toMatchObject([
      {
        kind: 'REFUND_MISSING_HERE',
        paymentIntentId: id,
        there: { amountMinor: 400, currency: 'EUR' },
        isMended: true,
      },
    ]);
    expect(await ada.sees(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
  });

  it('leaves to people what it cannot know', async () => {
    const stranger = await aForeignCharge(700);
    const other = await aPaid();
    const cheaper = await aForeignCharge(1_400);
    await payments.owner`
      update payment_intents set provider_intent_id = ${cheaper} where id = ${other.id}`;
    const lost = await aPaid();
    await payments.owner`
      update payment_intents set provider_intent_id = 'pi_nowhere' where id = ${lost.id}`;
    const found = await differencesAbout(stranger, cheaper, 'pi_nowhere');
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ kind: 'CHARGE_MISSING_HERE', paymentIntentId: null, isMended: false },
          there: { amountMinor: 700, currency: 'EUR' },
        }),
        expect.objectContaining({
          ...{ kind: 'CHARGE_AMOUNT', paymentIntentId: other.id, isMended: false },
          here: { amountMinor: 1_500, currency: 'EUR' },
          there: { amountMinor: 1_400, currency: 'EUR' },
        }),
        expect.objectContaining({
          ...{ kind: 'CHARGE_MISSING_THERE', paymentIntentId: lost.id, there: null },
          here: { amountMinor: 1_500, currency: 'EUR' },
        }),
      ]),
    );
    expect(await lost.ada.sees(lost.id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('does not revive a payment that was given up here', async () => {
    await payments.control({ events: { dropped: true } });
    const ada = aPayer(payments);
    const id = await ada.hasBegun();
    const providerId = await providerIdOf(id);
    await payments.owner`
      update payment_intents set status = 'CANCELLED', version = version + 1 where id = ${id}`;
    await stripe.paymentIntents.confirm(providerId, { payment_method: 'pm_card_visa' });
    expect(await differencesAbout(providerId)).toMatchObject([
      { kind: 'CHARGE_MISSING_HERE', paymentIntentId: id, isMended: false },
    ]);
    expect(await ada.sees(id)).toMatchObject({ status: 'CANCELLED' });
  });

  it('runs every night, and the finance team reads what it found', async () => {
    const stranger = await aForeignCharge(900);
    const asked = await payments.as(ofFinance()).execute(reports, { first: 1 });
    const before = JSON.stringify(asked.data);
    payments.clock.advance(day);
    await eventually(async () => {
      const answer = await payments.as(ofFinance()).execute(reports, { first: 1 });
      expect(answer.errors).toEqual([]);
      expect(JSON.stringify(answer.data)).not.toBe(before);
    });
    // The night's span ends with the second in which it ran.
    await differencesAbout();
    const answer = await payments.as(ofFinance()).execute(reports, { first: 1 });
    expect(answer.data).toHaveProperty(
      'reconciliations.edges.0.node.differences.edges',
      expect.arrayContaining([
        {
          node: {
            ...{ kind: 'CHARGE_MISSING_HERE', providerReference: stranger },
            ...{ payment: null, refund: null, here: null, isMended: false },
            there: { amountMinor: 900, currency: 'EUR' },
          },
        },
      ]),
    );
    const [planned] = await payments.owner`select from due_work where kind = 'reconciliation'`;
    expect(planned).toBeDefined();
  });

  it.each([
    ['nobody', () => anonymous, 'UNAUTHENTICATED'],
    ['a member', () => aMember(), 'FORBIDDEN'],
    ['an administrator', anAdmin, 'FORBIDDEN'],
  ])('is not for %s', async (_title, viewer, code) => {
    const answer = await payments.as(viewer()).execute(reports, { first: 1 });
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('the span of a comparison', () => {
  const at = (text: string) => new Date(text);

  it('is two days, or longer when the last comparison is longer ago', () => {
    const to = at('2026-03-10T03:00:00Z');
    expect(spanToReconcile(to, null).from).toEqual(at('2026-03-08T03:00:00Z'));
    expect(spanToReconcile(to, { to: at('2026-03-09T03:00:00Z') }).from).toEqual(
      at('2026-03-08T03:00:00Z'),
    );
    expect(spanToReconcile(to, { to: at('2026-03-01T03:00:00Z') }).from).toEqual(
      at('2026-03-01T03:00:00Z'),
    );
  });

  it('ends in the night that comes next', () => {
    expect(nextReconciliation(at('2026-03-10T02:59:59Z'))).toEqual(at('2026-03-10T03:00:00Z'));
    expect(nextReconciliation(at('2026-03-10T03:00:00Z'))).toEqual(at('2026-03-11T03:00:00Z'));
  });
});
