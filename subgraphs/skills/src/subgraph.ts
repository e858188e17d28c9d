import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import { createBlockRepository } from './block-repository.ts';
import { createCandidateRepository } from './candidate-repository.ts';
import { createContextFactory, type Context } from './context.ts';
import { createEndorsementRepository } from './endorsement-repository.ts';
import { createMatchRepository } from './match-repository.ts';
import { createPersonRepository } from './person-repository.ts';
import { resolvers } from './resolvers/index.ts';
import { retagSkills } from './retag-skills.ts';
import { createSkillRepository } from './skill-repository.ts';
import { createSkillSearchRepository } from './skill-search-repository.ts';
import { createSkillTagRepository } from './skill-tag-repository.ts';
import { tagCatalogue } from './tag-catalogue.ts';
import { createEventHandlers, producers } from './told-events.ts';

/** How much one person can have and one list compares. */
export interface SkillsLimits {
  readonly skillsPerPerson: number;
  readonly candidateLimit: number;
}

const defaultLimits: SkillsLimits = { skillsPerPerson: 50, candidateLimit: 200 };

/** Puts the subgraph together on an open runtime: catalogue in place, events being applied. */
export async function createSkillsSubgraph(
  runtime: MongoRuntime,
  limits: SkillsLimits = defaultLimits,
): Promise<Subgraph<Context>> {
  const { store, transact, clock } = runtime;
  const { db } = store;
  const skills = createSkillRepository(db);
  const people = createPersonRepository(db);
  const blocks = createBlockRepository(db);
  const tags = createSkillTagRepository(db);
  await tags.ensure(tagCatalogue);
  const { dueWork } = runtime;
  const retagging = { tags, skills, people, transact };
  runtime.workOff({
    retagSkills: ({ payload }) => retagSkills(retagging, String(payload['slug'])),
  });
  await runtime.consume(
    producers,
    createEventHandlers({ people, blocks, skills, endorsements: createEndorsementRepository(db) }),
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
      transact,
      dueWork,
      now: () => clock.now(),
      ...limits,
    }),
    ready: () => runtime.ready(),
  };
}
