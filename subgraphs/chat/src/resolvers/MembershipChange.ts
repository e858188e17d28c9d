import type { MembershipChangeResolvers } from '../generated/resolvers.ts';

export const MembershipChange: MembershipChangeResolvers = {
  user: ({ userId }) => ({ id: userId }),
  actor: ({ actorId }) => ({ id: actorId }),
};
