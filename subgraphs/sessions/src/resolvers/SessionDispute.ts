import type { SessionDisputeResolvers } from '../generated/resolvers.ts';

export const SessionDispute: SessionDisputeResolvers = {
  openedBy: ({ openedById }) => ({ id: openedById }),
};
