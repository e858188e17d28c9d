import type { MemberMarkResolvers } from '../generated/resolvers.ts';

export const MemberMark: MemberMarkResolvers = {
  user: ({ userId }) => ({ id: userId }),
};
