import { requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  plans: (_parent, _args, { desk }) => desk.plans.list(),
  internalTimeCredits: async (_parent, { userId }, { viewer, timeCreditsByUser }) => {
    requireService(viewer);
    return (await timeCreditsByUser.load(userId)).balanceMinutes;
  },
};
