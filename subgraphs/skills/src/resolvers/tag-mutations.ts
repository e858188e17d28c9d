import { codedError } from '@skillswap/kit/errors';
import { hasScope, requireMember, type Viewer } from '@skillswap/kit/viewer';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { createTag, mergeSkillTags, updateTag } from '../manage-tags.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { SkillTag } from '../skill-tag.ts';
import { userError, type RefusalCode } from './user-error.ts';

/** What administrators do with the catalogue. */
export const tagMutations = {
  async createSkillTag(_, { input: { aliases, ...input } }, { viewer, stores }) {
    requireAdmin(viewer);
    return payload(await createTag(stores, { ...input, aliases: aliases ?? [] }));
  },

  async updateSkillTag(_, { input: { slug, ...names } }, { viewer, stores }) {
    requireAdmin(viewer);
    return payload(await updateTag(stores, slug, names));
  },

  async mergeSkillTags(_, { input: { fromSlug, intoSlug } }, { viewer, stores }) {
    requireAdmin(viewer);
    return payload(await mergeSkillTags(stores, fromSlug, intoSlug));
  },
} satisfies Partial<MutationResolvers>;

function payload<Code extends RefusalCode>(outcome: SkillTag | Refusal<Code>) {
  return isRefusal(outcome)
    ? { skillTag: null, userErrors: [userError(outcome)] }
    : { skillTag: outcome, userErrors: [] };
}

function requireAdmin(viewer: Viewer): void {
  if (hasScope(requireMember(viewer), 'admin')) return;
  throw codedError('FORBIDDEN', 'Only administrators may change the catalogue.');
}
