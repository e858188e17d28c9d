import type { ReconciliationDifferenceResolvers } from '../generated/resolvers.ts';

export const ReconciliationDifference: ReconciliationDifferenceResolvers = {
  payment: ({ paymentIntentId }, _args, { paymentIntentById }) =>
    paymentIntentId === null ? null : paymentIntentById.load(paymentIntentId),
  refund: ({ refundId }, _args, { refundById }) =>
    refundId === null ? null : refundById.load(refundId),
};
