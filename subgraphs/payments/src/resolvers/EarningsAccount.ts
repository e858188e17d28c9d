import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import type { EarningsAccountResolvers } from '../generated/resolvers.ts';
import { payable } from '../ledger.ts';

export const EarningsAccount: EarningsAccountResolvers = {
  balance: ({ balanceMinor, currency }) => ({ amountMinor: balanceMinor, currency }),
  entries: async ({ userId, currency }, args, { earningsEntriesByAccount }) =>
    toConnection(
      await earningsEntriesByAccount(payable(userId, currency).id, args),
      ({ createdAt, id }) => encodeCursor('earnings', [createdAt.toISOString(), id]),
      args.after != null,
    ),
};
