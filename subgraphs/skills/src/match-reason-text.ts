import type { MatchReason } from './match-score.ts';
import type { TextLanguage } from './text-language.ts';

/** A reason as a sentence to the viewer. */
export function matchReasonText(reason: MatchReason, language: TextLanguage): string {
  return language === 'fr' ? french(reason) : english(reason);
}

function english(reason: MatchReason): string {
  switch (reason.code) {
    case 'RECIPROCAL':
      return 'Each of you teaches what the other wants to learn.';
    case 'TEACHES_WHAT_YOU_LEARN':
      return `Teaches what you want to learn: ${list(reason.labels, 'en')}.`;
    case 'LEARNS_WHAT_YOU_TEACH':
      return `Wants to learn what you teach: ${list(reason.labels, 'en')}.`;
    case 'COMMON_LANGUAGE':
      return `You have a language in common: ${languageNames(reason.languages, 'en')}.`;
    case 'SUITABLE_LEVEL':
      return 'The teacher’s level suits the learner.';
    case 'NEARBY':
      return `Lives within about ${String(reason.withinKm)} km of you.`;
    case 'OVERLAPPING_AVAILABILITY':
      return reason.hoursPerWeek === 1
        ? 'You are both free for about an hour a week.'
        : `You are both free for about ${String(reason.hoursPerWeek)} hours a week.`;
    case 'VERIFIED_BY_SESSIONS':
      return reason.sessions === 1
        ? 'Has finished a session of what you want to learn.'
        : `Has finished ${String(reason.sessions)} sessions of what you want to learn.`;
    case 'HIGH_REPUTATION':
      return `Rated ${stars(reason.stars, 'en')} out of 5.`;
  }
}

function french(reason: MatchReason): string {
  switch (reason.code) {
    case 'RECIPROCAL':
      return 'Chacun de vous enseigne ce que l’autre veut apprendre.';
    case 'TEACHES_WHAT_YOU_LEARN':
      return `Enseigne ce que vous voulez apprendre : ${list(reason.labels, 'fr')}.`;
    case 'LEARNS_WHAT_YOU_TEACH':
      return `Veut apprendre ce que vous enseignez : ${list(reason.labels, 'fr')}.`;
    case 'COMMON_LANGUAGE':
      return `Vous avez une langue en commun : ${languageNames(reason.languages, 'fr')}.`;
    case 'SUITABLE_LEVEL':
      return 'Le niveau de qui enseigne convient à qui apprend.';
    case 'NEARBY':
      return `Habite à environ ${String(reason.withinKm)} km de chez vous au plus.`;
    case 'OVERLAPPING_AVAILABILITY':
      return reason.hoursPerWeek === 1
        ? 'Vous êtes libres en même temps environ une heure par semaine.'
        : `Vous êtes libres en même temps environ ${String(reason.hoursPerWeek)} heures par semaine.`;
    case 'VERIFIED_BY_SESSIONS':
      return reason.sessions === 1
        ? 'A mené à bien une session sur ce que vous voulez apprendre.'
        : `A mené à bien ${String(reason.sessions)} sessions sur ce que vous voulez apprendre.`;
    case 'HIGH_REPUTATION':
      return `Note de ${stars(reason.stars, 'fr')} sur 5.`;
  }
}

/** Making one of these costs more than a page of reasons, so they are made once. */
const formats = {
  en: createFormats('en'),
  fr: createFormats('fr'),
} as const satisfies Record<TextLanguage, unknown>;

function createFormats(language: TextLanguage) {
  return {
    list: new Intl.ListFormat(language),
    languageNames: new Intl.DisplayNames([language], { type: 'language' }),
    stars: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
  };
}

function list(items: readonly string[], language: TextLanguage): string {
  return formats[language].list.format(items);
}

function languageNames(languages: readonly string[], language: TextLanguage): string {
  const names = formats[language].languageNames;
  return list(
    languages.map((tag) => names.of(tag) ?? tag),
    language,
  );
}

function stars(score: number, language: TextLanguage): string {
  return formats[language].stars.format(score);
}
