import type { MembershipResolvers } from '../generated/resolvers.ts';
import { canSee } from '../visibility.ts';

export const Membership: MembershipResolvers = {
  __resolveReference: async ({ id }, { viewer, membershipById }) => {
    const membership = await membershipById.load(id);
    return membership !== null && canSee(viewer, membership.userId, 'admin') ? membership : null;
  },
  nextPlan: ({ nextPlanCode }, _args, { planByCode }) =>
    nextPlanCode === null ? null : planByCode.load(nextPlanCode),
  pendingPayment: async ({ id, userId }, _args, context) => {
    if (!canSee(context.viewer, userId, 'finance')) return null;
    const paymentIntentId = await context.openPaymentByMembership.load(id);
    return paymentIntentId === null ? null : context.paymentIntentById.load(paymentIntentId);
  },
  plan: async ({ planCode }, _args, { planByCode }) => {
    const plan = await planByCode.load(planCode);
    if (plan === null) throw new Error(`there is no plan ${planCode}`);
    return plan;
  },
};
