import { requireMember } from '@skillswap/kit/viewer';
import { addSkill } from '../add-skill.ts';
import { expressInterest } from '../express-interest.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { statusFor } from '../match.ts';
import { passOnMatch } from '../pass-on-match.ts';
import { isRefusal } from '../refusal.ts';
import { removeSkill } from '../remove-skill.ts';
import { chooseTextLanguage } from '../text-language.ts';
import { userError } from './user-error.ts';

export const Mutation: MutationResolvers = {
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

  async removeSkill(_, { input: { skillId } }, { viewer, stores }) {
    const removed = await removeSkill(stores, requireMember(viewer).id, skillId);
    return removed
      ? { removedSkillId: skillId, userErrors: [] }
      : {
          removedSkillId: null,
          userErrors: [userError({ refused: 'NOT_FOUND', path: ['skillId'] })],
        };
  },

  async expressInterest(_, { input: { matchId } }, { viewer, stores, matchById }) {
    const { id: userId } = requireMember(viewer);
    const match = await matchById.load(matchId);
    const pair = match && (await expressInterest(stores, userId, matchId));
    return match && pair
      ? { match: { ...match, status: statusFor(pair, userId) }, userErrors: [] }
      : { match: null, userErrors: [userError({ refused: 'NOT_FOUND', path: ['matchId'] })] };
  },

  async passOnMatch(_, { input: { matchId } }, { viewer, stores, matchById }) {
    const { id: userId } = requireMember(viewer);
    const match = await matchById.load(matchId);
    const outcome = await passOnMatch(stores, userId, match);
    return isRefusal(outcome)
      ? { match: null, userErrors: [userError(outcome)] }
      : { match: outcome, userErrors: [] };
  },
};
