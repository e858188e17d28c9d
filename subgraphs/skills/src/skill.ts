import { canonicalLanguage } from '@skillswap/kit/text';
import { normaliseLabel, refuseLabel } from './label.ts';
import type { Refusal } from './refusal.ts';

/** The side of a skill. */
export type SkillType = 'TEACH' | 'LEARN';
/** Levels, lowest first. */
export const skillLevels = ['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const;
/** One of {@link skillLevels}. */
export type SkillLevel = (typeof skillLevels)[number];
/** How two people meet. */
export type SessionMode = 'REMOTE' | 'ONSITE';

/** Something that a person teaches or wants to learn. */
export interface Skill {
  readonly id: string;
  readonly userId: string;
  readonly type: SkillType;
  readonly label: string;
  readonly tagSlug: string | null;
  /** What the skill is compared by; see {@link topicsOf}. */
  readonly topics: readonly string[];
  readonly level: SkillLevel;
  readonly languages: readonly string[];
  readonly modes: readonly SessionMode[];
  readonly createdAt: Date;
  /** When the owner last said that it holds, by adding, changing or confirming it. */
  readonly confirmedAt: Date;
  /** Since when search and matches no longer lead to it, because nobody confirmed it. */
  readonly hiddenAt: Date | null;
  /** How many sessions of it have been finished. */
  readonly endorsements: number;
}

/** A skill as somebody wants to add it. */
export interface NewSkill {
  readonly type: SkillType;
  readonly label: string | null;
  readonly tagSlug: string | null;
  readonly level: SkillLevel;
  readonly languages: readonly string[];
  readonly modes: readonly SessionMode[];
}

/** What is to change of a skill; what is left out stays. */
export interface SkillChanges {
  readonly level?: SkillLevel;
  readonly languages?: string[];
  readonly modes?: SessionMode[];
}

/** Why a skill is not changed. */
export type UpdateSkillRefusal = 'NOT_FOUND' | 'INVALID_LANGUAGES' | 'MODES_REQUIRED';

/** Why a skill is not added. */
export type AddSkillRefusal =
  | 'LABEL_REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'UNKNOWN_TAG'
  | 'INVALID_LANGUAGES'
  | 'MODES_REQUIRED'
  | 'DUPLICATE'
  | 'TOO_MANY_SKILLS'
  | 'TOO_MANY_LEARN_SKILLS';

/** Lifts the limit on what one person wants to learn; memberships give it. */
export const unlimitedLearning = 'UNLIMITED_LEARN_SKILLS';

const languagesPerSkill = 10;

/**
 * Judges what can be judged without the catalogue and the person's other skills; null when there
 * is nothing against it.
 */
export function refuseSkill(skill: NewSkill): Refusal<AddSkillRefusal> | null {
  const label = skill.label === null ? null : refuseLabel(skill.label);
  if (label !== null) return { refused: label, path: ['label'] };
  if (skill.label === null && skill.tagSlug === null) {
    return { refused: 'LABEL_REQUIRED', path: ['label'] };
  }
  return refuseTerms(skill);
}

/** Judges under which terms somebody teaches or learns; what is left out is not judged. */
export function refuseTerms({
  languages,
  modes,
}: {
  readonly languages?: readonly string[] | null | undefined;
  readonly modes?: readonly SessionMode[] | null | undefined;
}): Refusal<'INVALID_LANGUAGES' | 'MODES_REQUIRED'> | null {
  if (languages != null && !areLanguages(languages)) {
    return { refused: 'INVALID_LANGUAGES', path: ['languages'] };
  }
  return modes?.length === 0 ? { refused: 'MODES_REQUIRED', path: ['modes'] } : null;
}

/** Languages in the form in which they are kept, each once. */
export function canonicalLanguages(languages: readonly string[]): string[] {
  return [...new Set(languages.map((language) => canonicalLanguage(language) ?? language))];
}

function areLanguages(languages: readonly string[]): boolean {
  if (languages.length < 1 || languages.length > languagesPerSkill) return false;
  return languages.every((language) => canonicalLanguage(language) !== null);
}

/**
 * What a skill is compared by: two skills are about the same thing when they share a topic, that
 * is, have the same tag or equal labels.
 */
export function topicsOf(label: string, tagSlug: string | null): string[] {
  const byLabel = `label:${normaliseLabel(label)}`;
  return tagSlug === null ? [byLabel] : [`tag:${tagSlug}`, byLabel];
}

/** A skill's topics on its own side of an exchange; a person has each of them once. */
export function sidesOf({ type, topics }: Pick<Skill, 'type' | 'topics'>): string[] {
  return topics.map((topic) => `${type} ${topic}`);
}

/** Who learns something is answered by who teaches it, and the reverse. */
export function answerType({ type }: Pick<Skill, 'type'>): SkillType {
  return type === 'TEACH' ? 'LEARN' : 'TEACH';
}

/** The sides that answer a skill. */
export function answersTo(skill: Pick<Skill, 'type' | 'topics'>): string[] {
  return sidesOf({ type: answerType(skill), topics: skill.topics });
}
