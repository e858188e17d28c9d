import type { EarningsEntryResolvers } from '../generated/resolvers.ts';

export const EarningsEntry: EarningsEntryResolvers = {
  amount: ({ amountMinor, currency }) => ({ amountMinor, currency }),
  commission: ({ commissionMinor, currency }) =>
    commissionMinor === null ? null : { amountMinor: commissionMinor, currency },
  session: ({ sessionId }) => (sessionId === null ? null : { id: sessionId }),
};
