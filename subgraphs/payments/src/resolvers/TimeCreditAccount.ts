import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import type { TimeCreditAccountResolvers } from '../generated/resolvers.ts';
import { remainingMinutes, standingOf } from '../time-credits.ts';

export const TimeCreditAccount: TimeCreditAccountResolvers = {
  standing: ({ balanceMinutes }) => standingOf(balanceMinutes),
  remainingMinutes: ({ balanceMinutes }) => remainingMinutes(balanceMinutes),
  entries: async ({ userId }, args, { timeCreditEntriesByUser }) =>
    toConnection(
      await timeCreditEntriesByUser(userId, args),
      ({ createdAt, id }) => encodeCursor('timeCredits', [createdAt.toISOString(), id]),
      args.after != null,
    ),
};
