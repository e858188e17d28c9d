import type { Transact } from '@skillswap/kit/mongo';
import type { Skill, SkillChanges } from './skill.ts';
import type { SkillRepository } from './skill-repository.ts';
import { planStaleCheck, type StaleCheckPlanning } from './stale-check.ts';

/** What confirming a skill needs. */
export interface ConfirmSkillStores extends StaleCheckPlanning {
  readonly skills: SkillRepository;
  readonly transact: Transact;
}

/**
 * Records that one of the person's own skills holds, with changes or as it is; others find it again
 * if it was hidden. Null when there is no such skill.
 */
export function confirmSkill(
  { skills, transact, ...planning }: ConfirmSkillStores,
  userId: string,
  skillId: string,
  changes: SkillChanges = {},
): Promise<Skill | null> {
  return transact(async ({ session }) => {
    const confirmed = await skills.confirm(session, userId, skillId, changes, planning.now());
    if (confirmed !== null) await planStaleCheck(planning, session, userId);
    return confirmed;
  });
}
