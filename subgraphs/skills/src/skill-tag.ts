import { normaliseLabel, refuseLabel } from './label.ts';
import type { Refusal } from './refusal.ts';
import type { TextLanguage } from './text-language.ts';

/** A subject as somebody describes it. */
export interface NewSkillTag {
  readonly slug: string;
  readonly labels: Readonly<Record<TextLanguage, string>>;
  /** Other names in any language. */
  readonly aliases: readonly string[];
}

/** A subject of the catalogue. */
export interface SkillTag extends NewSkillTag {
  /** The slugs of subjects that have been merged into this one; they lead here. */
  readonly formerSlugs: readonly string[];
}

/** Why a subject cannot have these names. */
export type TagNamesRefusal =
  'LABEL_REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT' | 'TOO_MANY_ALIASES' | 'NAME_TAKEN';
/** Why a subject is not created. */
export type CreateSkillTagRefusal = TagNamesRefusal | 'INVALID_SLUG' | 'SLUG_TAKEN';
/** Why a subject is not changed. */
export type UpdateSkillTagRefusal = TagNamesRefusal | 'UNKNOWN_TAG';
/** Why two subjects are not merged. */
export type MergeSkillTagsRefusal = 'UNKNOWN_TAG' | 'SAME_TAG';

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slugLength = 60;
const aliasesPerTag = 50;

/** Judges a slug; null when there is nothing against it. */
export function refuseSlug(slug: string): Refusal<'INVALID_SLUG'> | null {
  const isSlug = slug.length <= slugLength && slugForm.test(slug);
  return isSlug ? null : { refused: 'INVALID_SLUG', path: ['slug'] };
}

/** Judges the names of a subject by themselves; null when there is nothing against them. */
export function refuseTagNames({
  labels,
  aliases,
}: Pick<NewSkillTag, 'labels' | 'aliases'>): Refusal<TagNamesRefusal> | null {
  for (const language of ['en', 'fr'] as const) {
    const refused = refuseLabel(labels[language]);
    if (refused !== null) return { refused, path: ['labels', language] };
  }
  if (aliases.length > aliasesPerTag) return { refused: 'TOO_MANY_ALIASES', path: ['aliases'] };
  const refused = aliases.map(refuseLabel).find((refusal) => refusal !== null);
  return refused == null ? null : { refused, path: ['aliases'] };
}

/** The subject that takes over another one's names and slugs. */
export function mergeTags(from: SkillTag, into: SkillTag): SkillTag {
  const names = new Set(tagNames(into));
  const aliases = [...into.aliases];
  for (const name of [from.labels.en, from.labels.fr, ...from.aliases]) {
    const normalised = normaliseLabel(name);
    if (!names.has(normalised)) aliases.push(name);
    names.add(normalised);
  }
  return { ...into, aliases, formerSlugs: [...into.formerSlugs, from.slug, ...from.formerSlugs] };
}

/** All names of a tag, as labels are compared; a label equal to one of them is about this tag. */
export function tagNames({ labels, aliases }: Pick<NewSkillTag, 'labels' | 'aliases'>): string[] {
  return [...new Set([labels.en, labels.fr, ...aliases].map(normaliseLabel))];
}

/** The names again and each one's later words onwards, so that a search finds words inside. */
export function tagSearchTerms(tag: Pick<NewSkillTag, 'labels' | 'aliases'>): string[] {
  const terms = tagNames(tag).flatMap((name) => {
    const words = name.split(' ');
    return words.map((_word, index) => words.slice(index).join(' '));
  });
  return [...new Set(terms)];
}
