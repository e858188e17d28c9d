import { unauthenticated } from '@skillswap/kit/errors';
import { requireMember } from '@skillswap/kit/viewer';
import { blockUser, unblockUser } from '../block-user.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { logIn } from '../log-in.ts';
import { resendVerification } from '../resend-verification.ts';
import { setAccountState } from '../set-account-state.ts';
import { setLocation } from '../set-location.ts';
import { setRoles } from '../set-roles.ts';
import { signUp } from '../sign-up.ts';
import { actingAs } from '../transact-as.ts';
import { updateProfile } from '../update-profile.ts';
import type { User } from '../user.ts';
import { verifyEmail } from '../verify-email.ts';
import { credentialMutations } from './credential-mutations.ts';
import { deviceMutations } from './device-mutations.ts';
import { identityMutations } from './identity-mutations.ts';
import { operationMutations } from './operation-mutations.ts';
import { partnerMutations } from './partner-mutations.ts';
import { presenceMutations } from './presence-mutations.ts';
import { requireAdmin } from './require-admin.ts';
import { secondFactorMutations } from './second-factor-mutations.ts';
import { userErrors } from './user-errors.ts';

export const Mutation: MutationResolvers = {
  ...credentialMutations,
  ...deviceMutations,
  ...secondFactorMutations,
  ...identityMutations,
  ...presenceMutations,
  ...partnerMutations,
  ...operationMutations,

  async signUp(_root, { input }, { dependencies, clientAddress }) {
    const { done, refusals } = await signUp(dependencies, input, clientAddress);
    return { mailSent: done?.mailSent ?? false, userErrors: userErrors(refusals) };
  },

  async resendVerification(_root, { input }, { dependencies, clientAddress }) {
    const { refusals } = await resendVerification(dependencies, input.email, clientAddress);
    return { userErrors: userErrors(refusals) };
  },

  async verifyEmail(_root, { input }, { dependencies }) {
    const { done, refusals } = await verifyEmail(dependencies, input);
    return { auth: null, user: null, ...done, userErrors: userErrors(refusals) };
  },

  async logIn(_root, { input }, { dependencies, clientAddress }) {
    const { done, refusals } = await logIn(dependencies, input, clientAddress);
    return { auth: null, user: null, ...done, userErrors: userErrors(refusals) };
  },

  async updateProfile(_root, { input }, { viewer, dependencies }) {
    const { id } = requireMember(viewer);
    const { done, refusals } = await updateProfile(dependencies, id, input);
    return { user: activeUnlessRefused(done, refusals), userErrors: userErrors(refusals) };
  },

  async setLocation(_root, { input }, { viewer, dependencies }) {
    const { id } = requireMember(viewer);
    const { done, refusals } = await setLocation(dependencies, id, input);
    return { user: activeUnlessRefused(done, refusals), userErrors: userErrors(refusals) };
  },

  async blockUser(_root, { input }, { viewer, dependencies, visibleUserById }) {
    const { id: blockerId } = requireMember(viewer);
    const isVisible = (await visibleUserById.load(input.userId)) !== null;
    const change = { blockerId, blockedId: input.userId, isVisible };
    const { refusals } = await blockUser(dependencies, change);
    return { userErrors: userErrors(refusals) };
  },

  async unblockUser(_root, { input }, { viewer, dependencies, visibleUserById }) {
    const { id: blockerId } = requireMember(viewer);
    const isVisible = (await visibleUserById.load(input.userId)) !== null;
    const change = { blockerId, blockedId: input.userId, isVisible };
    const { refusals } = await unblockUser(dependencies, change);
    return { userErrors: userErrors(refusals) };
  },

  async setRoles(_root, { input }, { viewer, dependencies }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await setRoles(needs, { byId: admin.id, ...input });
    return { user: done, userErrors: userErrors(refusals) };
  },

  async setAccountState(_root, { input }, { viewer, dependencies }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await setAccountState(needs, { byId: admin.id, ...input });
    return { user: done, userErrors: userErrors(refusals) };
  },
};

/** A token outlives the account it was made for by some minutes; it changes nothing any more. */
function activeUnlessRefused(user: User | null, refusals: readonly unknown[]): User | null {
  if (user === null && refusals.length === 0) throw unauthenticated();
  return user;
}
