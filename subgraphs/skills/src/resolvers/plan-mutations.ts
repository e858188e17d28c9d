import { codedError } from '@skillswap/kit/errors';
import { hasScope, requireMember, type Viewer } from '@skillswap/kit/viewer';
import { answerLearningPlan, endLearningPlan, tickLearningStep } from '../follow-learning-plan.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import type { LearningPlan } from '../learning-plan.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { proposeLearningPlan, updateLearningPlan } from '../write-learning-plan.ts';
import { userError, type RefusalCode } from './user-error.ts';

/** What mentors and learners do with the plans that they share. */
export const planMutations = {
  async proposeLearningPlan(_, { input: { learnerId, ...written } }, { viewer, stores, blocks }) {
    const mentorId = requireMentor(viewer);
    const pair = { mentorId, learnerId };
    return toPayload(await proposeLearningPlan(stores, pair, written, await blocks()));
  },

  async updateLearningPlan(_, { input }, { viewer, stores, learningPlanById }) {
    const mentorId = requireMentor(viewer);
    const { planId, expectedVersion, ...written } = input;
    const plan = await learningPlanById.load(planId);
    if (plan?.mentorId !== mentorId) return toPayload(notFound);
    return toPayload(await updateLearningPlan(stores, plan, expectedVersion, written));
  },

  async answerLearningPlan(_, { input }, { viewer, stores, learningPlanById }) {
    const { id } = requireMember(viewer);
    const plan = await learningPlanById.load(input.planId);
    if (plan?.learnerId !== id) return toPayload(notFound);
    return toPayload(await answerLearningPlan(stores, plan, input.expectedVersion, input.accept));
  },

  async tickLearningStep(_, { input }, { viewer, stores, learningPlanById }) {
    const { id } = requireMember(viewer);
    const plan = await learningPlanById.load(input.planId);
    if (plan?.learnerId !== id) return toPayload(notFound);
    return toPayload(await tickLearningStep(stores, plan, input.expectedVersion, input));
  },

  async endLearningPlan(_, { input }, { viewer, stores, learningPlanById }) {
    requireMember(viewer);
    const plan = await learningPlanById.load(input.planId);
    if (plan === null) return toPayload(notFound);
    return toPayload(await endLearningPlan(stores, plan, input.expectedVersion));
  },
} satisfies Partial<MutationResolvers>;

const notFound = { refused: 'NOT_FOUND', path: ['planId'] } as const;

/** Not a rule of the schema: what needs a scope there does not exist for apps. */
function requireMentor(viewer: Viewer): string {
  const { id } = requireMember(viewer);
  if (hasScope(viewer, 'mentoring')) return id;
  throw codedError('FORBIDDEN', 'Only mentors write learning plans.');
}

function toPayload<Code extends RefusalCode>(outcome: LearningPlan | Refusal<Code>) {
  return isRefusal(outcome)
    ? { learningPlan: null, userErrors: [userError(outcome)] }
    : { learningPlan: outcome, userErrors: [] };
}
