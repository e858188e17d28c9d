import type { MatchResolvers } from '../generated/resolvers.ts';

export const Match: MatchResolvers = {
  __resolveReference: ({ id }, { matchById }) => matchById.load(id),
  user: ({ userId }) => ({ id: userId }),
};
