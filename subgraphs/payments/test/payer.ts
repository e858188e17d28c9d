import { aMember } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { z } from 'zod';
import type { TestPayments } from './start-payments.ts';

const userErrors = z.array(
  z.object({ code: z.string(), message: z.string(), path: z.array(z.string()) }),
);
const payment = z.object({
  id: z.string(),
  status: z.string(),
  amount: z.object({ amountMinor: z.number(), currency: z.string() }),
  clientSecret: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  invoice: z
    .object({
      id: z.string(),
      number: z.string(),
      status: z.string(),
      issuedAt: z.iso.datetime(),
      amount: z.object({ amountMinor: z.number(), currency: z.string() }),
    })
    .nullable(),
});
const membership = z.object({
  id: z.string(),
  status: z.string(),
  startedAt: z.iso.datetime(),
  currentPeriodEnd: z.iso.datetime().nullable(),
  trialEndsAt: z.iso.datetime().nullable(),
  graceEndsAt: z.iso.datetime().nullable(),
  plan: z.object({ code: z.string(), entitlements: z.array(z.string()) }),
  nextPlan: z.object({ code: z.string() }).nullable(),
  pendingPayment: z
    .object({
      id: z.string(),
      status: z.string(),
      amount: z.object({ amountMinor: z.number() }),
      clientSecret: z.string().nullable(),
    })
    .nullable(),
});
const paymentPayload = z.object({ paymentIntent: payment.nullable(), userErrors });
const membershipPayload = z.object({ membership: membership.nullable(), userErrors });

/** Every field of a payment. */
export const paymentFields = `id status amount { amountMinor currency } clientSecret createdAt expiresAt
  invoice { id number status issuedAt amount { amountMinor currency } }`;
const membershipFields = `id status startedAt currentPeriodEnd trialEndsAt graceEndsAt
  plan { code entitlements } nextPlan { code }
  pendingPayment { id status amount { amountMinor } clientSecret }`;
const errorFields = 'userErrors { code message path }';

/** Somebody who pays; keys are new unless they are given. */
export function aPayer(payments: Pick<TestPayments, 'as'>, viewer: Member = aMember()) {
  const mutate = async (field: string, type: string, fields: string, input: object) => {
    const operation = `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} ${errorFields} } }`;
    const answer = await payments.as(viewer).execute(operation, { input });
    if (answer.errors.length > 0) throw new Error(JSON.stringify({ input, ...answer }));
    return answer.data?.[field];
  };
  const idempotencyKey = () => crypto.randomUUID();
  const pay = (input: object) =>
    mutate(
      'createPaymentIntent',
      'CreatePaymentIntentInput',
      `paymentIntent { ${paymentFields} }`,
      {
        idempotencyKey: idempotencyKey(),
        amountMinor: 1_500,
        currency: 'EUR',
        ...input,
      },
    ).then((payload) => paymentPayload.parse(payload));
  const confirm = (paymentIntentId: string, input: object) =>
    mutate(
      'confirmPaymentIntent',
      'ConfirmPaymentIntentInput',
      `paymentIntent { ${paymentFields} }`,
      {
        idempotencyKey: idempotencyKey(),
        paymentIntentId,
        paymentMethod: 'pm_card_visa',
        ...input,
      },
    ).then((payload) => paymentPayload.parse(payload));

  const changeMembership = async (field: string, type: string, input: object) =>
    membershipPayload.parse(
      await mutate(field, type, `membership { ${membershipFields} }`, {
        idempotencyKey: idempotencyKey(),
        ...input,
      }),
    );

  return {
    viewer,
    /** Begins a payment and answers the whole payload. */
    begins: (input: object = {}) => pay(input),
    /** Begins a payment that must not be refused; answers its id. */
    async hasBegun(input: object = {}) {
      const { paymentIntent } = await pay(input);
      if (paymentIntent === null) throw new Error('the payment was refused');
      return paymentIntent.id;
    },
    confirms: (id: string, input: object = {}) => confirm(id, input),
    joins: (input: object = {}) =>
      changeMembership('startMembership', 'StartMembershipInput', {
        planCode: 'PREMIUM_MONTH',
        paymentMethod: 'pm_card_visa',
        ...input,
      }),
    leaves: (input: object) => changeMembership('cancelMembership', 'CancelMembershipInput', input),
    stays: (input: object = {}) =>
      changeMembership('resumeMembership', 'ResumeMembershipInput', input),
    changesPlan: (planCode: string, input: object = {}) =>
      changeMembership('changePlan', 'ChangePlanInput', { planCode, ...input }),
    paysWith: (paymentMethod: string, input: object = {}) =>
      changeMembership('changePaymentMethod', 'ChangePaymentMethodInput', {
        paymentMethod,
        ...input,
      }),
    /** The payment as this person sees it. */
    async sees(id: string) {
      const answer = await payments
        .as(viewer)
        .execute(
          `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PaymentIntent { ${paymentFields} } } }`,
          { of: [{ __typename: 'PaymentIntent', id }] },
        );
      return z.object({ _entities: z.tuple([payment.nullable()]) }).parse(answer.data)._entities[0];
    },
    /** The person's membership as this person sees it. */
    async membership() {
      const answer = await payments
        .as(viewer)
        .execute(
          `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { membership { ${membershipFields} } } } }`,
          { of: [{ __typename: 'User', id: viewer.id }] },
        );
      const data = z
        .object({ _entities: z.tuple([z.object({ membership: membership.nullable() })]) })
        .parse(answer.data);
      return data._entities[0].membership;
    },
  };
}
