import { weekdays, type Weekday } from '../src/availability.ts';

/** What a clock on the wall shows. */
export interface WallClock {
  readonly day: Weekday;
  readonly date: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const seen = new Map<string, WallClock>();

/** Reads a zone's wall clock from the runtime's own calendar, as a second opinion on the product's. */
export function wallClock(timeZone: string, instant: number): WallClock {
  const key = `${timeZone} ${String(instant)}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const clock = {
    day: weekdays.find((day) => day === read('weekday').toUpperCase()) ?? 'MONDAY',
    date: `${read('year')}-${read('month')}-${read('day')}`,
    minutes: Number(read('hour')) * 60 + Number(read('minute')),
  };
  seen.set(key, clock);
  return clock;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
