import type { DueWork } from '@skillswap/kit/due-work';
import type { SendMail } from '@skillswap/kit/mail';
import { sendOnce } from '@skillswap/kit/send-once';
import type { Addressees } from './addressees.ts';
import type { BlockRepository } from './block-repository.ts';
import type { LearningPlan } from './learning-plan.ts';
import type { LearningPlanRepository } from './learning-plan-repository.ts';
import { proposedPlanMail } from './proposed-plan-mail.ts';

/** What telling a learner of a plan needs. */
export interface PlanTelling {
  readonly learningPlans: LearningPlanRepository;
  readonly blocks: BlockRepository;
  readonly addressees: Addressees;
  readonly sendMail: SendMail;
  readonly appUrl: string;
}

/** The kind of due work that tells a learner of a plan. */
export const planLetter = 'tellOfLearningPlan';

/** The letter about a plan that is proposed now. */
export function planLetterOf({ id: planId, createdAt }: LearningPlan): DueWork {
  return {
    ...{ key: `${planLetter}:${planId}`, kind: planLetter, dueAt: createdAt, payload: { planId } },
  };
}

/**
 * Writes once to a learner of a plan that is proposed to them, unless it is proposed no longer or the
 * two keep away from each other by now.
 */
export async function tellOfPlan(telling: PlanTelling, planId: string): Promise<void> {
  const { learningPlans, blocks, addressees, sendMail, appUrl } = telling;
  const plan = await learningPlans.findProposed(planId);
  if (plan === null) return;
  const { mentorId, learnerId, title } = plan;
  const [{ either }, mentor, reader] = await Promise.all([
    blocks.findAround(learnerId),
    addressees.find(mentorId),
    addressees.find(learnerId),
  ]);
  if (either.has(mentorId) || mentor?.state !== 'ACTIVE' || reader?.state !== 'ACTIVE') return;
  const { email } = reader;
  if (email === null) return;
  const link = `${appUrl}/learning-plans/${planId}`;
  const mail = { reader: { ...reader, email }, mentorName: mentor.displayName, title, link };
  const right = {
    take: () => learningPlans.markTold(planId, true),
    giveBack: () => learningPlans.markTold(planId, false),
  };
  await sendOnce(sendMail, right, () => proposedPlanMail(mail));
}
