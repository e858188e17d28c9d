import type { MongoDueWork } from '@skillswap/kit/due-work';
import { newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import type { Blocks } from './block-repository.ts';
import type { FinishedSessionRepository } from './finished-session-repository.ts';
import {
  refusePlan,
  toNote,
  type LearningPlan,
  type LearningStep,
  type ProposePlanRefusal,
  type UpdatePlanRefusal,
  type WritePlanRefusal,
  type WrittenPlan,
} from './learning-plan.ts';
import { isSecondPlan, type LearningPlanRepository } from './learning-plan-repository.ts';
import type { MatchRepository } from './match-repository.ts';
import type { PersonRepository } from './person-repository.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { SkillRepository } from './skill-repository.ts';
import type { SkillTagRepository } from './skill-tag-repository.ts';
import { planLetterOf } from './tell-of-plan.ts';

/** What learning plans need of the store. */
export interface LearningPlanStores {
  readonly learningPlans: LearningPlanRepository;
  readonly finishedSessions: FinishedSessionRepository;
  readonly matches: MatchRepository;
  readonly people: PersonRepository;
  readonly skills: SkillRepository;
  readonly tags: SkillTagRepository;
  readonly transact: Transact;
  readonly dueWork: MongoDueWork;
  readonly now: () => Date;
}

/** The two whose plan it is. */
type Pair = Pick<LearningPlan, 'mentorId' | 'learnerId'>;

/**
 * Proposes a plan to somebody with whom the mentor has a mutual match or had a session. Whoever keeps
 * away from the mentor is nobody. The learner gets a letter.
 */
export async function proposeLearningPlan(
  stores: LearningPlanStores,
  { mentorId, learnerId }: Pair,
  written: WrittenPlan,
  blocks: Blocks,
): Promise<LearningPlan | Refusal<ProposePlanRefusal>> {
  const { people, learningPlans, transact, dueWork, now } = stores;
  const [learner] = await people.findActive([learnerId]);
  if (learner === undefined || learnerId === mentorId || blocks.either.has(learnerId)) {
    return { refused: 'NOT_FOUND', path: ['learnerId'] };
  }
  if (!(await areAcquainted(stores, mentorId, learnerId))) {
    return { refused: 'NOT_ACQUAINTED', path: ['learnerId'] };
  }
  const steps = await toSteps(stores, { mentorId, learnerId }, written, []);
  if (isRefusal(steps)) return steps;
  const at = now();
  const plan: LearningPlan = {
    ...{ id: newId('lpl'), mentorId, learnerId, status: 'PROPOSED', steps, version: 1 },
    ...{ title: normaliseText(written.title), note: toNote(written.note) },
    ...{ createdAt: at, changedAt: at },
  };
  try {
    await transact(async ({ session }) => {
      await learningPlans.insert(session, plan);
      await dueWork.plan(session, planLetterOf(plan));
    });
    return plan;
  } catch (error) {
    if (!isSecondPlan(error)) throw error;
    return { refused: 'ALREADY_OPEN', path: ['learnerId'] };
  }
}

/** Writes a plan anew as its mentor. Steps that stay, by their id, stay ticked. */
export async function updateLearningPlan(
  stores: LearningPlanStores,
  plan: LearningPlan,
  expectedVersion: number,
  written: WrittenPlan,
): Promise<LearningPlan | Refusal<UpdatePlanRefusal>> {
  if (plan.version !== expectedVersion) return staleVersion;
  if (plan.status !== 'PROPOSED' && plan.status !== 'ACTIVE') return invalidState;
  const steps = await toSteps(stores, plan, written, plan.steps);
  if (isRefusal(steps)) return steps;
  const known = { id: plan.id, version: plan.version, statuses: [plan.status] };
  const texts = { title: normaliseText(written.title), note: toNote(written.note) };
  return (
    (await stores.learningPlans.change(known, { ...texts, steps }, stores.now())) ?? staleVersion
  );
}

/** The plan is another one by now than the one that was read. */
export const staleVersion = { refused: 'STALE_VERSION', path: ['expectedVersion'] } as const;

/** The plan has not come so far, or is over. */
export const invalidState = { refused: 'INVALID_STATE', path: ['planId'] } as const;

async function areAcquainted(
  { matches, finishedSessions }: LearningPlanStores,
  one: string,
  other: string,
): Promise<boolean> {
  const [isMutual, sessions] = await Promise.all([
    matches.isMutual(one, other),
    finishedSessions.findOfPair(one, other),
  ]);
  return isMutual || sessions.length > 0;
}

async function toSteps(
  stores: LearningPlanStores,
  { mentorId, learnerId }: Pair,
  written: WrittenPlan,
  before: readonly LearningStep[],
): Promise<readonly LearningStep[] | Refusal<WritePlanRefusal>> {
  const refused = refusePlan(written);
  if (refused !== null) return refused;
  const slugs = written.steps.flatMap(({ tagSlug }) => tagSlug ?? []);
  const skillIds = written.steps.flatMap(({ skillId }) => skillId ?? []);
  const sessionIds = written.steps.flatMap(({ sessionId }) => sessionId ?? []);
  const [tags, skills, sessions] = await Promise.all([
    stores.tags.findBySlugs(slugs),
    stores.skills.findByIds(skillIds),
    stores.finishedSessions.findOfPair(mentorId, learnerId, sessionIds),
  ]);
  const tagOf = new Map(
    tags.flatMap((tag) => [tag.slug, ...tag.formerSlugs].map((slug) => [slug, tag.slug] as const)),
  );
  const known = new Set(
    skills.filter(({ userId }) => userId === mentorId || userId === learnerId).map(({ id }) => id),
  );
  const kept = new Map(before.map((step) => [step.id, step]));
  const steps: LearningStep[] = [];
  for (const [at, { id = null, title, note, ...ties }] of written.steps.entries()) {
    const { tagSlug = null, skillId = null, sessionId = null } = ties;
    const path = (field: string) => ['steps', String(at), field];
    const step = id === null ? undefined : kept.get(id);
    if (id !== null && step === undefined) return { refused: 'UNKNOWN_STEP', path: path('id') };
    // A step is named once.
    if (id !== null) kept.delete(id);
    const slug = tagSlug === null ? null : tagOf.get(tagSlug);
    if (slug === undefined) return { refused: 'UNKNOWN_TAG', path: path('tagSlug') };
    if (skillId !== null && !known.has(skillId)) {
      return { refused: 'UNKNOWN_SKILL', path: path('skillId') };
    }
    if (sessionId !== null && !sessions.includes(sessionId)) {
      return { refused: 'UNKNOWN_SESSION', path: path('sessionId') };
    }
    steps.push({
      ...{ id: step?.id ?? newId('lst'), title: normaliseText(title), note: toNote(note) },
      ...{ tagSlug: slug, skillId, sessionId, doneAt: step?.doneAt ?? null },
    });
  }
  return steps;
}
