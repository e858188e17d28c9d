import type { LearningPlanResolvers } from '../generated/resolvers.ts';

export const LearningPlan: LearningPlanResolvers = {
  __resolveReference: ({ id }, { learningPlanById }) => learningPlanById.load(id),
  mentor: ({ mentorId }) => ({ id: mentorId }),
  learner: ({ learnerId }) => ({ id: learnerId }),
};
