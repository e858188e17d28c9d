import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { badUserInput, codedError } from '@skillswap/kit/errors';
import { refuseText } from '@skillswap/kit/text';
import { hasScope, requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  viewer: (_root, _arguments, { viewer, visibleUserById }) =>
    viewer.kind === 'member' ? visibleUserById.load(viewer.id) : null,

  user: (_root, { id }, { visibleUserById }) => visibleUserById.load(id),

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
