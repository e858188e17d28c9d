/** When a session starts, by the clock and in the words of the person who reads it. */
export function localStart(startAt: Date, timeZone: string, locale: 'en-GB' | 'fr-FR'): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  });
  return `${format.format(startAt)} (${timeZone})`;
}
