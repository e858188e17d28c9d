/** A day by the calendar of a time zone, in the words of a language. */
export function localDay(instant: Date, timeZone: string, locale: 'en-GB' | 'fr-FR'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
}
