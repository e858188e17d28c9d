import type { DisputeResolvers } from '../generated/resolvers.ts';

export const Dispute: DisputeResolvers = {
  payment: async ({ paymentIntentId }, _args, { paymentIntentById }) => {
    const payment = await paymentIntentById.load(paymentIntentId);
    if (payment === null) throw new Error(`there is no payment ${paymentIntentId}`);
    return payment;
  },
  payer: ({ userId }) => ({ id: userId }),
};
