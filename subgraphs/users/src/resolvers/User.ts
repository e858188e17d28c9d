import { toConnection } from '@skillswap/kit/connection';
import { unauthorizedField } from '@skillswap/kit/errors';
import { isSelf, type Viewer } from '@skillswap/kit/viewer';
import { coarseCell } from '../coarse-cell.ts';
import type { UserResolvers } from '../generated/resolvers.ts';
import { maySee } from '../privacy.ts';
import { isSelfOrAdmin, type User as Person } from '../user.ts';
import { latestFirst, timeCursor } from './latest-first.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { visibleUserById }) => visibleUserById.load(id),

  bio: (user, _arguments, { viewer }) => (maySee(viewer, user, 'bio') ? user.bio : null),
  photoUrl: (user, _arguments, { viewer }) =>
    maySee(viewer, user, 'photo') ? user.photoUrl : null,
  languages: (user, _arguments, { viewer }) =>
    maySee(viewer, user, 'languages') ? [...user.languages] : [],

  location: (user, _arguments, { viewer }) =>
    user.homePoint !== null && maySee(viewer, user, 'location')
      ? { ...coarseCell(user.homePoint), label: user.locationLabel }
      : null,

  async presence(user, _arguments, { viewer, blocksWithViewer, presenceById }) {
    if (!maySee(viewer, user, 'presence')) return null;
    // Whoever has blocked somebody does not look on either.
    const isApart = viewer.kind === 'member' && (await blocksWithViewer.load(user.id)).byViewer;
    return isApart ? null : presenceById.load(user.id);
  },

  homePoint: ({ id, homePoint }, _arguments, { viewer }) =>
    viewer.kind === 'service' || isSelf(viewer, id) ? homePoint : null,

  email: (user, _arguments, { viewer }) => forSelfOrAdmin(user, viewer).email,
  emailVerified: (user, _arguments, { viewer }) =>
    forSelfOrAdmin(user, viewer).emailVerifiedAt !== null,
  roles: (user, _arguments, { viewer }) => [...forSelfOrAdmin(user, viewer).roles],
  state: (user, _arguments, { viewer }) => forSelfOrAdmin(user, viewer).state,
  preferredLanguage: (user, _arguments, { viewer }) => forSelf(user, viewer).preferredLanguage,
  contactableBy: (user, _arguments, { viewer }) => forSelf(user, viewer).contactableBy,

  privacy: (user, _arguments, { viewer }) => forSelf(user, viewer).privacy,
  theme: (user, _arguments, { viewer }) => forSelf(user, viewer).theme,

  async totpEnabled(user, _arguments, { viewer, dependencies }) {
    const factor = await dependencies.secondFactors.find(forSelf(user, viewer).id);
    return factor !== null && factor.confirmedAt !== null;
  },

  hasPassword: (user, _arguments, { viewer, dependencies }) =>
    dependencies.credentials.has(forSelf(user, viewer).id),

  identityLinks: (user, _arguments, { viewer, dependencies }) =>
    dependencies.identityLinks.listOf(forSelf(user, viewer).id),

  async authSessions(user, forward, { viewer, dependencies }) {
    const { id } = forSelf(user, viewer);
    const { authSessions, clock } = dependencies;
    const request = latestFirst('authSessions', forward);
    const page = await authSessions.list(id, clock.now(), request);
    return toConnection(
      page,
      (session) => timeCursor('authSessions', session),
      request.after !== null,
    );
  },

  async blockedUsers(user, forward, { viewer, dependencies, visibleUserById }) {
    const { id } = forSelf(user, viewer);
    const request = latestFirst('blockedUsers', forward);
    const { edges, pageInfo } = toConnection(
      await dependencies.blocks.list(id, request),
      ({ blockedId, createdAt }) => timeCursor('blockedUsers', { id: blockedId, createdAt }),
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
