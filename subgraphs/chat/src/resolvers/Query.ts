import { requireMember } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  conversation(_, { id }, { viewer, conversationById }) {
    requireMember(viewer);
    return conversationById.load(id);
  },
};
