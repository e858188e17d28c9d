import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import type { Addressees } from './addressees.ts';
import { createBlockRepository } from './block-repository.ts';
import { createCandidateRepository } from './candidate-repository.ts';
import { checkStaleSkills } from './check-stale-skills.ts';
import { createContextFactory, type Context } from './context.ts';
import { createEndorsementRepository } from './endorsement-repository.ts';
import { createFinishedSessionRepository } from './finished-session-repository.ts';
import { createLearningPlanRepository } from './learning-plan-repository.ts';
import { createMatchRepository } from './match-repository.ts';
import { createPersonRepository } from './person-repository.ts';
import { resolvers } from './resolvers/index.ts';
import { retagSkills } from './retag-skills.ts';
import { createSkillRepository } from './skill-repository.ts';
import { createSkillSearchRepository } from './skill-search-repository.ts';
import { createSkillTagRepository } from './skill-tag-repository.ts';
import { staleCheck, type StaleRules } from './stale-check.ts';
import { tagCatalogue } from './tag-catalogue.ts';
import { planLetter, tellOfPlan } from './tell-of-plan.ts';
import { createEventHandlers, producers } from './told-events.ts';

/** How much one person can have, one list compares, and how long a skill holds by itself. */
export interface SkillsLimits extends StaleRules {
  readonly skillsPerPerson: number;
  /** How much a person without a membership can want to learn. */
  readonly freeLearnSkills: number;
  readonly candidateLimit: number;
}

/** What the subgraph runs with unless told otherwise. */
export const defaultLimits: SkillsLimits = {
  skillsPerPerson: 50,
  freeLearnSkills: 10,
  candidateLimit: 200,
  staleAfterDays: 180,
  hiddenAfterDays: 14,
};

/** What the subgraph needs of its surroundings. */
export interface Surroundings {
  readonly addressees: Addressees;
  /** Where links in mails lead. */
  readonly appUrl: string;
}

/** Puts the subgraph together on an open runtime: catalogue in place, events being applied. */
export async function createSkillsSubgraph(
  runtime: MongoRuntime,
  { addressees, appUrl }: Surroundings,
  limits: SkillsLimits = defaultLimits,
): Promise<Subgraph<Context>> {
  const { store, transact, clock } = runtime;
  const { db } = store;
  const skills = createSkillRepository(db);
  const people = createPersonRepository(db);
  const blocks = createBlockRepository(db);
  const tags = createSkillTagRepository(db);
  const finishedSessions = createFinishedSessionRepository(db);
  const learningPlans = createLearningPlanRepository(db);
  await tags.ensure(tagCatalogue);
  const { dueWork, sendMail } = runtime;
  const now = () => clock.now();
  const retagging = { tags, skills, people, transact };
  const checking = { ...limits, skills, addressees, transact, dueWork, sendMail, appUrl, now };
  const telling = { learningPlans, blocks, addressees, sendMail, appUrl };
  runtime.workOff({
    retagSkills: ({ payload }) => retagSkills(retagging, String(payload['slug'])),
    [staleCheck]: ({ payload }) => checkStaleSkills(checking, String(payload['userId'])),
    [planLetter]: ({ payload }) => tellOfPlan(telling, String(payload['planId'])),
  });
  await runtime.consume(
    producers,
    createEventHandlers({
      ...{ people, blocks, skills, finishedSessions },
      endorsements: createEndorsementRepository(db),
    }),
  );
  return {
    name: 'skills',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: createContextFactory({
      skills,
      people,
      blocks,
      tags,
      search: createSkillSearchRepository(db),
      candidates: createCandidateRepository(db),
      matches: createMatchRepository(db),
      learningPlans,
      finishedSessions,
      transact,
      dueWork,
      now,
      ...limits,
    }),
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
