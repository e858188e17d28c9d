import type { Transact } from '@skillswap/kit/mongo';
import type { PersonRepository } from './person-repository.ts';
import type { SkillRepository } from './skill-repository.ts';

/** What removing a skill needs. */
export interface RemoveSkillStores {
  readonly skills: SkillRepository;
  readonly people: PersonRepository;
  readonly transact: Transact;
}

/** Removes one of the person's own skills; false when there is no such. */
export function removeSkill(
  { skills, people, transact }: RemoveSkillStores,
  userId: string,
  skillId: string,
): Promise<boolean> {
  return transact(async (tx) => {
    const removed = await skills.remove(tx.session, userId, skillId);
    if (removed === null) return false;
    await people.uncountSkill(tx.session, userId);
    tx.emit('skill.removed', { skillId, userId, type: removed.type, label: removed.label });
    return true;
  });
}
