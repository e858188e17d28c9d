import { requireMember } from '@skillswap/kit/viewer';
import { addSkill } from '../add-skill.ts';
import { confirmSkill } from '../confirm-skill.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { isRefusal } from '../refusal.ts';
import { removeSkill } from '../remove-skill.ts';
import { chooseTextLanguage } from '../text-language.ts';
import { updateSkill } from '../update-skill.ts';
import { userError } from './user-error.ts';

/** What people do with their own skills. */
export const skillMutations = {
  async addSkill(_, { input }, { viewer, stores, acceptLanguage, personById }) {
    const { id: userId } = requireMember(viewer);
    const person = await personById.load(userId);
    const language = chooseTextLanguage(acceptLanguage, person?.preferredLanguage ?? null);
    const { label = null, tagSlug = null, ...rest } = input;
    const outcome = await addSkill(stores, { userId, language }, { ...rest, label, tagSlug });
    return isRefusal(outcome)
      ? { skill: null, userErrors: [userError(outcome)] }
      : { skill: outcome, userErrors: [] };
  },

  async updateSkill(_, { input: { skillId, ...terms } }, { viewer, stores }) {
    const outcome = await updateSkill(stores, requireMember(viewer).id, skillId, terms);
    return isRefusal(outcome)
      ? { skill: null, userErrors: [userError(outcome)] }
      : { skill: outcome, userErrors: [] };
  },

  async confirmSkill(_, { input: { skillId } }, { viewer, stores }) {
    const skill = await confirmSkill(stores, requireMember(viewer).id, skillId);
    const userErrors =
      skill === null ? [userError({ refused: 'NOT_FOUND', path: ['skillId'] })] : [];
    return { skill, userErrors };
  },

  async removeSkill(_, { input: { skillId } }, { viewer, stores }) {
    const removed = await removeSkill(stores, requireMember(viewer).id, skillId);
    return removed
      ? { removedSkillId: skillId, userErrors: [] }
      : {
          removedSkillId: null,
          userErrors: [userError({ refused: 'NOT_FOUND', path: ['skillId'] })],
        };
  },
} satisfies Partial<MutationResolvers>;
