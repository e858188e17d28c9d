import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { badUserInput, codedError } from '@skillswap/kit/errors';
import { refuseText } from '@skillswap/kit/text';
import { hasScope, requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { readRegistry } from '../registry.ts';
import { requireAdmin } from './require-admin.ts';
import { latestFirst, timeCursor } from './latest-first.ts';

export const Query: QueryResolvers = {
  viewer: (_root, _arguments, { viewer, visibleUserById }) =>
    viewer.kind === 'member' ? visibleUserById.load(viewer.id) : null,

  user: (_root, { id }, { visibleUserById }) => visibleUserById.load(id),

  identityProviders: (_root, _arguments, { dependencies }) => [
    ...dependencies.identityProviders.keys(),
  ],

  async users(_root, { search, ...forward }, { viewer, dependencies }) {
    if (!hasScope(viewer, 'admin') && !hasScope(viewer, 'support')) {
      throw codedError('FORBIDDEN', 'Only staff may list people.');
    }
    const refused = refuseText(search ?? '', 254);
    if (refused !== null && refused !== 'EMPTY') {
      throw badUserInput('This cannot be searched for.', ['search']);
    }
    const request = pageRequest('users', 1, forward, ([id]) => String(id));
    const page = await dependencies.users.list(search ?? null, request);
    return toConnection(page, ({ id }) => encodeCursor('users', [id]), request.after !== null);
  },

  async partners(_root, forward, { viewer, dependencies }) {
    requireAdmin(viewer);
    const request = pageRequest('partners', 1, forward, ([slug]) => String(slug));
    const page = await dependencies.partners.list(request);
    const cursorOf = ({ slug }: { readonly slug: string }) => encodeCursor('partners', [slug]);
    return toConnection(page, cursorOf, request.after !== null);
  },

  async partner(_root, { id }, { viewer, partnerById }) {
    requireAdmin(viewer);
    return partnerById.load(id);
  },

  async registeredOperations(
    _root,
    { partnerId, app, state, ...forward },
    { viewer, dependencies },
  ) {
    requireAdmin(viewer);
    const request = latestFirst('registeredOperations', forward);
    const filter = { partnerId, app, state };
    const page = await dependencies.registeredOperations.list(filter, request);
    return toConnection(
      page,
      ({ id, publishedAt }) => timeCursor('registeredOperations', { id, createdAt: publishedAt }),
      request.after !== null,
    );
  },

  async internalRegistry(_root, { knownVersion }, { viewer, dependencies }) {
    requireService(viewer);
    return readRegistry(dependencies, knownVersion ?? null);
  },

  async internalRevocations(_root, { since }, { viewer, dependencies }) {
    requireService(viewer);
    const { realTime, revocations } = dependencies;
    const asOf = realTime.now();
    return { asOf, ...(await revocations.listSince(since ?? null)) };
  },

  async internalPeople(_root, { ids }, { viewer, dependencies }) {
    requireService(viewer);
    return dependencies.users.findByIds(bounded(ids, 'ids'));
  },

  async internalBlocked(_root, { userId, otherIds }, { viewer, dependencies }) {
    requireService(viewer);
    const blocks = await dependencies.blocks.findBetween(userId, bounded(otherIds, 'otherIds'));
    const blocked = blocks.map((block) =>
      block.blockerId === userId ? block.blockedId : block.blockerId,
    );
    return [...new Set(blocked)];
  },
};

function bounded(ids: readonly string[], argument: string): readonly string[] {
  if (ids.length > 1_000) throw badUserInput('At most 1,000 ids can be asked at once.', [argument]);
  return ids;
}
