const form = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes of a whole day. */
export const minutesPerDay = 1_440;

/** Minutes since midnight of `HH:MM`, 24:00 included; null for anything else. */
export function parseLocalTime(text: string): number | null {
  if (text === '24:00') return minutesPerDay;
  return form.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;
}

/** Minutes since midnight as `HH:MM`. */
export function formatLocalTime(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const millisecondsPerDay = 86_400_000;

/** Counts a calendar day `YYYY-MM-DD` from 1970-01-01; null when there is no such day. */
export function parseLocalDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay;
  return !Number.isNaN(day) && formatLocalDate(day) === text ? day : null;
}

/** The calendar day with this count from 1970-01-01, as `YYYY-MM-DD`. */
export function formatLocalDate(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
