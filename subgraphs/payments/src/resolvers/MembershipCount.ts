import type { MembershipCountResolvers } from '../generated/resolvers.ts';

export const MembershipCount: MembershipCountResolvers = {
  plan: ({ planCode }, _args, { planByCode }) => planByCode.load(planCode),
};
