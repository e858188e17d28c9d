import type { PayoutResolvers } from '../generated/resolvers.ts';

export const Payout: PayoutResolvers = {
  person: ({ userId }) => ({ id: userId }),
  account: ({ providerAccount }) => providerAccount,
  requestedBy: ({ requestedBy }) => ({ id: requestedBy }),
};
