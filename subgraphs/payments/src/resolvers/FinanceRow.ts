import type { FinanceRowResolvers } from '../generated/resolvers.ts';

export const FinanceRow: FinanceRowResolvers = {
  charged: ({ chargedMinor, currency }) => ({ amountMinor: chargedMinor, currency }),
  refunded: ({ refundedMinor, currency }) => ({ amountMinor: refundedMinor, currency }),
  net: ({ chargedMinor, refundedMinor, currency }) => ({
    amountMinor: chargedMinor - refundedMinor,
    currency,
  }),
};
