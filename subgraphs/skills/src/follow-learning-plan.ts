import type { ChangePlanRefusal, LearningPlan, TickStepRefusal } from './learning-plan.ts';
import type { LearningPlanRepository } from './learning-plan-repository.ts';
import type { Refusal } from './refusal.ts';
import { invalidState, staleVersion } from './write-learning-plan.ts';

/** What following a plan needs of the store. */
export interface FollowStores {
  readonly learningPlans: LearningPlanRepository;
  readonly now: () => Date;
}

/** Accepts or declines a plan as its learner. */
export function answerLearningPlan(
  stores: FollowStores,
  plan: LearningPlan,
  expectedVersion: number,
  accept: boolean,
): Promise<LearningPlan | Refusal<ChangePlanRefusal>> {
  const status = accept ? 'ACTIVE' : 'DECLINED';
  return change(stores, plan, expectedVersion, ['PROPOSED'], { status });
}

/** Ends a plan as either of the two; a proposed one is taken back. */
export function endLearningPlan(
  stores: FollowStores,
  plan: LearningPlan,
  expectedVersion: number,
): Promise<LearningPlan | Refusal<ChangePlanRefusal>> {
  return change(stores, plan, expectedVersion, ['PROPOSED', 'ACTIVE'], { status: 'ENDED' });
}

/** Ticks a step of an active plan as its learner, or takes the tick back. */
export async function tickLearningStep(
  stores: FollowStores,
  plan: LearningPlan,
  expectedVersion: number,
  { stepId, done }: { readonly stepId: string; readonly done: boolean },
): Promise<LearningPlan | Refusal<TickStepRefusal>> {
  if (!plan.steps.some(({ id }) => id === stepId)) {
    return { refused: 'UNKNOWN_STEP', path: ['stepId'] };
  }
  const steps = plan.steps.map((step) =>
    step.id === stepId ? { ...step, doneAt: done ? (step.doneAt ?? stores.now()) : null } : step,
  );
  return change(stores, plan, expectedVersion, ['ACTIVE'], { steps });
}

async function change(
  { learningPlans, now }: FollowStores,
  { id, version, status }: LearningPlan,
  expectedVersion: number,
  statuses: readonly LearningPlan['status'][],
  changes: Partial<Pick<LearningPlan, 'status' | 'steps'>>,
): Promise<LearningPlan | Refusal<ChangePlanRefusal>> {
  if (version !== expectedVersion) return staleVersion;
  if (!statuses.includes(status)) return invalidState;
  // Whoever else changes it at this moment, one of the two comes first.
  return (await learningPlans.change({ id, version, statuses }, changes, now())) ?? staleVersion;
}
