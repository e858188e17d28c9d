import { requireMember } from '@skillswap/kit/viewer';
import { decideAdjustment, proposeAdjustment } from '../adjust-time-credits.ts';
import { cancelMembership } from '../cancel-membership.ts';
import { changePaymentMethod } from '../change-payment-method.ts';
import { changePlan } from '../change-plan.ts';
import { confirmPaymentIntent } from '../confirm-payment-intent.ts';
import type { Context } from '../context.ts';
import { createPaymentIntent } from '../create-payment-intent.ts';
import { readSpan } from '../finance-report.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import type { Outcome } from '../idempotency.ts';
import {
  readDescription,
  readGrounds,
  readId,
  readIdempotencyKey,
  readPaymentMethod,
  readPayoutAccount,
  readReason,
} from '../input.ts';
import { payOut } from '../pay-out.ts';
import { refundPayment } from '../refund-payment.ts';
import { replayReports } from '../replay-reports.ts';
import { resumeMembership } from '../resume-membership.ts';
import { setPayoutAccount } from '../set-payout-account.ts';
import { startMembership } from '../start-membership.ts';
import { refuseStaleLogIn } from '../step-up.ts';
import { requireFinance } from '../visibility.ts';
import { toPaymentError } from './payment-error.ts';

export const Mutation: MutationResolvers = {
  createPaymentIntent: async (_parent, { input }, context) => {
    const outcome = await createPaymentIntent(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      amount: { amountMinor: input.amountMinor, currency: input.currency },
      description: readDescription(input.description),
      sessionId: input.sessionId == null ? null : readId(input.sessionId, 'sessionId'),
    });
    return toPaymentPayload(outcome, context);
  },

  confirmPaymentIntent: async (_parent, { input }, context) => {
    const outcome = await confirmPaymentIntent(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      paymentIntentId: input.paymentIntentId,
      paymentMethod: readPaymentMethod(input.paymentMethod),
    });
    return toPaymentPayload(outcome, context);
  },

  refundPayment: async (_parent, { input }, context) => {
    const outcome = await refundPayment(context.desk, requireFinance(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      paymentIntentId: input.paymentIntentId,
      amountMinor: input.amountMinor ?? null,
      reason: readReason(input.reason),
    });
    return toRefundPayload(outcome, context);
  },

  setPayoutAccount: async (_parent, { input }, { viewer, desk }) => {
    const { refusal } = await setPayoutAccount(desk, requireFinance(viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      personId: readId(input.personId, 'personId'),
      account: readPayoutAccount(input.account),
    });
    return {
      person: refusal === null ? { id: input.personId } : null,
      userErrors: refusal === null ? [] : [toPaymentError(refusal)],
    };
  },

  payOut: async (_parent, { input }, context) => {
    const outcome = await payOut(context.desk, requireFinance(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      personId: readId(input.personId, 'personId'),
      amount: { amountMinor: input.amountMinor, currency: input.currency },
    });
    return toPayoutPayload(outcome, context);
  },

  proposeTimeCreditAdjustment: async (_parent, { input }, context) => {
    const outcome = await proposeAdjustment(context.desk, requireFinance(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      userId: input.userId,
      minutes: input.minutes,
      reason: readGrounds(input.reason),
    });
    return toAdjustmentPayload(outcome, context);
  },

  decideTimeCreditAdjustment: async (_parent, { input }, context) => {
    const outcome = await decideAdjustment(context.desk, requireFinance(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      adjustmentId: input.adjustmentId,
      approve: input.approve,
    });
    return toAdjustmentPayload(outcome, context);
  },

  replayWebhooks: async (_parent, { input }, { viewer, desk, log }) => {
    const { authTime } = requireFinance(viewer);
    const span = readSpan(input);
    const stale = refuseStaleLogIn(authTime, desk.clock.now());
    if (stale !== null) return { replay: null, userErrors: [toPaymentError(stale)] };
    const replay = await replayReports(desk, span);
    log.info({ ...span, ...replay }, 'reports were applied again');
    return { replay, userErrors: [] };
  },

  startMembership: async (_parent, { input }, context) => {
    const outcome = await startMembership(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      planCode: input.planCode,
      paymentMethod: readPaymentMethod(input.paymentMethod),
      trial: input.trial ?? false,
    });
    return toMembershipPayload(outcome, context);
  },

  changePlan: async (_parent, { input }, context) => {
    const outcome = await changePlan(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      planCode: input.planCode,
    });
    return toMembershipPayload(outcome, context);
  },

  changePaymentMethod: async (_parent, { input }, context) => {
    const outcome = await changePaymentMethod(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      paymentMethod: readPaymentMethod(input.paymentMethod),
    });
    return toMembershipPayload(outcome, context);
  },

  resumeMembership: async (_parent, { input }, context) => {
    const outcome = await resumeMembership(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
    });
    return toMembershipPayload(outcome, context);
  },

  cancelMembership: async (_parent, { input }, context) => {
    const outcome = await cancelMembership(context.desk, requireMember(context.viewer), {
      idempotencyKey: readIdempotencyKey(input.idempotencyKey),
      atPeriodEnd: input.atPeriodEnd,
    });
    return toMembershipPayload(outcome, context);
  },
};

async function toPaymentPayload(outcome: Outcome, { paymentIntentById }: Context) {
  if (outcome.refusal !== null) {
    return { paymentIntent: null, userErrors: [toPaymentError(outcome.refusal)] };
  }
  return { paymentIntent: await paymentIntentById.load(outcome.entityId), userErrors: [] };
}

async function toRefundPayload(outcome: Outcome, { refundById }: Context) {
  if (outcome.refusal !== null) {
    return { refund: null, userErrors: [toPaymentError(outcome.refusal)] };
  }
  return { refund: await refundById.load(outcome.entityId), userErrors: [] };
}

async function toPayoutPayload(outcome: Outcome, { payoutById }: Context) {
  if (outcome.refusal !== null) {
    return { payout: null, userErrors: [toPaymentError(outcome.refusal)] };
  }
  return { payout: await payoutById.load(outcome.entityId), userErrors: [] };
}

async function toMembershipPayload(outcome: Outcome, { membershipById }: Context) {
  if (outcome.refusal !== null) {
    return { membership: null, userErrors: [toPaymentError(outcome.refusal)] };
  }
  return { membership: await membershipById.load(outcome.entityId), userErrors: [] };
}

async function toAdjustmentPayload(outcome: Outcome, { adjustmentById }: Context) {
  if (outcome.refusal !== null) {
    return { adjustment: null, userErrors: [toPaymentError(outcome.refusal)] };
  }
  return { adjustment: await adjustmentById.load(outcome.entityId), userErrors: [] };
}
