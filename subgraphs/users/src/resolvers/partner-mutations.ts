import { createPartnerKey } from '../create-partner-key.ts';
import { createPartner } from '../create-partner.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { refusal } from '../refusal.ts';
import { revokePartnerKey } from '../revoke-partner-key.ts';
import { isFresh } from '../step-up.ts';
import { actingAs } from '../transact-as.ts';
import { updatePartner } from '../update-partner.ts';
import { requireAdmin } from './require-admin.ts';
import { userErrors } from './user-errors.ts';

/** What administrators do with partners and their keys. */
export const partnerMutations: Pick<
  MutationResolvers,
  'createPartner' | 'updatePartner' | 'createPartnerKey' | 'revokePartnerKey'
> = {
  async createPartner(_root, { input }, { viewer, dependencies, log }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await createPartner(needs, input);
    if (done !== null) log.info({ partner: done.slug, by: admin.id }, 'a partner was made');
    return { partner: done, userErrors: userErrors(refusals) };
  },

  async updatePartner(_root, { input }, { viewer, dependencies, log }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await updatePartner(needs, input);
    if (done !== null) log.info({ partner: done.slug, by: admin.id }, 'a partner was changed');
    return { partner: done, userErrors: userErrors(refusals) };
  },

  async createPartnerKey(_root, { input }, { viewer, dependencies, log }) {
    const admin = requireAdmin(viewer);
    if (!isFresh(admin, dependencies.clock.now())) {
      return { key: null, secret: null, userErrors: userErrors([refusal('STEP_UP_REQUIRED')]) };
    }
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await createPartnerKey(needs, input);
    if (done !== null) log.info({ key: done.key.id, by: admin.id }, 'an API key was made');
    return { key: null, secret: null, ...done, userErrors: userErrors(refusals) };
  },

  async revokePartnerKey(_root, { input }, { viewer, dependencies, log }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { done, refusals } = await revokePartnerKey(needs, input.keyId);
    if (done !== null) log.info({ key: done.id, by: admin.id }, 'an API key was ended');
    return { key: done, userErrors: userErrors(refusals) };
  },
};
