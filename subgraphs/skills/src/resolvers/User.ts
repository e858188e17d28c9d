import { unauthorizedField } from '@skillswap/kit/errors';
import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { listMatches, type MatchKeyset } from '../find-matches.ts';
import type { Context } from '../context.ts';
import type { UserResolvers } from '../generated/resolvers.ts';
import { newestCursor, newestRequest, pageOfSkills } from '../skill-connection.ts';

export const User: UserResolvers = {
  async skills({ id }, { type, ...page }, context) {
    const request = newestRequest(page);
    if (!(await isVisible(id, context))) return null;
    const all = await context.skillsByOwner.load(id);
    const isOwn = id === context.viewerId;
    const skills = isOwn ? all : all.filter(({ hiddenAt }) => hiddenAt === null);
    return pageOfSkills(
      type == null ? skills : skills.filter((skill) => skill.type === type),
      request,
    );
  },

  async matchingPaused({ id }, _, { viewerId, personById }) {
    if (viewerId !== id) throw unauthorizedField();
    return (await personById.load(id))?.paused ?? false;
  },

  async learningPlans({ id }, page, { viewerId, blocks, stores }) {
    if (viewerId !== id) throw unauthorizedField();
    const request = newestRequest(page);
    const { blockers } = await blocks();
    const plans = await stores.learningPlans.list(id, [...blockers], request);
    return toConnection(plans, newestCursor, request.after !== null);
  },

  async matches({ id }, page, { matchViewer, stores }) {
    if (matchViewer?.id !== id) throw unauthorizedField();
    const request = pageRequest('match', 2, page, toMatchKeyset);
    const matches = await listMatches(stores, matchViewer, request);
    return toConnection(
      matches,
      (match) => encodeCursor('match', [match.score, match.id]),
      request.after !== null,
    );
  },
};

/** To those whom a person has blocked, and while the account is not active, a person is nobody. */
async function isVisible(userId: string, { viewerId, blocks, personById }: Context) {
  if (userId === viewerId) return true;
  const [person, { blockers }] = await Promise.all([personById.load(userId), blocks()]);
  return person?.state === 'ACTIVE' && !blockers.has(userId);
}

function toMatchKeyset([score, id]: (string | number)[]): MatchKeyset | null {
  return typeof score === 'number' ? { score, id: String(id) } : null;
}
