/** The languages in which the product writes. */
export type TextLanguage = 'en' | 'fr';

/** The language of a tag when the product writes it: "fr-CA" is French. */
export function textLanguage(tag: string): TextLanguage | null {
  const language = baseLanguage(tag);
  return language === 'en' || language === 'fr' ? language : null;
}

/** The language of a tag without region and script: "fr" of "fr-CA". */
export function baseLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/**
 * Chooses a language for texts: the best that `accept-language` asks for, then the preferred one,
 * then English.
 */
export function chooseTextLanguage(
  acceptLanguage: string | null,
  preferred: string | null = null,
): TextLanguage {
  return (
    acceptedLanguage(acceptLanguage ?? '') ??
    (preferred === null ? null : textLanguage(preferred)) ??
    'en'
  );
}

function acceptedLanguage(header: string): TextLanguage | null {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .flatMap((range) => {
      const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/);
      const language = textLanguage(tag);
      const quality = Number(/^q=([\d.]+)$/.exec(parameters[0] ?? 'q=1')?.[1] ?? Number.NaN);
      return language !== null && quality > 0 ? [{ language, quality }] : [];
    });
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.language ?? null;
}
