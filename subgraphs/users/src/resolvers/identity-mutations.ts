import { requireMember } from '@skillswap/kit/viewer';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { linkIdentity, unlinkIdentity } from '../link-identity.ts';
import { logInWithIdentity } from '../log-in-with-identity.ts';
import { startIdentityFlow } from '../start-identity-flow.ts';
import { userErrors } from './user-errors.ts';

/** Logging in by what others vouch for. */
export const identityMutations: Pick<
  MutationResolvers,
  'startIdentityFlow' | 'logInWithIdentity' | 'linkIdentity' | 'unlinkIdentity'
> = {
  async startIdentityFlow(_root, { input }, { viewer, dependencies, clientAddress }) {
    const userId = viewer.kind === 'member' ? viewer.id : null;
    const { provider } = input;
    const outcome = await startIdentityFlow(dependencies, provider, userId, clientAddress);
    return {
      authorizationUrl: outcome.done?.authorizationUrl ?? null,
      flowToken: outcome.done?.flowToken ?? null,
      userErrors: userErrors(outcome.refusals),
    };
  },

  async logInWithIdentity(_root, { input }, { dependencies, clientAddress }) {
    const outcome = await logInWithIdentity(dependencies, input, clientAddress);
    const { done, refusals, email } = outcome;
    return { auth: null, user: null, ...done, email, userErrors: userErrors(refusals) };
  },

  async linkIdentity(_root, { input }, { viewer, dependencies, clientAddress }) {
    const actor = requireMember(viewer);
    const { done, refusals } = await linkIdentity(dependencies, actor, input, clientAddress);
    return { identityLink: done, userErrors: userErrors(refusals) };
  },

  async unlinkIdentity(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const { done, refusals } = await unlinkIdentity(dependencies, actor, input.id);
    return { unlinkedId: done && input.id, userErrors: userErrors(refusals) };
  },
};
