/** The days of a week, in order. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

/** A window of a weekly plan; `start` and `end` are HH:MM, and 24:00 ends a day. */
export interface WeeklyWindow {
  readonly day: (typeof weekdays)[number];
  readonly start: string;
  readonly end: string;
}

/**
 * When a person is free in a usual week: minutes since Monday 00:00 in the plan's zone, from and
 * to by turns. Flat, because matching reads hundreds of them at a time.
 */
export interface WeeklyAvailability {
  readonly timeZone: string;
  readonly minutes: readonly number[];
}

/** Minutes since Monday 00:00 UTC, from inclusive and to exclusive, within one week. */
type Interval = readonly [from: number, to: number];

const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
const wholeWeek: readonly Interval[] = [[0, minutesPerWeek]];

/** A weekly plan as matching keeps it. */
export function toWeeklyAvailability(
  timeZone: string,
  weekly: readonly WeeklyWindow[],
): WeeklyAvailability {
  const minutes = weekly.flatMap(({ day, start, end }) => {
    const midnight = weekdays.indexOf(day) * minutesPerDay;
    return [midnight + minutesOfDay(start), midnight + minutesOfDay(end)];
  });
  return { timeZone, minutes };
}

/** How many minutes a week two people are both free; who has no plan (null) is always free. */
export function weeklyOverlapMinutes(
  a: WeeklyAvailability | null,
  b: WeeklyAvailability | null,
  now: Date,
): number {
  const right = freeIntervals(b, now);
  let minutes = 0;
  for (const [from, to] of freeIntervals(a, now)) {
    for (const [otherFrom, otherTo] of right) {
      minutes += Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
  }
  return minutes;
}

function freeIntervals(plan: WeeklyAvailability | null, now: Date): readonly Interval[] {
  if (plan === null) return wholeWeek;
  const offset = offsetMinutes(plan.timeZone, now);
  const intervals: Interval[] = [];
  for (let index = 0; index + 1 < plan.minutes.length; index += 2) {
    const [from = 0, to = 0] = plan.minutes.slice(index, index + 2);
    intervals.push(...withinWeek(from - offset, to - offset));
  }
  return intervals;
}

/** What reaches over the week's edge comes in at its other side. */
function withinWeek(from: number, to: number): Interval[] {
  const start = ((from % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const end = start + Math.max(0, to - from);
  if (end <= minutesPerWeek) return [[start, end]];
  return [
    [start, minutesPerWeek],
    [0, end - minutesPerWeek],
  ];
}

function minutesOfDay(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const offsets = new Map<string, { readonly minutes: number; readonly until: number }>();
const quarterHour = 15 * 60_000;

/**
 * A zone's distance from UTC at an instant, so that plans are compared as they are today. Kept to
 * the end of the quarter of an hour, because zones change at none other.
 */
function offsetMinutes(timeZone: string, at: Date): number {
  const time = at.getTime();
  const kept = offsets.get(timeZone);
  if (kept !== undefined && time < kept.until && time >= kept.until - quarterHour) {
    return kept.minutes;
  }
  const minutes = readOffset(timeZone, at);
  offsets.set(timeZone, { minutes, until: (Math.floor(time / quarterHour) + 1) * quarterHour });
  return minutes;
}

function readOffset(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
