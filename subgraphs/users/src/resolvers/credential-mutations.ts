import { requireMember } from '@skillswap/kit/viewer';
import { changeEmail, confirmEmailChange } from '../change-email.ts';
import { changePassword } from '../change-password.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { requestPasswordReset } from '../request-password-reset.ts';
import { resetPassword } from '../reset-password.ts';
import { userErrors } from './user-errors.ts';

/** Changes of what people log in with. */
export const credentialMutations: Pick<
  MutationResolvers,
  'requestPasswordReset' | 'resetPassword' | 'changePassword' | 'changeEmail' | 'confirmEmailChange'
> = {
  async requestPasswordReset(_root, { input }, { dependencies, clientAddress }) {
    const { refusals } = await requestPasswordReset(dependencies, input.email, clientAddress);
    return { userErrors: userErrors(refusals) };
  },

  async resetPassword(_root, { input }, { dependencies, clientAddress }) {
    const { refusals } = await resetPassword(dependencies, input, clientAddress);
    return { userErrors: userErrors(refusals) };
  },

  async changePassword(_root, { input }, { viewer, dependencies, clientAddress }) {
    const actor = requireMember(viewer);
    const { refusals } = await changePassword(dependencies, actor, input, clientAddress);
    return { userErrors: userErrors(refusals) };
  },

  async changeEmail(_root, { input }, { viewer, dependencies, clientAddress }) {
    const actor = requireMember(viewer);
    const { refusals } = await changeEmail(dependencies, actor, input.newEmail, clientAddress);
    return { userErrors: userErrors(refusals) };
  },

  async confirmEmailChange(_root, { input }, { dependencies }) {
    const { refusals } = await confirmEmailChange(dependencies, input.token);
    return { userErrors: userErrors(refusals) };
  },
};
