import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { signWebhook } from '../src/sandbox/webhooks.ts';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { z } from 'zod';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, webhookSecrets, type TestPayments } from './start-payments.ts';
import { aTreasurer } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const page = z.object({
  disputes: z.object({
    edges: z.array(
      z.object({
        cursor: z.string(),
        node: z.object({
          payment: z.object({ id: z.string() }),
          payer: z.object({ id: z.string() }),
          status: z.string(),
          amount: z.object({ amountMinor: z.number(), currency: z.string() }),
          reason: z.string(),
          evidenceDueAt: z.iso.datetime().nullable(),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

const ask = (viewer: Parameters<TestPayments['as']>[0], args = 'first: 100') =>
  payments.as(viewer).execute(`{ disputes(${args}) {
    edges { cursor node { payment { id } payer { id } status amount { amountMinor currency }
      reason evidenceDueAt openedAt updatedAt } }
    pageInfo { hasNextPage } } }`);
const treasurer = () => aMember({ scopes: ['finance'] });
const listed = async (args?: string) => {
  const answer = await ask(treasurer(), args);
  expect(answer.errors).toEqual([]);
  return page.parse(answer.data).disputes;
};
const disputeOf = async (paymentId: string) =>
  (await listed()).edges.find(({ node }) => node.payment.id === paymentId)?.node;

async function atTheBank(path: string): Promise<string> {
  const response = await fetch(new URL(`/sandbox/${path}`, payments.sandbox.url), {
    method: 'POST',
  });
  expect(response.status).toBe(200);
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

/** A payment that was charged, and what its payer's bank does about it. */
async function aPayment(ada = aPayer(payments), paid?: string) {
  const id = paid ?? (await ada.hasBegun());
  if (paid === undefined) await ada.confirms(id);
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where id = ${id}`;
  const intent = row?.providerIntentId ?? '';
  return {
    ...{ ada, id },
    dispute: () => atTheBank(`payment_intents/${intent}/dispute`),
    inquire: () => atTheBank(`payment_intents/${intent}/inquire`),
    until: (status: string) =>
      eventually(async () => {
        expect((await disputeOf(id))?.status).toBe(status);
      }),
  };
}

/** What the accounts hold that a dispute moves, by now. */
async function books(): Promise<Record<string, number>> {
  const rows = await payments.owner<{ name: string; balance: string }[]>`
    select split_part(id, ':', 2) as name, balance
    from ledger_accounts where id like 'platform:%:EUR'`;
  return Object.fromEntries(rows.map(({ name, balance }) => [name, Number(balance)]));
}
/** How they changed during some work. */
async function changedBy(work: () => Promise<unknown>) {
  const before = await books();
  await work();
  const after = await books();
  return Object.fromEntries(
    ['clearing', 'disputed', 'losses', 'fees'].map((name) => [
      name,
      (after[name] ?? 0) - (before[name] ?? 0),
    ]),
  );
}

describe('a dispute', () => {
  it('takes the money away with a fee, and gives it back when it is won', async () => {
    const { ada, id, dispute, until } = await aPayment();
    let opened = '';
    expect(
      await changedBy(async () => {
        opened = await dispute();
        await until('NEEDS_RESPONSE');
      }),
    ).toEqual({ clearing: -3_500, disputed: 1_500, losses: 0, fees: 2_000 });
    const open = await disputeOf(id);
    expect(open).toMatchObject({
      payer: { id: ada.viewer.id },
      amount: { amountMinor: 1_500, currency: 'EUR' },
      reason: 'fraudulent',
    });
    expect(Date.parse(open?.evidenceDueAt ?? '')).toBeGreaterThan(Date.now());
    const won = async () => {
      await atTheBank(`disputes/${opened}/respond`);
      await until('UNDER_REVIEW');
      await atTheBank(`disputes/${opened}/win`);
      await until('WON');
    };
    expect(await changedBy(won)).toEqual({ clearing: 1_500, disputed: -1_500, losses: 0, fees: 0 });
  });

  it('is a loss when it is lost, and none when it is won on appeal', async () => {
    const { dispute, until } = await aPayment();
    const opened = await dispute();
    const lost = async () => {
      await atTheBank(`disputes/${opened}/lose`);
      await until('LOST');
    };
    await until('NEEDS_RESPONSE');
    expect(await changedBy(lost)).toEqual({
      clearing: 0,
      disputed: -1_500,
      losses: 1_500,
      fees: 0,
    });
    const won = async () => {
      await atTheBank(`disputes/${opened}/win`);
      await until('WON');
    };
    expect(await changedBy(won)).toEqual({ clearing: 1_500, disputed: 0, losses: -1_500, fees: 0 });
  });

  it('that is only an inquiry moves nothing, until the bank goes on', async () => {
    const [closed, escalated] = [await aPayment(), await aPayment()];
    const inquiries = async () => {
      await atTheBank(`disputes/${await closed.inquire()}/close`);
      await closed.until('CLOSED');
    };
    expect(await changedBy(inquiries)).toEqual({ clearing: 0, disputed: 0, losses: 0, fees: 0 });
    const inquiry = await escalated.inquire();
    await escalated.until('INQUIRY');
    const goesOn = async () => {
      await atTheBank(`disputes/${inquiry}/escalate`);
      await escalated.until('NEEDS_RESPONSE');
    };
    expect(await changedBy(goesOn)).toMatchObject({ clearing: -3_500, disputed: 1_500 });
  });

  it.each([
    ['once', [0, 1, 2, 3, 4, 5]],
    ['last first', [5, 4, 3, 2, 1, 0]],
    ['mixed up, each five times at once', [3, 0, 5, 1, 4, 2]],
  ])('ends the same when its reports come %s', async (how, order) => {
    const { id, dispute } = await aPayment();
    await payments.control({ events: { dropped: true } });
    const opened = await dispute();
    await atTheBank(`disputes/${opened}/respond`);
    await atTheBank(`disputes/${opened}/lose`);
    await atTheBank(`disputes/${opened}/win`);
    const reports = payments.sandbox.webhooks.list().filter(({ body }) => body.includes(opened));
    expect(reports).toHaveLength(order.length);
    const times = how.endsWith('at once') ? 5 : 1;
    const ended = async () => {
      for (const place of order) {
        const report = reports[place]?.body ?? '';
        await Promise.all(Array.from({ length: times }, () => deliver(report)));
      }
    };
    expect(await changedBy(ended)).toEqual({
      clearing: -2_000,
      disputed: 0,
      losses: 0,
      fees: 2_000,
    });
    expect(await disputeOf(id)).toMatchObject({ status: 'WON' });
  });

  it('lets nothing be given back a second way while the money is away', async () => {
    const { id, dispute, until } = await aPayment();
    const opened = await dispute();
    await until('NEEDS_RESPONSE');
    expect(await aTreasurer(payments).refunds(id)).toMatchObject({
      refund: null,
      userErrors: [{ code: 'WRONG_STATUS' }],
    });
    await atTheBank(`disputes/${opened}/win`);
    await until('WON');
    expect(await aTreasurer(payments).refunds(id)).toMatchObject({
      refund: { status: 'SUCCEEDED' },
    });
  });
});

describe('a membership whose payment is disputed', () => {
  async function aMembership() {
    const ada = aPayer(payments);
    await ada.joins();
    const [row] = await payments.owner<{ id: string }[]>`
      select payment_intent_id as id from memberships where user_id = ${ada.viewer.id}`;
    return aPayment(ada, row?.id);
  }

  it('is charged no more, and goes on when its member says so', async () => {
    const { ada, dispute, until } = await aMembership();
    const opened = await dispute();
    await until('NEEDS_RESPONSE');
    expect(await ada.membership()).toMatchObject({ status: 'CANCEL_AT_PERIOD_END' });
    await atTheBank(`disputes/${opened}/win`);
    await until('WON');
    expect(await ada.membership()).toMatchObject({ status: 'CANCEL_AT_PERIOD_END' });
    expect(await ada.stays()).toMatchObject({ membership: { status: 'ACTIVE' } });
  });

  it('is over, with what it gave, when the dispute is lost', async () => {
    const { ada, dispute, until } = await aMembership();
    const opened = await dispute();
    await atTheBank(`disputes/${opened}/lose`);
    await until('LOST');
    expect(await ada.membership()).toBeNull();
    const [told] = await payments.owner<{ entitlements: string[] }[]>`
      select payload -> 'entitlements' as entitlements from outbox
      where type = 'entitlements.changed' and payload ->> 'userId' = ${ada.viewer.id}
      order by (payload ->> 'version')::int desc limit 1`;
    expect(told?.entitlements).toEqual([]);
  });
});

describe('the list of disputes', () => {
  it('is read by the finance team in pages, the newest first, and by nobody else', async () => {
    const disputed: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      payments.clock.advance(1_000);
      const { id, inquire, until } = await aPayment();
      await inquire();
      await until('INQUIRY');
      disputed.unshift(id);
    }
    const first = await listed('first: 2, status: INQUIRY');
    const rest = await listed(
      `first: 1, status: INQUIRY, after: "${first.edges[1]?.cursor ?? ''}"`,
    );
    expect(first.pageInfo).toEqual({ hasNextPage: true });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.payment.id)).toEqual(disputed);
    expect((await listed('first: 1, status: LOST')).edges[0]?.node.status).toBe('LOST');

    const others: readonly (readonly [Member | typeof anonymous, string])[] = [
      [anonymous, 'UNAUTHENTICATED'],
      [aMember(), 'FORBIDDEN'],
      [anAdmin(), 'FORBIDDEN'],
    ];
    for (const [viewer, code] of others) {
      const { data, errors } = await ask(viewer);
      expect([data?.['disputes'] ?? null, errors[0]?.extensions?.['code']]).toEqual([null, code]);
    }
    const foreign = await ask(treasurer(), 'first: 1, after: "nonsense"');
    expect(foreign.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

async function deliver(body: string): Promise<void> {
  const signature = signWebhook(body, webhookSecrets[1], Math.floor(Date.now() / 1000));
  const response = await fetch(payments.webhookUrl, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body,
  });
  expect(response.status).toBe(200);
}
