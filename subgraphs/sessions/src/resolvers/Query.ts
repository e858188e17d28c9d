import { requireMember, requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { canSee } from '../session-stream.ts';

export const Query: QueryResolvers = {
  async session(_parent, { id }, { viewer, loaders }) {
    const member = requireMember(viewer);
    const session = await loaders.sessionById.load(id);
    return session !== null && canSee(session, member) ? session : null;
  },

  internalSession(_parent, { id }, { viewer, loaders }) {
    requireService(viewer);
    return loaders.sessionById.load(id);
  },
};
