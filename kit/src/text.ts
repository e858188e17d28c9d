/** Why a text is refused. */
export type TextRefusal = 'EMPTY' | 'TOO_LONG' | 'INVALID_TEXT';

const controls = /[^\P{Cc}\t\n\r]/u;
const invisible = /[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

/** The form in which people's text is stored: NFC, line ends as \n, outer white space gone. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/**
 * Judges text that people wrote: nothing to see is EMPTY, more than `maximum` code points is
 * TOO_LONG, control characters (tab and line feed aside) and lone surrogates are INVALID_TEXT.
 */
export function refuseText(text: string, maximum: number): TextRefusal | null {
  // The cheap length test first: a megabyte is never walked by the expressions below.
  if (text.length > maximum * 2) return 'TOO_LONG';
  if (!text.isWellFormed() || controls.test(text)) return 'INVALID_TEXT';
  if (text.replaceAll(invisible, '') === '') return 'EMPTY';
  return Array.from(text).length > maximum ? 'TOO_LONG' : null;
}

const zones = new Map<string, boolean>();

/** True for an IANA time zone name that this runtime knows; offsets such as +02:00 are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  const known = zones.get(name);
  if (known !== undefined) return known;
  let valid = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    valid = false;
  }
  if (valid || zones.size < 5_000) zones.set(name, valid);
  return valid;
}

/** The canonical form of a BCP 47 tag, or null when it is none. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return tag.length <= 35 ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}
