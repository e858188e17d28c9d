import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { divide, takenFromTeacher } from '../src/commission.ts';
import { confirmPaymentIntent } from '../src/confirm-payment-intent.ts';
import { createMoneyDesk } from '../src/create-money-desk.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aHeldSession, aPaidSession, askForEarnings, earningsOf, owedTo } from './teacher.ts';
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

/** What is kept of €10.00 by the rate of these tests, and what its teacher gets. */
const [kept, share] = [154, 846];

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const mutationOf = (viewer: Member, input: object) =>
  payments.as(viewer).execute(
    `mutation ($input: CreatePaymentIntentInput!) { createPaymentIntent(input: $input) {
      paymentIntent { id } userErrors { code path } } }`,
    {
      input: {
        ...{ idempotencyKey: crypto.randomUUID(), amountMinor: 1_000, currency: 'EUR' },
        ...input,
      },
    },
  );

async function atTheBank(path: string): Promise<string> {
  const url = new URL(`/sandbox/${path}`, payments.sandbox.url);
  const text = await (await fetch(url, { method: 'POST' })).text();
  return /du_\w+/.exec(text)?.[0] ?? '';
}

const paymentsFor = (sessionId: string) =>
  payments.owner`select from payment_intents where session_id = ${sessionId}`;

describe('a payment for a held session', () => {
  it('goes to its teacher less the commission, once it is charged', async () => {
    const { sessionId, teacher, learner } = await aHeldSession(payments);
    const ada = aPayer(payments, learner);
    const id = await ada.hasBegun({ sessionId, amountMinor: 1_000 });
    expect(await earningsOf(payments, teacher)).toEqual([]);
    await ada.confirms(id);
    expect(await earningsOf(payments, teacher)).toMatchObject([
      {
        currency: 'EUR',
        balance: eur(share),
        entries: {
          edges: [
            {
              node: {
                kind: 'PAYMENT',
                amount: eur(share),
                commission: eur(kept),
                session: { id: sessionId },
              },
            },
          ],
        },
      },
    ]);
    const seen = await payments.as(learner).execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PaymentIntent {
        session { id } commission { amountMinor currency } } } }`,
      { of: [{ __typename: 'PaymentIntent', id }] },
    );
    expect(seen.data).toEqual({
      _entities: [{ session: { id: sessionId }, commission: eur(kept) }],
    });
  });

  it('pays the teacher of each half of a swap', async () => {
    const [ada, bob] = [aMember(), aMember()];
    const [first, second] = [
      await aHeldSession(payments, { teacher: ada, learner: bob }),
      await aHeldSession(payments, { teacher: bob, learner: ada }),
    ];
    for (const { sessionId, learner } of [first, second]) {
      const payer = aPayer(payments, learner);
      await payer.confirms(await payer.hasBegun({ sessionId, amountMinor: 1_000 }));
    }
    expect(await owedTo(payments, ada)).toBe(share);
    expect(await owedTo(payments, bob)).toBe(share);
  });

  it('keeps the rate that held when it was begun', async () => {
    const { sessionId, teacher, learner } = await aHeldSession(payments);
    const id = await aPayer(payments, learner).hasBegun({ sessionId, amountMinor: 1_000 });
    const later = createMoneyDesk({
      ...payments.runtime,
      ...{ provider: payments.provider, commissionBasisPoints: 9_000 },
      announce: () => undefined,
    });
    await confirmPaymentIntent(later, learner, {
      ...{ idempotencyKey: 'later', paymentIntentId: id, paymentMethod: 'pm_card_visa' },
    });
    expect(await owedTo(payments, teacher)).toBe(share);
  });

  it.each([
    ['that is unknown', () => Promise.resolve(newId('ses'))],
    ['in which others learned', async () => (await aHeldSession(payments)).sessionId],
    [
      'that the payer taught',
      async (teacher: Member) => (await aHeldSession(payments, { teacher })).sessionId,
    ],
  ])('%s is refused', async (_title, sessionOf) => {
    const viewer = aMember();
    const sessionId = await sessionOf(viewer);
    const answer = await mutationOf(viewer, { sessionId });
    expect(answer.data).toEqual({
      createPaymentIntent: {
        paymentIntent: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['sessionId'] }],
      },
    });
    expect(await paymentsFor(sessionId)).toHaveLength(0);
  });

  it('can be begun with the same key once the session is known to be held', async () => {
    const [teacher, learner, sessionId] = [aMember(), aMember(), newId('ses')];
    const input = { idempotencyKey: 'soon', sessionId, amountMinor: 1_000 };
    const ada = aPayer(payments, learner);
    expect(await ada.begins(input)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    await payments.publish('sessions', 'session.done', {
      ...{ sessionId, teacherId: teacher.id, learnerId: learner.id, minutes: 0 },
    });
    await eventually(async () => {
      expect(await ada.begins(input)).toMatchObject({ userErrors: [] });
    });
  });

  it.each([
    ['an empty session', { sessionId: '' }],
    ['a NUL', { sessionId: '\u0000' }],
    ['a lone surrogate', { sessionId: '\uD800' }],
    ['far too much', { sessionId: 'x'.repeat(256) }],
    ['another type', { sessionId: { $gt: '' } }],
  ])('with %s is answered BAD_USER_INPUT', async (_title, input) => {
    const viewer = aMember();
    const answer = await mutationOf(viewer, input);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(
      await payments.owner`select from payment_intents where user_id = ${viewer.id}`,
    ).toHaveLength(0);
  });

  it('is one, for twenty at once, until it came to nothing or was given back', async () => {
    const { sessionId, teacher, learner } = await aHeldSession(payments);
    const ada = aPayer(payments, learner);
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => ada.begins({ sessionId, amountMinor: 1_000 })),
    );
    const [first, ...others] = begun.flatMap(({ paymentIntent }) => paymentIntent ?? []);
    expect(others).toEqual([]);
    expect(new Set(begun.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toEqual(
      new Set(['WRONG_STATUS']),
    );
    expect(await paymentsFor(sessionId)).toHaveLength(1);
    const id = first?.id ?? '';
    await ada.confirms(id);
    expect(await ada.begins({ sessionId })).toMatchObject({
      userErrors: [{ code: 'WRONG_STATUS', path: ['sessionId'] }],
    });
    await aTreasurer(payments).refunds(id);
    await ada.confirms(await ada.hasBegun({ sessionId, amountMinor: 1_000 }));
    expect(await owedTo(payments, teacher)).toBe(share);
  });

  it('is charged once for twenty confirmations at once', async () => {
    const { sessionId, teacher, learner } = await aHeldSession(payments);
    const ada = aPayer(payments, learner);
    const id = await ada.hasBegun({ sessionId, amountMinor: 1_000 });
    await payments.control({ events: { times: 3 } });
    await Promise.all(Array.from({ length: 20 }, () => ada.confirms(id)));
    expect(await owedTo(payments, teacher)).toBe(share);
  });
});

describe('money that goes back to the payer', () => {
  it('is taken from the teacher in proportion, and in sum never more than they were given', async () => {
    const { id, teacher } = await aPaidSession(payments);
    const treasurer = aTreasurer(payments);
    const left: number[] = [];
    for (const amountMinor of [1, 333, 333, undefined]) {
      await treasurer.refunds(id, { amountMinor });
      left.push(await owedTo(payments, teacher));
    }
    expect(left).toEqual([846, 564, 282, 0]);
    const [account] = await earningsOf(payments, teacher);
    expect(account?.entries.edges[0]?.node).toMatchObject({
      ...{ kind: 'REFUND', amount: eur(-282), commission: eur(-51) },
    });
  });

  it('by a bank that decides for them takes the teacher’s share, and an appeal returns it', async () => {
    const { providerId, teacher } = await aPaidSession(payments);
    const dispute = await atTheBank(`payment_intents/${providerId}/dispute`);
    await atTheBank(`disputes/${dispute}/lose`);
    await eventually(async () => {
      expect(await owedTo(payments, teacher)).toBe(0);
    });
    await atTheBank(`disputes/${dispute}/win`);
    await eventually(async () => {
      expect(await owedTo(payments, teacher)).toBe(share);
    });
    const [account] = await earningsOf(payments, teacher);
    expect(account?.entries.edges.map(({ node }) => [node.kind, node.amount.amountMinor])).toEqual([
      ['DISPUTE', share],
      ['DISPUTE', -share],
      ['PAYMENT', share],
    ]);
  });

  it('by a bank after a refund takes what is left of the share', async () => {
    const { id, providerId, teacher } = await aPaidSession(payments);
    await aTreasurer(payments).refunds(id, { amountMinor: 335 });
    const dispute = await atTheBank(`payment_intents/${providerId}/dispute`);
    await atTheBank(`disputes/${dispute}/lose`);
    await eventually(async () => {
      expect(await owedTo(payments, teacher)).toBe(0);
    });
  });

  it('adds up to the whole share by any rate, in any parts and any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 1_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 8 }),
        (amountMinor, basisPoints, parts) => {
          const payment = {
            amount: eur(amountMinor),
            lesson: { sessionId: 's', teacherId: 't', commissionBasisPoints: basisPoints },
          };
          const { teacher, commission } = divide(payment);
          expect(teacher + commission).toBe(amountMinor);
          expect(teacher).toBe(Math.floor((amountMinor * (10_000 - basisPoints)) / 10_000));
          let [back, taken] = [0, 0];
          for (const part of [...parts, amountMinor]) {
            const given = Math.min(part, amountMinor - back);
            const from = takenFromTeacher(payment, { before: back, after: back + given });
            expect(from).toBeGreaterThanOrEqual(0);
            expect(from).toBeLessThanOrEqual(given);
            [back, taken] = [back + given, taken + from];
            expect(taken).toBeLessThanOrEqual(teacher);
          }
          expect(taken).toBe(teacher);
        },
      ),
    );
  });
});

describe('earnings', () => {
  it('are listed newest first, page after page', async () => {
    const teacher = aMember();
    for (const amountMinor of [1_000, 2_000, 3_000]) {
      await aPaidSession(payments, { teacher, amountMinor });
      payments.clock.advance(1_000);
    }
    const [first] = await earningsOf(payments, teacher, 'first: 2');
    expect(first?.entries.pageInfo).toEqual({ hasNextPage: true });
    const cursor = first?.entries.edges.at(-1)?.cursor ?? '';
    const [rest] = await earningsOf(payments, teacher, `first: 2, after: "${cursor}"`);
    const nodes = [...(first?.entries.edges ?? []), ...(rest?.entries.edges ?? [])];
    expect(
      nodes.map(({ node }) => node.amount.amountMinor + (node.commission?.amountMinor ?? 0)),
    ).toEqual([3_000, 2_000, 1_000]);
  });

  it('are for the person and the finance team, and for nobody else', async () => {
    const { teacher, ada } = await aPaidSession(payments);
    for (const viewer of [teacher, aMember({ scopes: ['finance'] })]) {
      const { data } = await askForEarnings(payments, viewer, teacher.id);
      expect(data).toMatchObject({ _entities: [{ earnings: [{ balance: eur(share) }] }] });
    }
    for (const viewer of [anonymous, aMember(), ada.viewer, anAdmin()]) {
      const { data } = await askForEarnings(payments, viewer, teacher.id);
      expect(JSON.stringify(data)).not.toContain(String(share));
    }
  });

  it('show what is kept of payments in the finance report', async () => {
    await aPaidSession(payments, { amountMinor: 100_000 });
    const { data } = await payments.as(aMember({ scopes: ['finance'] })).execute(
      `query ($from: DateTime!, $to: DateTime!) { financeReport(from: $from, to: $to) {
        revenue { currency purpose payments charged { amountMinor } net { amountMinor } } } }`,
      {
        from: new Date(payments.clock.now().getTime() - 60_000).toISOString(),
        to: new Date(payments.clock.now().getTime() + 1_000).toISOString(),
      },
    );
    const [row] = await payments.owner<{ kept: string }[]>`
      select -balance as kept from ledger_accounts where id = 'platform:revenue:commission:EUR'`;
    expect(data).toHaveProperty(
      'financeReport.revenue',
      expect.arrayContaining([
        expect.objectContaining({
          ...{ currency: 'EUR', purpose: 'COMMISSION' },
          net: { amountMinor: Number(row?.kept) },
        }),
      ]),
    );
  });
});
