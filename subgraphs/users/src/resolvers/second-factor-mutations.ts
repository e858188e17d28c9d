import { requireMember } from '@skillswap/kit/viewer';
import { confirmTotp, disableTotp, enrolTotp } from '../enrol-totp.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { proveAgain } from '../prove-again.ts';
import { userErrors } from './user-errors.ts';

/** The second factor, and proving again who one is. */
export const secondFactorMutations: Pick<
  MutationResolvers,
  'enrolTotp' | 'confirmTotp' | 'disableTotp' | 'stepUp'
> = {
  async enrolTotp(_root, _arguments, { viewer, dependencies }) {
    const { done, refusals } = await enrolTotp(dependencies, requireMember(viewer));
    return { secret: null, uri: null, ...done, userErrors: userErrors(refusals) };
  },

  async confirmTotp(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const { done, refusals } = await confirmTotp(dependencies, actor, input.code);
    return { recoveryCodes: done && [...done], userErrors: userErrors(refusals) };
  },

  async disableTotp(_root, { input }, { viewer, dependencies }) {
    const actor = requireMember(viewer);
    const { refusals } = await disableTotp(dependencies, actor, input.code);
    return { userErrors: userErrors(refusals) };
  },

  async stepUp(_root, { input }, { viewer, dependencies, clientAddress }) {
    const actor = requireMember(viewer);
    const { done, refusals } = await proveAgain(dependencies, actor, input, clientAddress);
    return {
      accessToken: done?.token ?? null,
      accessTokenExpiresAt: done?.expiresAt ?? null,
      userErrors: userErrors(refusals),
    };
  },
};
