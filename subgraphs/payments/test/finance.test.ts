import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { z } from 'zod';
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

const financeReport = z.object({
  revenue: z.array(z.unknown()),
  memberships: z.array(z.unknown()),
  accounts: z.array(z.unknown()),
});

const ofFinance = () => aMember({ scopes: ['finance'] });
const adjustmentFields = `adjustment { id user { id } minutes reason status proposedBy { id }
  proposedAt decidedBy { id } decidedAt } userErrors { code path }`;

async function mutate(viewer: Member, field: string, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const answer = await payments
    .as(viewer)
    .execute(`mutation ($input: ${type}!) { ${field}(input: $input) { ${adjustmentFields} } }`, {
      input: { idempotencyKey: crypto.randomUUID(), ...input },
    });
  return { payload: answer.data?.[field], errors: answer.errors };
}
const propose = (viewer: Member, input: object) =>
  mutate(viewer, 'proposeTimeCreditAdjustment', { reason: 'The session was longer.', ...input });
const decide = (viewer: Member, adjustmentId: string, approve: boolean, input: object = {}) =>
  mutate(viewer, 'decideTimeCreditAdjustment', { adjustmentId, approve, ...input });

async function proposed(viewer: Member, userId: string, minutes: number): Promise<string> {
  const { payload } = await propose(viewer, { userId, minutes });
  const [, id = ''] = /"id":"(adj_\w+)"/.exec(JSON.stringify(payload)) ?? [];
  return id;
}

