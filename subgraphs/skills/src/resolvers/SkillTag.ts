import { badUserInput } from '@skillswap/kit/errors';
import { canonicalLanguage } from '@skillswap/kit/text';
import type { SkillTagResolvers } from '../generated/resolvers.ts';
import { chooseTextLanguage, textLanguage } from '../text-language.ts';

export const SkillTag: SkillTagResolvers = {
  __resolveReference: ({ slug }, { tagBySlug }) => tagBySlug.load(slug),
  label({ labels }, { language }, { acceptLanguage }) {
    if (language == null) return labels[chooseTextLanguage(acceptLanguage)];
    const wanted = canonicalLanguage(language);
    if (wanted === null) throw badUserInput('The language is not a BCP 47 tag.', ['language']);
    return labels[textLanguage(wanted) ?? chooseTextLanguage(acceptLanguage)];
  },
};
