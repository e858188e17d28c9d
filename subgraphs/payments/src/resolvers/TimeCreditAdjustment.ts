import type { TimeCreditAdjustmentResolvers } from '../generated/resolvers.ts';

export const TimeCreditAdjustment: TimeCreditAdjustmentResolvers = {
  user: ({ userId }) => ({ id: userId }),
  proposedBy: ({ proposedBy }) => ({ id: proposedBy }),
  decidedBy: ({ decidedBy }) => (decidedBy === null ? null : { id: decidedBy }),
};
