import { aMember } from '@skillswap/kit/test/testkit';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import { z } from 'zod';
import type { TestPayments } from './start-payments.ts';

const money = z.object({ amountMinor: z.number(), currency: z.string() });
const refund = z.object({
  id: z.string(),
  status: z.string(),
  amount: money,
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  creditNote: z
    .object({ number: z.string(), amount: money, issuedAt: z.iso.datetime(), pdfUrl: z.string() })
    .nullable(),
});
const payload = z.object({
  refund: refund.nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

const refundFields = `id status amount { amountMinor currency } reason createdAt
  creditNote { number amount { amountMinor currency } issuedAt pdfUrl }`;

/** Asks for a refund as anybody; keys are new unless they are given. */
export function askForRefund(payments: Pick<TestPayments, 'as'>, viewer: Member, input: object) {
  return payments.as(viewer).execute(
    `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) {
        refund { ${refundFields} } userErrors { code path } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), ...input } },
  );
}

/** Asks for a payout as anybody; keys are new unless they are given. */
export function askForPayout(payments: Pick<TestPayments, 'as'>, viewer: Member, input: object) {
  return payments.as(viewer).execute(
    `mutation ($input: PayOutInput!) { payOut(input: $input) {
        payout { id status amount { amountMinor currency } } userErrors { code path } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), ...input } },
  );
}

/** Enters where somebody's payouts go, as anybody. */
export function enterAccount(
  payments: Pick<TestPayments, 'as'>,
  viewer: Member,
  personId: string,
  account: string,
) {
  return payments.as(viewer).execute(
    `mutation ($input: SetPayoutAccountInput!) { setPayoutAccount(input: $input) {
        person { id } userErrors { code path } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), personId, account } },
  );
}

/** Somebody of the finance team, who gives money back. */
export function aTreasurer(
  payments: Pick<TestPayments, 'as' | 'clock'>,
  viewer = aMember({
    scopes: ['finance'],
    authTime: Math.floor(payments.clock.now().getTime() / 1000),
  }),
) {
  return {
    viewer,
    async refunds(paymentIntentId: string, input: object = {}) {
      const answer = await askForRefund(payments, viewer, { paymentIntentId, ...input });
      if (answer.errors.length > 0) throw new Error(JSON.stringify(answer));
      return payload.parse(answer.data?.['refundPayment']);
    },
  };
}

/** The refunds of a payment as somebody sees them; null when they do not see the payment. */
export async function seenRefunds(payments: Pick<TestPayments, 'as'>, viewer: Viewer, id: string) {
  const answer = await payments.as(viewer).execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on PaymentIntent { status invoice { status } refunds { ${refundFields} } } } }`,
    { of: [{ __typename: 'PaymentIntent', id }] },
  );
  return z
    .object({
      _entities: z.tuple([
        z
          .object({
            status: z.string(),
            invoice: z.object({ status: z.string() }).nullable(),
            refunds: z.array(refund),
          })
          .nullable(),
      ]),
    })
    .parse(answer.data)._entities[0];
}
