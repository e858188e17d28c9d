import { requireMember } from '@skillswap/kit/viewer';
import { endAuthSessions, endOtherAuthSessions, revokeDevice } from '../end-auth-sessions.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { refreshSession } from '../refresh-session.ts';
import { renameAuthSession } from '../rename-auth-session.ts';
import { userErrors } from './user-errors.ts';

/** What people do with the log-ins of their devices. */
export const deviceMutations: Pick<
  MutationResolvers,
  'refreshSession' | 'logOut' | 'renameAuthSession' | 'revokeAuthSession'
> = {
  async refreshSession(_root, { input }, { dependencies }) {
    const { done, refusals } = await refreshSession(dependencies, input.refreshToken);
    return { auth: done, userErrors: userErrors(refusals) };
  },

  async logOut(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const everywhere = input.everywhere === true;
    if (input.others === true && !everywhere) {
      await endOtherAuthSessions(dependencies, actor);
      return { userErrors: [] };
    }
    const { refusals } = await endAuthSessions(dependencies, {
      userId: actor.id,
      ...(!everywhere && { only: actor.authSessionId }),
    });
    return { userErrors: userErrors(refusals) };
  },

  async renameAuthSession(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const { done, refusals } = await renameAuthSession(dependencies, actor, input);
    return { authSession: done, userErrors: userErrors(refusals) };
  },

  async revokeAuthSession(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const { refusals } = await revokeDevice(dependencies, actor, input.authSessionId);
    return { userErrors: userErrors(refusals) };
  },
};
