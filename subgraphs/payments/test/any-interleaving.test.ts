import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { signWebhook } from '../src/sandbox/webhooks.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, webhookSecrets, type TestPayments } from './start-payments.ts';
import { aHeldSession } from './teacher.ts';
import { askForPayout, askForRefund, enterAccount } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

const person = fc.nat(2);
const payment = fc.nat(3);
const method = fc.constantFrom(
  'pm_card_visa',
  'pm_card_authenticationRequired',
  'pm_card_chargeCustomerFail',
  'pm_card_visa_chargeDeclined',
);
const operation = fc.oneof(
  fc.record({ do: fc.constant('pay'), who: person, payment, method }),
  fc.record({ do: fc.constant('pay a teacher'), session: fc.nat(1), payment, method }),
  fc.record({ do: fc.constant('capture twice'), payment, method }),
  fc.record({ do: fc.constant('authenticate'), payment }),
  fc.record({ do: fc.constant('refund'), payment, amount: fc.integer({ min: 1, max: 900 }) }),
  fc.record({
    do: fc.constant('pay out'),
    who: person,
    amountMinor: fc.integer({ min: 1, max: 900 }),
    known: fc.boolean(),
  }),
  fc.record({ do: fc.constant('refund at the provider'), payment }),
  fc.record({
    do: fc.constant('dispute'),
    payment,
    ends: fc.constantFrom('respond', 'lose', 'win'),
  }),
  fc.record({ do: fc.constant('join'), who: person, trial: fc.boolean(), method }),
  fc.record({ do: fc.constant('change plan'), who: person, vip: fc.boolean() }),
  fc.record({ do: fc.constant('leave'), who: person, atPeriodEnd: fc.boolean() }),
  fc.record({ do: fc.constant('pay with'), who: person, method }),
  fc.record({ do: fc.constant('teach'), who: person, session: fc.nat(1) }),
  fc.record({ do: fc.constant('correct'), who: person, minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('webhooks again'), order: fc.array(fc.nat(), { minLength: 20 }) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never;
/** What happens at once, then how the provider's events come, and how time goes on after it. */
const chapter = fc.record({
  operations: fc.array(operation, { minLength: 4, maxLength: 12 }),
  events: fc.record({ times: fc.integer({ min: 1, max: 3 }), reversed: fc.boolean() }),
  days: fc.constantFrom(0, 15, 32),
});

it('any operations with money at once, in any order and repeated, leave the books in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chapter, { minLength: 2, maxLength: 2 }), async (chapters) => {
      const world = await aWorld();
      for (const { operations, events, days } of chapters) {
        await payments.control({ events });
        await Promise.all(operations.map((one) => world.carryOut(one)));
        payments.clock.advance(days * 24 * 60 * 60 * 1000);
        await eventually(async () => {
          expect(await payments.runtime.dueWork.dueSince(payments.clock.now())).toBeNull();
        });
        expect(await brokenInvariants(payments.owner)).toEqual({});
      }
      await payments.control({});
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

/** Three people, four payments and two sessions, of which one was held. */
async function aWorld() {
  const [teacher, learner] = [aMember(), aMember()];
  const people = [teacher, learner, aMember()];
  const keys = [0, 1, 2, 3].map(() => crypto.randomUUID());
  const { sessionId } = await aHeldSession(payments, { teacher, learner });
  const sessions = [sessionId, crypto.randomUUID()];
  const known: { id: string; payer: Member }[] = [];
  const freshly = (viewer: Member): Member => ({
    ...viewer,
    authTime: Math.floor(payments.clock.now().getTime() / 1000),
  });
  const payerAt = (at: number) => aPayer(payments, freshly(people[at] ?? aMember()));
  const treasurer = () => freshly(aMember({ scopes: ['finance'] }));
  const providerIdOf = async (id: string) => {
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    return row?.providerIntentId ?? '';
  };

  async function pay(
    payer: ReturnType<typeof aPayer>,
    one: { readonly payment: number; readonly method: string },
    input: object = {},
  ) {
    const idempotencyKey = keys[one.payment];
    const { paymentIntent } = await payer.begins({ idempotencyKey, ...input });
    if (paymentIntent === null) return;
    known[one.payment] = { id: paymentIntent.id, payer: payer.viewer };
    return payer.confirms(paymentIntent.id, { paymentMethod: one.method });
  }

  async function carryOut(one: Operation): Promise<unknown> {
    switch (one.do) {
      case 'pay':
        return pay(payerAt(one.who), one);
      case 'pay a teacher': {
        const sessionId = sessions[one.session] ?? '';
        const [held] = await payments.owner<{ learnerId: string }[]>`
          select learner_id from held_sessions where session_id = ${sessionId}`;
        const who = people.findIndex(({ id }) => id === held?.learnerId);
        return who < 0 ? undefined : pay(payerAt(who), one, { sessionId });
      }
      case 'capture twice': {
        const paid = known[one.payment];
        if (paid === undefined) return;
        const capture = () =>
          aPayer(payments, freshly(paid.payer)).confirms(paid.id, { paymentMethod: one.method });
        return Promise.all([capture(), capture()]);
      }
      case 'authenticate': {
        const paid = known[one.payment];
        return paid && payments.authenticate(await providerIdOf(paid.id));
      }
      case 'refund': {
        const { id: paymentIntentId } = known[one.payment] ?? {};
        if (paymentIntentId === undefined) return;
        return askForRefund(payments, treasurer(), { paymentIntentId, amountMinor: one.amount });
      }
      case 'pay out': {
        const personId = people[one.who]?.id ?? '';
        const account = `acct_${one.known ? '' : 'restricted_'}${personId}`;
        await enterAccount(payments, treasurer(), personId, account);
        const { amountMinor } = one;
        return askForPayout(payments, treasurer(), { personId, amountMinor, currency: 'EUR' });
      }
      case 'refund at the provider': {
        const paid = known[one.payment];
        return paid && refundAtProvider(await providerIdOf(paid.id));
      }
      case 'dispute': {
        const paid = known[one.payment];
        return paid && disputeAtBank(await providerIdOf(paid.id), one.ends);
      }
      case 'join':
        return payerAt(one.who).joins({ trial: one.trial, paymentMethod: one.method });
      case 'change plan':
        return payerAt(one.who).changesPlan(one.vip ? 'VIP_MONTH' : 'PREMIUM_MONTH');
      case 'leave':
        return payerAt(one.who).leaves({ atPeriodEnd: one.atPeriodEnd });
      case 'pay with':
        return payerAt(one.who).paysWith(one.method);
      case 'teach':
        return payments.publish('sessions', 'session.done', {
          sessionId: sessions[one.session],
          teacherId: people[one.who]?.id,
          learnerId: people[(one.who + 1) % people.length]?.id,
          minutes: 60,
        });
      case 'correct':
        return correct(people[one.who]?.id ?? '', one.minutes);
      case 'webhooks again':
        return Promise.all(
          payments.sandbox.webhooks
            .list()
            .slice(-20)
            .map((event, at) => ({ ...event, place: one.order[at] ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ body }) => deliver(body)),
        );
    }
  }

  /** One proposes, two others approve of it at once. */
  async function correct(userId: string, minutes: number) {
    const proposal = await payments.as(treasurer()).execute(
      `mutation ($input: ProposeTimeCreditAdjustmentInput!) {
        proposeTimeCreditAdjustment(input: $input) { adjustment { id } } }`,
      { input: { idempotencyKey: crypto.randomUUID(), userId, minutes, reason: 'It was longer.' } },
    );
    const [adjustmentId] = /adj_\w+/.exec(JSON.stringify(proposal.data)) ?? [];
    const approve = () =>
      payments.as(treasurer()).execute(
        `mutation ($input: DecideTimeCreditAdjustmentInput!) {
          decideTimeCreditAdjustment(input: $input) { userErrors { code } } }`,
        { input: { idempotencyKey: crypto.randomUUID(), adjustmentId, approve: true } },
      );
    return Promise.all([approve(), approve()]);
  }

  return { carryOut };
}

async function refundAtProvider(paymentIntent: string): Promise<void> {
  await fetch(new URL('/v1/refunds', payments.sandbox.url), {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_sandbox' },
    body: new URLSearchParams({ payment_intent: paymentIntent, amount: '7' }),
  });
}

async function disputeAtBank(paymentIntent: string, ends: string): Promise<void> {
  const post = (path: string) =>
    fetch(new URL(`/sandbox/${path}`, payments.sandbox.url), { method: 'POST' });
  const opened = await post(`payment_intents/${paymentIntent}/dispute`);
  const [id] = /du_\w+/.exec(await opened.text()) ?? [];
  if (id !== undefined) await post(`disputes/${id}/${ends}`);
}

async function deliver(body: string): Promise<void> {
  const signature = signWebhook(body, webhookSecrets[1], Math.floor(Date.now() / 1000));
  const headers = { 'stripe-signature': signature };
  const response = await fetch(payments.webhookUrl, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
}
