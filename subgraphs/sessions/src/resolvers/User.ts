import { pageRequest, toConnection } from '@skillswap/kit/connection';
import { unauthorizedField } from '@skillswap/kit/errors';
import { isSelf, requireMember } from '@skillswap/kit/viewer';
import type { UserResolvers } from '../generated/resolvers.ts';
import { listOpenSlots } from '../list-open-slots.ts';
import { parseSessionPlace, sessionCursor } from '../session-cursor.ts';

const cursorKind = 'sessions';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  async availability({ id }, _args, { viewer, loaders }) {
    requireMember(viewer);
    const isVisible = isSelf(viewer, id) || (await loaders.visiblePersonById.load(id)) !== null;
    return isVisible ? loaders.availabilityByUser.load(id) : null;
  },

  openSlots: ({ id }, question, { viewer, loaders, now }) =>
    listOpenSlots(loaders, requireMember(viewer).id, id, question, now()),

  async sessions({ id }, { status, first, after }, { viewer, booking }) {
    if (!isSelf(viewer, id)) throw unauthorizedField();
    const page = pageRequest(cursorKind, 2, { first, after }, parseSessionPlace);
    const sessions = await booking.stores.sessions.listByParticipant(id, status ?? null, page);
    return toConnection(
      sessions,
      (session) => sessionCursor(cursorKind, session),
      page.after !== null,
    );
  },

  calendarFeed({ id }, _args, { viewer, loaders }) {
    if (!isSelf(viewer, id)) throw unauthorizedField();
    return loaders.calendarFeedByUser.load(id);
  },

  async reliability({ id }, _args, { viewer, loaders }) {
    requireMember(viewer);
    const isVisible = isSelf(viewer, id) || (await loaders.visiblePersonById.load(id)) !== null;
    return isVisible ? loaders.reliabilityByUser.load(id) : null;
  },
};
