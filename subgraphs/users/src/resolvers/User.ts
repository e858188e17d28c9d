import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { unauthorizedField } from '@skillswap/kit/errors';
import { isSelf, type Viewer } from '@skillswap/kit/viewer';
import { coarseCell } from '../coarse-cell.ts';
import type { UserResolvers } from '../generated/resolvers.ts';
import { isSelfOrAdmin, type User as Person } from '../user.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { visibleUserById }) => visibleUserById.load(id),

  location: ({ homePoint, locationLabel }) =>
    homePoint && { ...coarseCell(homePoint), label: locationLabel },

  homePoint: ({ id, homePoint }, _arguments, { viewer }) =>
    viewer.kind === 'service' || isSelf(viewer, id) ? homePoint : null,

  email: (user, _arguments, { viewer }) => forSelfOrAdmin(user, viewer).email,
  emailVerified: (user, _arguments, { viewer }) =>
    forSelfOrAdmin(user, viewer).emailVerifiedAt !== null,
  roles: (user, _arguments, { viewer }) => [...forSelfOrAdmin(user, viewer).roles],
  state: (user, _arguments, { viewer }) => forSelfOrAdmin(user, viewer).state,
  preferredLanguage: (user, _arguments, { viewer }) => forSelf(user, viewer).preferredLanguage,
  contactableBy: (user, _arguments, { viewer }) => forSelf(user, viewer).contactableBy,

  async authSessions(user, forward, { viewer, dependencies }) {
    const { id } = forSelf(user, viewer);
    const { authSessions, clock } = dependencies;
    const request = pageRequest('authSessions', 2, forward, ([createdAt, sessionId]) => ({
      createdAt: new Date(Number(createdAt)),
      id: String(sessionId),
    }));
    const page = await authSessions.list(id, clock.now(), request);
    return toConnection(
      page,
      (session) => encodeCursor('authSessions', [session.createdAt.getTime(), session.id]),
      request.after !== null,
    );
  },

  async blockedUsers(user, forward, { viewer, dependencies, visibleUserById }) {
    const { id } = forSelf(user, viewer);
    const request = pageRequest('blockedUsers', 2, forward, ([createdAt, blockedId]) => ({
      createdAt: new Date(Number(createdAt)),
      blockedId: String(blockedId),
    }));
    const { edges, pageInfo } = toConnection(
      await dependencies.blocks.list(id, request),
      (block) => encodeCursor('blockedUsers', [block.createdAt.getTime(), block.blockedId]),
      request.after !== null,
    );
    const people = await Promise.all(edges.map(({ node }) => visibleUserById.load(node.blockedId)));
    // Somebody whose account has closed since is nobody here too.
    const visible = edges.flatMap(({ cursor }, index) => {
      const node = people[index] ?? null;
      return node === null ? [] : [{ cursor, node }];
    });
    return { edges: visible, pageInfo };
  },

  viewerHasBlocked: async ({ id }, _arguments, { viewer, blocksWithViewer }) =>
    viewer.kind === 'member' ? (await blocksWithViewer.load(id)).byViewer : null,
};

function forSelf(user: Person, viewer: Viewer): Person {
  if (isSelf(viewer, user.id)) return user;
  throw unauthorizedField();
}

function forSelfOrAdmin(user: Person, viewer: Viewer): Person {
  if (isSelfOrAdmin(viewer, user.id)) return user;
  throw unauthorizedField();
}
