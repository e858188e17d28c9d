import type { Transact } from '@skillswap/kit/mongo';
import type { PersonRepository } from './person-repository.ts';
import type { SkillRepository } from './skill-repository.ts';

/** What pausing needs. */
export interface PauseMatchingStores {
  readonly people: PersonRepository;
  readonly skills: SkillRepository;
  readonly transact: Transact;
}

/**
 * Takes the person out of everybody's matches and search, or back into them. Done when it returns,
 * and any number of times to the same effect.
 */
export function setMatchingPaused(
  { people, skills, transact }: PauseMatchingStores,
  userId: string,
  paused: boolean,
): Promise<void> {
  return transact(async ({ session }) => {
    const person = await people.setPaused(session, userId, paused);
    await skills.describeOwner(session, person);
  });
}
