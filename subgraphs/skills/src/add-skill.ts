import { newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseLabel, oneLine } from './label.ts';
import type { PersonRepository } from './person-repository.ts';
import type { Refusal } from './refusal.ts';
import { isDuplicateSkill, type SkillRepository } from './skill-repository.ts';
import {
  canonicalLanguages,
  refuseSkill,
  topicsOf,
  type AddSkillRefusal,
  type NewSkill,
  type Skill,
} from './skill.ts';
import { planStaleCheck, type StaleCheckPlanning } from './stale-check.ts';
import type { SkillTag } from './skill-tag.ts';
import type { SkillTagRepository } from './skill-tag-repository.ts';
import type { TextLanguage } from './text-language.ts';

/** What adding a skill needs. */
export interface AddSkillStores extends StaleCheckPlanning {
  readonly skills: SkillRepository;
  readonly tags: SkillTagRepository;
  readonly people: PersonRepository;
  readonly transact: Transact;
  readonly skillsPerPerson: number;
}

/** Who adds a skill, and the language in which a subject's name becomes its label. */
export interface SkillOwner {
  readonly userId: string;
  readonly language: TextLanguage;
}

/** Adds a skill, or says why not. A label that the catalogue knows brings its tag along. */
export async function addSkill(
  stores: AddSkillStores,
  owner: SkillOwner,
  input: NewSkill,
): Promise<Skill | Refusal<AddSkillRefusal>> {
  const refusal = refuseSkill(input);
  if (refusal !== null) return refusal;
  const tag = await findTag(stores.tags, input);
  if (tag === null && input.tagSlug !== null) return { refused: 'UNKNOWN_TAG', path: ['tagSlug'] };

  const now = stores.now();
  const label = oneLine(input.label ?? tag?.labels[owner.language] ?? '');
  const tagSlug = tag?.slug ?? null;
  const skill: Skill = {
    id: newId('skl'),
    userId: owner.userId,
    type: input.type,
    label,
    tagSlug,
    topics: topicsOf(label, tagSlug),
    level: input.level,
    languages: canonicalLanguages(input.languages),
    modes: [...new Set(input.modes)],
    createdAt: now,
    confirmedAt: now,
    hiddenAt: null,
    endorsements: 0,
  };
  const duplicate = {
    refused: 'DUPLICATE',
    path: [input.label === null ? 'tagSlug' : 'label'],
  } as const;
  try {
    const stored = await store(stores, skill, tag);
    return stored ? skill : { refused: 'TOO_MANY_SKILLS', path: [] };
  } catch (error) {
    if (isDuplicateSkill(error)) return duplicate;
    throw error;
  }
}

async function findTag(tags: SkillTagRepository, input: NewSkill): Promise<SkillTag | null> {
  if (input.tagSlug === null) return tags.findByName(normaliseLabel(input.label ?? ''));
  const [tag] = await tags.findBySlugs([input.tagSlug]);
  return tag ?? null;
}

/** False when the person has as many skills as one can have. */
function store(
  { skills, people, transact, skillsPerPerson, ...planning }: AddSkillStores,
  skill: Skill,
  tag: SkillTag | null,
): Promise<boolean> {
  return transact(async (tx) => {
    const person = await people.countSkill(tx.session, skill.userId, skillsPerPerson);
    if (person === null) return false;
    await skills.insert(tx.session, skill, tag, person);
    await planStaleCheck(planning, tx.session, skill.userId);
    const { id: skillId, userId, type, label } = skill;
    tx.emit('skill.added', { skillId, userId, type, label });
    return true;
  });
}
