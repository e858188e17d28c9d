import { badUserInput } from '@skillswap/kit/errors';
import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { refuseText } from '@skillswap/kit/text';
import { requireService } from '@skillswap/kit/viewer';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { normaliseLabel } from '../label.ts';
import { searchSkills } from '../search-skills.ts';

export const Query: QueryResolvers = {
  async skillTags(_, { search, ...page }, { stores }) {
    const request = pageRequest('skillTag', 1, page, ([slug]) => String(slug));
    const refusal = search == null ? 'EMPTY' : refuseText(search, 100);
    if (refusal !== null && refusal !== 'EMPTY') {
      throw badUserInput('The search is too long or has control characters.', ['search']);
    }
    const start = refusal === 'EMPTY' ? null : normaliseLabel(search ?? '');
    return toConnection(
      await stores.tags.list(start, request),
      ({ slug }) => encodeCursor('skillTag', [slug]),
      request.after !== null,
    );
  },

  searchSkills: (_, args, context) => searchSkills(context, args),

  async internalSkill(_, { id }, { viewer, stores }) {
    requireService(viewer);
    const [skill] = await stores.skills.findByIds([id]);
    return skill ?? null;
  },

  internalMutualMatch(_, { userId, otherId }, { viewer, stores }) {
    requireService(viewer);
    return stores.matches.isMutual(userId, otherId);
  },
};
