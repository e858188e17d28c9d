import { canonicalLanguage, isTimeZone, normaliseText, refuseText } from '@skillswap/kit/text';
import type { TextRefusal } from '@skillswap/kit/text';
import { refusal, type Refusal } from './refusal.ts';
import { toPrivacyChanges, type Privacy, type WantedPrivacy } from './privacy.ts';
import type { ContactPolicy, Theme, User } from './user.ts';

/** Why a change of a profile is refused. */
export type ProfileRefusal = TextRefusal | 'INVALID_LANGUAGE' | 'TOO_MANY' | 'INVALID_TIME_ZONE';

/** Changes as they are asked for; null and absent fields stay, except that a null `bio` removes it. */
export interface WantedProfile {
  readonly displayName?: string | null | undefined;
  readonly bio?: string | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly preferredLanguage?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly contactableBy?: ContactPolicy | null | undefined;
  readonly privacy?: WantedPrivacy | null | undefined;
  readonly theme?: Theme | null | undefined;
}

/** Changes that may be stored. */
export type ProfileChanges = Partial<
  Pick<
    User,
    | 'displayName'
    | 'bio'
    | 'languages'
    | 'preferredLanguage'
    | 'timeZone'
    | 'contactableBy'
    | 'theme'
  >
> & { readonly privacy?: Partial<Privacy> };

export const displayNameMaximum = 80;
const bioMaximum = 2_000;
const languagesMaximum = 20;

/** Every reason to refuse the changes; none when they may be stored. */
export function refuseProfile(wanted: WantedProfile): Refusal<ProfileRefusal>[] {
  const { displayName, bio, languages, preferredLanguage, timeZone } = wanted;
  const refusals: Refusal<ProfileRefusal>[] = [];
  const judge = (code: ProfileRefusal | null, ...path: string[]) => {
    if (code !== null) refusals.push(refusal(code, ...path));
  };
  if (displayName != null) judge(refuseText(displayName, displayNameMaximum), 'displayName');
  if (bio != null && bio.trim() !== '') judge(refuseText(bio, bioMaximum), 'bio');
  if (languages != null) judge(refuseLanguages(languages), 'languages');
  if (preferredLanguage != null) judge(refuseLanguage(preferredLanguage), 'preferredLanguage');
  if (timeZone != null) judge(refuseTimeZone(timeZone), 'timeZone');
  return refusals;
}

/** The changes in the form in which they are stored. They must not have been refused. */
export function toProfileChanges(wanted: WantedProfile): ProfileChanges {
  const { displayName, bio, languages, preferredLanguage, timeZone, contactableBy } = wanted;
  const { privacy, theme } = wanted;
  return {
    ...(displayName != null && { displayName: normaliseText(displayName) }),
    ...(bio !== undefined && { bio: toBio(bio) }),
    ...(languages != null && { languages: [...new Set(languages.map(toLanguage))] }),
    ...(preferredLanguage != null && { preferredLanguage: toLanguage(preferredLanguage) }),
    ...(timeZone != null && { timeZone }),
    ...(contactableBy != null && { contactableBy }),
    ...(privacy != null && { privacy: toPrivacyChanges(privacy) }),
    ...(theme != null && { theme }),
  };
}

/** Why a text is no language tag. */
export function refuseLanguage(tag: string): 'INVALID_LANGUAGE' | null {
  return canonicalLanguage(tag) === null ? 'INVALID_LANGUAGE' : null;
}

/** Why a text is no time zone. */
export function refuseTimeZone(name: string): 'INVALID_TIME_ZONE' | null {
  return isTimeZone(name) ? null : 'INVALID_TIME_ZONE';
}

function refuseLanguages(tags: readonly string[]): 'TOO_MANY' | 'INVALID_LANGUAGE' | null {
  if (tags.length > languagesMaximum) return 'TOO_MANY';
  return tags.map(refuseLanguage).find((code) => code !== null) ?? null;
}

/** The canonical form of a tag that is one. */
export function toLanguage(tag: string): string {
  return canonicalLanguage(tag) ?? tag;
}

function toBio(bio: string | null): string | null {
  const text = normaliseText(bio ?? '');
  return text === '' ? null : text;
}
