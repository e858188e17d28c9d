import { normaliseLabel } from './label.ts';
import type { TextLanguage } from './text-language.ts';

/** A subject of the catalogue. */
export interface SkillTag {
  readonly slug: string;
  readonly labels: Readonly<Record<TextLanguage, string>>;
  /** Other names in any language. */
  readonly aliases: readonly string[];
}

/** All names of a tag, as labels are compared; a label equal to one of them is about this tag. */
export function tagNames({ labels, aliases }: SkillTag): string[] {
  return [...new Set([labels.en, labels.fr, ...aliases].map(normaliseLabel))];
}

/** The names again and each one's later words onwards, so that a search finds words inside. */
export function tagSearchTerms(tag: SkillTag): string[] {
  const terms = tagNames(tag).flatMap((name) => {
    const words = name.split(' ');
    return words.map((_word, index) => words.slice(index).join(' '));
  });
  return [...new Set(terms)];
}
