import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aTreasurer } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const day = 24 * 60 * 60 * 1000;
const today = () => ({
  from: new Date(payments.clock.now().getTime() - day).toISOString(),
  to: new Date(payments.clock.now().getTime() + day).toISOString(),
});
const ofFinance = (authTime = Math.floor(Date.now() / 1000)) =>
  aMember({ scopes: ['finance'], authTime });

async function replay(viewer: Parameters<TestPayments['as']>[0], input: object = today()) {
  const answer = await payments.as(viewer).execute(
    `mutation ($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) {
      replay { replayed changed through } userErrors { code path } } }`,
    { input },
  );
  return { payload: answer.data?.['replayWebhooks'], errors: answer.errors };
}

/** Everything that money leaves behind. */
async function books() {
  const tables = ['payment_intents', 'invoices', 'refunds', 'credit_notes', 'memberships'];
  const ledger = ['entitlements', 'ledger_accounts', 'ledger_entries', 'outbox', 'webhook_events'];
  return Promise.all(
    [...tables, ...ledger].map(
      (table) => payments.owner`
        select to_jsonb(t) - 'published_at' as row from ${payments.owner(table)} t order by 1`,
    ),
  );
}

describe('reports that are applied again', () => {
  it('leave everything as it was', async () => {
    const ada = aPayer(payments);
    const id = await ada.hasBegun();
    await ada.confirms(id);
    await ada.joins();
    await aTreasurer(payments).refunds(id, { amountMinor: 300 });
    await expect
      .poll(() => payments.owner`select from webhook_events where type = 'refund.created'`)
      .toHaveLength(1);
    const before = await books();
    const { payload } = await replay(ofFinance());
    expect(payload).toMatchObject({ replay: { changed: 0 }, userErrors: [] });
    expect(await books()).toEqual(before);
  });

  it('bring about what was lost on us when they came', async () => {
    const ada = aPayer(payments);
    await payments.control({ events: { dropped: true } });
    const id = await ada.hasBegun();
    await ada.confirms(id, { paymentMethod: 'pm_card_authenticationRequired' });
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    await payments.authenticate(row?.providerIntentId ?? '');
    for (const event of payments.sandbox.webhooks.list()) {
      if (!event.body.includes(row?.providerIntentId ?? '')) continue;
      await payments.owner`
        insert into webhook_events (id, type, payload, received_at)
        values (${event.id}, ${event.type}, ${event.body}::text::jsonb, ${payments.clock.now()})`;
    }
    await payments.control({});
    const { payload } = await replay(ofFinance());
    expect(payload).toMatchObject({ replay: { changed: 1, through: today().to }, userErrors: [] });
    expect(await ada.sees(id)).toMatchObject({ status: 'CONFIRMED', invoice: { status: 'PAID' } });
    expect((await replay(ofFinance())).payload).toMatchObject({ replay: { changed: 0 } });
  });

  it('are those of the span', async () => {
    const before = payments.clock.now().getTime() - 30 * day;
    const span = { from: new Date(before).toISOString(), to: new Date(before + day).toISOString() };
    expect((await replay(ofFinance(), span)).payload).toMatchObject({ replay: { replayed: 0 } });
    const { errors } = await replay(ofFinance(), { from: span.to, to: span.from });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('take a recent log-in of the finance team', async () => {
    const viewers: readonly [Member | typeof anonymous, string][] = [
      [anonymous, 'UNAUTHENTICATED'],
      [aMember(), 'FORBIDDEN'],
      [anAdmin(), 'FORBIDDEN'],
    ];
    for (const [viewer, code] of viewers) {
      expect((await replay(viewer)).errors).toMatchObject([{ extensions: { code } }]);
    }
    const { payload } = await replay(ofFinance(Math.floor(Date.now() / 1000) - 3_600));
    expect(payload).toMatchObject({ replay: null, userErrors: [{ code: 'STEP_UP_REQUIRED' }] });
  });
});
