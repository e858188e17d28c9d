import { confirmSkill, type ConfirmSkillStores } from './confirm-skill.ts';
import type { Refusal } from './refusal.ts';
import {
  canonicalLanguages,
  refuseTerms,
  type SessionMode,
  type Skill,
  type SkillLevel,
  type UpdateSkillRefusal,
} from './skill.ts';

/** New terms for a skill; what is left out or null stays. */
export interface NewTerms {
  readonly level?: SkillLevel | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly modes?: readonly SessionMode[] | null | undefined;
}

/** Changes one of the person's own skills, or says why not. Its name and subject stay. */
export async function updateSkill(
  stores: ConfirmSkillStores,
  userId: string,
  skillId: string,
  terms: NewTerms,
): Promise<Skill | Refusal<UpdateSkillRefusal>> {
  const refusal = refuseTerms(terms);
  if (refusal !== null) return refusal;
  const { level, languages, modes } = terms;
  const updated = await confirmSkill(stores, userId, skillId, {
    ...(level != null && { level }),
    ...(languages != null && { languages: canonicalLanguages(languages) }),
    ...(modes != null && { modes: [...new Set(modes)] }),
  });
  return updated ?? { refused: 'NOT_FOUND', path: ['skillId'] };
}
