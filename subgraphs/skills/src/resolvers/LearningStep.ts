import type { LearningStepResolvers } from '../generated/resolvers.ts';

export const LearningStep: LearningStepResolvers = {
  tag: ({ tagSlug }, _, { tagBySlug }) => (tagSlug === null ? null : tagBySlug.load(tagSlug)),
  skill: ({ skillId }, _, { skillById }) => (skillId === null ? null : skillById.load(skillId)),
  session: ({ sessionId }) => (sessionId === null ? null : { id: sessionId }),
};