async function creditsOf(viewer: Member): Promise<unknown> {
  const answer = await payments.as(viewer).execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { timeCredits {
        balanceMinutes standing remainingMinutes
        entries(first: 5) { edges { node { minutes reason session { id } } } } } } } }`,
    { of: [{ __typename: 'User', id: viewer.id }] },
  );
  expect(answer.errors).toEqual([]);
  return answer.data;
}
const credits = (timeCredits: object) => ({ _entities: [{ timeCredits }] });

describe('a correction of time credits', () => {
  it('moves minutes once a second person approves of it, and says why', async () => {
    const [ada, eve, fay] = [aMember(), ofFinance(), ofFinance()];
    const id = await proposed(eve, ada.id, 45);
    expect(await creditsOf(ada)).toMatchObject(credits({ balanceMinutes: 0 }));
    const { payload } = await decide(fay, id, true);
    expect(payload).toMatchObject({
      adjustment: {
        user: { id: ada.id },
        minutes: 45,
        status: 'APPROVED',
        proposedBy: { id: eve.id },
        decidedBy: { id: fay.id },
      },
      userErrors: [],
    });
    expect(await creditsOf(ada)).toMatchObject(
      credits({
        balanceMinutes: 45,
        entries: { edges: [{ node: { minutes: 45, reason: 'The session was longer.' } }] },
      }),
    );
    const [told] = await payments.owner`
      select from outbox where type = 'timeCredits.changed' and payload ->> 'userId' = ${ada.id}
        and (payload ->> 'balanceMinutes')::int = 45`;
    expect(told).toBeDefined();
  });

  it('is never decided by who proposed it, nor by or for whose account it is', async () => {
    const [ada, eve] = [aMember(), ofFinance()];
    const id = await proposed(eve, ada.id, 45);
    const refused = { adjustment: null, userErrors: [{ code: 'SAME_PERSON' }] };
    expect((await decide(eve, id, true)).payload).toMatchObject(refused);
    expect((await propose(eve, { userId: eve.id, minutes: 5 })).payload).toMatchObject(refused);
    const fay = ofFinance();
    const ofFay = await proposed(eve, fay.id, 45);
    expect((await decide(fay, ofFay, true)).payload).toMatchObject(refused);
    expect(await creditsOf(ada)).toMatchObject(credits({ balanceMinutes: 0 }));
    expect(await creditsOf(fay)).toMatchObject(credits({ balanceMinutes: 0 }));
  });

  it('moves once, for ten approvals at once, and not after it was rejected', async () => {
    const [ada, eve] = [aMember(), ofFinance()];
    const id = await proposed(eve, ada.id, 30);
    await Promise.all(Array.from({ length: 10 }, () => decide(ofFinance(), id, true)));
    expect(await creditsOf(ada)).toMatchObject(credits({ balanceMinutes: 30 }));
    const rejected = await proposed(eve, ada.id, 30);
    await decide(ofFinance(), rejected, false);
    expect((await decide(ofFinance(), rejected, true)).payload).toMatchObject({
      userErrors: [{ code: 'WRONG_STATUS' }],
    });
    expect(await creditsOf(ada)).toMatchObject(credits({ balanceMinutes: 30 }));
  });

  it.each([0, 6_001, -6_001])('of %i minutes is refused', async (minutes) => {
    const ada = aMember();
    expect((await propose(ofFinance(), { userId: ada.id, minutes })).payload).toMatchObject({
      userErrors: [{ code: 'INVALID_AMOUNT', path: ['minutes'] }],
    });
  });

  it('is for the finance team, after a recent log-in', async () => {
    const ada = aMember();
    for (const viewer of [ada, anAdmin()]) {
      const { errors } = await propose(viewer, { userId: newId('usr'), minutes: 60 });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const stale = aMember({ scopes: ['finance'], authTime: Math.floor(Date.now() / 1000) - 3_600 });
    expect((await propose(stale, { userId: ada.id, minutes: 60 })).payload).toMatchObject({
      userErrors: [{ code: 'STEP_UP_REQUIRED' }],
    });
    const [row] = await payments.owner`
      select from time_credit_adjustments where user_id = ${ada.id}`;
    expect(row).toBeUndefined();
  });

  it('warns below the soft limit and says when nothing is left', async () => {
    const ada = aMember();
    const give = async (minutes: number) =>
      decide(ofFinance(), await proposed(ofFinance(), ada.id, minutes), true);
    await give(-300);
    expect(await creditsOf(ada)).toMatchObject(
      credits({ standing: 'GOOD', remainingMinutes: 300 }),
    );
    await give(-1);
    expect(await creditsOf(ada)).toMatchObject(credits({ standing: 'LOW', remainingMinutes: 299 }));
    await give(-400);
    expect(await creditsOf(ada)).toMatchObject(
      credits({ standing: 'EXHAUSTED', remainingMinutes: 0 }),
    );
  });
});

describe('what finance reads', () => {
  const day = 24 * 60 * 60 * 1000;
  const today = () => ({
    from: new Date(payments.clock.now().getTime() - day).toISOString(),
    to: new Date(payments.clock.now().getTime() + day).toISOString(),
  });
  const report = `query ($from: DateTime!, $to: DateTime!) { financeReport(from: $from, to: $to) {
    from to
    revenue { currency purpose payments charged { amountMinor currency } refunds refunded { amountMinor } net { amountMinor } }
    memberships { plan { code } status count }
    accounts { id unit balance } } }`;
  const statement = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
    accountStatement(accountId: $id, from: $from, to: $to) { id unit opening closing
      entries(first: 100) { edges { cursor node { id at amount kind reference } } pageInfo { hasNextPage } } } }`;
  const list = `{ timeCreditAdjustments(status: PROPOSED, first: 100) {
    edges { cursor node { id status } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

  it('sums up what was charged and given back, and states each account', async () => {
    const ada = aPayer(payments);
    const id = await ada.hasBegun({ amountMinor: 5_000, currency: 'CHF' });
    await ada.confirms(id);
    await ada.joins({ planCode: 'VIP_YEAR' });
    await aTreasurer(payments).refunds(id, { amountMinor: 1_200 });
    const answer = await payments.as(ofFinance()).execute(report, today());
    expect(answer.errors).toEqual([]);
    const { revenue, memberships, accounts } = financeReport.parse(answer.data?.['financeReport']);
    expect(revenue).toContainEqual({
      currency: 'CHF',
      purpose: 'PAYMENT',
      payments: 1,
      charged: { amountMinor: 5_000, currency: 'CHF' },
      refunds: 1,
      refunded: { amountMinor: 1_200 },
      net: { amountMinor: 3_800 },
    });
    expect(memberships).toContainEqual({ plan: { code: 'VIP_YEAR' }, status: 'ACTIVE', count: 1 });
    expect(accounts).toContainEqual({ id: 'platform:clearing:CHF', unit: 'CHF', balance: 3_800 });
    const stated = await payments
      .as(ofFinance())
      .execute(statement, { ...today(), id: 'platform:clearing:CHF' });
    expect(stated.data).toMatchObject({
      accountStatement: {
        opening: 0,
        closing: 3_800,
        entries: {
          edges: [
            { node: { amount: -1_200, kind: 'PAYMENT_REFUNDED' } },
            {
              node: {
                amount: 5_000,
                kind: 'PAYMENT_CONFIRMED',
                reference: `payment:${id}:confirmed`,
              },
            },
          ],
        },
      },
    });
    const unknown = await payments.as(ofFinance()).execute(statement, { ...today(), id: 'none' });
    expect(unknown.data).toEqual({ accountStatement: null });
  });

  it('lists the corrections that wait', async () => {
    const id = await proposed(ofFinance(), newId('usr'), 15);
    await eventually(async () => {
      const answer = await payments.as(ofFinance()).execute(list);
      expect(JSON.stringify(answer.data)).toContain(id);
    });
  });

  it.each([
    [
      'a span that ends before it begins',
      { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
    ],
    ['a span of years', { from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
  ])('answers BAD_USER_INPUT to %s', async (_title, span) => {
    const answer = await payments.as(ofFinance()).execute(report, span);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['nobody', () => anonymous, 'UNAUTHENTICATED'],
    ['a member', () => aMember(), 'FORBIDDEN'],
    ['an administrator', anAdmin, 'FORBIDDEN'],
  ])('is not for %s', async (_title, viewer, code) => {
    for (const [query, variables] of [
      [report, today()],
      [statement, { ...today(), id: 'platform:clearing:EUR' }],
      [list, {}],
    ] as const) {
      const answer = await payments.as(viewer()).execute(query, variables);
      expect(answer.errors).toMatchObject([{ extensions: { code } }]);
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});
