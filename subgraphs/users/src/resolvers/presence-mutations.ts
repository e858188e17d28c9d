import { unauthenticated } from '@skillswap/kit/errors';
import { requireMember } from '@skillswap/kit/viewer';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { presenceAt } from '../presence.ts';
import { userErrors } from './user-errors.ts';
import { refusal } from '../refusal.ts';

/** What people's apps say of where their owners are. */
export const presenceMutations: Pick<MutationResolvers, 'reportPresence'> = {
  async reportPresence(_root, { input }, { viewer, dependencies, visibleUserById }) {
    const { id } = requireMember(viewer);
    if ((await visibleUserById.load(id)) === null) throw unauthenticated();
    const report = { online: input.online, at: dependencies.clock.now() };
    const isKept = await dependencies.presences.report(id, report);
    return {
      presence: isKept ? presenceAt(report, report.at) : null,
      userErrors: isKept ? [] : userErrors([refusal('UNAVAILABLE')]),
    };
  },
};
