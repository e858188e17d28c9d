import { newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import type { ClientSession } from 'mongodb';
import { normaliseLabel, oneLine } from './label.ts';
import type { PersonRepository } from './person-repository.ts';
import type { Refusal } from './refusal.ts';
import { isDuplicateSkill, type SkillRepository } from './skill-repository.ts';
import {
  canonicalLanguages,
  refuseSkill,
  topicsOf,
  unlimitedLearning,
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
  /** How much a person without a membership can want to learn. */
  readonly freeLearnSkills: number;
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
    const refused = await store(stores, skill, tag);
    return refused === null ? skill : { refused, path: [] };
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

/** Says why not when the person has as many skills as they can have. */
function store(
  stores: AddSkillStores,
  skill: Skill,
  tag: SkillTag | null,
): Promise<'TOO_MANY_SKILLS' | 'TOO_MANY_LEARN_SKILLS' | null> {
  const { skills, people, transact, skillsPerPerson, ...planning } = stores;
  return transact(async (tx) => {
    // Counting writes to the person, so that two skills added at once are counted one after the other.
    const person = await people.countSkill(tx.session, skill.userId, skillsPerPerson);
    if (person === null) return 'TOO_MANY_SKILLS';
    if (skill.type === 'LEARN' && (await wantsEnough(stores, tx.session, skill.userId))) {
      await people.uncountSkill(tx.session, skill.userId);
      return 'TOO_MANY_LEARN_SKILLS';
    }
    await skills.insert(tx.session, skill, tag, person);
    await planStaleCheck(planning, tx.session, skill.userId);
    const { id: skillId, userId, type, label } = skill;
    tx.emit('skill.added', { skillId, userId, type, label });
    return null;
  });
}

/** What a membership lifts is known from the events of payments, which need not be up for it. */
async function wantsEnough(
  { skills, people, freeLearnSkills }: AddSkillStores,
  session: ClientSession,
  userId: string,
): Promise<boolean> {
  if ((await skills.countLearning(session, userId)) < freeLearnSkills) return false;
  return !(await people.isEntitled(session, userId, unlimitedLearning));
}
