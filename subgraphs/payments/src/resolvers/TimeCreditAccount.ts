import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import type { TimeCreditAccountResolvers } from '../generated/resolvers.ts';

export const TimeCreditAccount: TimeCreditAccountResolvers = {
  entries: async ({ userId }, args, { timeCreditEntriesByUser }) =>
    toConnection(
      await timeCreditEntriesByUser(userId, args),
      ({ createdAt, id }) => encodeCursor('timeCredits', [createdAt.toISOString(), id]),
      args.after != null,
    ),
};
