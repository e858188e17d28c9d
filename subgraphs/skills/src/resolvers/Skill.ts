import type { SkillResolvers } from '../generated/resolvers.ts';

export const Skill: SkillResolvers = {
  __resolveReference: ({ id }, { skillById }) => skillById.load(id),
  user: ({ userId }) => ({ id: userId }),
  tag: ({ tagSlug }, _, { tagBySlug }) => (tagSlug === null ? null : tagBySlug.load(tagSlug)),
  hiddenSince: ({ userId, hiddenAt }, _, { viewerId }) => (userId === viewerId ? hiddenAt : null),
};
