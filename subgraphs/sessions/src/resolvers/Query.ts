import { pageRequest, toConnection } from '@skillswap/kit/connection';
import { requireMember, requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { requireModerator } from '../require-moderator.ts';
import { parseSessionPlace, sessionCursor } from '../session-cursor.ts';
import { canSee } from '../session-stream.ts';

const disputeCursorKind = 'sessionDisputes';

export const Query: QueryResolvers = {
  async session(_parent, { id }, { viewer, loaders }) {
    const member = requireMember(viewer);
    const session = await loaders.sessionById.load(id);
    return session !== null && canSee(session, member) ? session : null;
  },

  async openSessionDisputes(_parent, { first, after }, { viewer, booking }) {
    requireModerator(viewer);
    const page = pageRequest(disputeCursorKind, 2, { first, after }, parseSessionPlace);
    return toConnection(
      await booking.stores.sessions.listDisputed(page),
      (session) => sessionCursor(disputeCursorKind, session),
      page.after !== null,
    );
  },

  internalSession(_parent, { id }, { viewer, loaders }) {
    requireService(viewer);
    return loaders.sessionById.load(id);
  },
};
