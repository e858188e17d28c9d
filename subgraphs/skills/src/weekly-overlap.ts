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

/** When a person is free in a usual week. */
export interface WeeklyAvailability {
  readonly timeZone: string;
  /** `start` and `end` are HH:MM; 24:00 ends a day. */
  readonly weekly: readonly {
    readonly day: (typeof weekdays)[number];
    readonly start: string;
    readonly end: string;
  }[];
}

/** Minutes since Monday 00:00 UTC, from inclusive and to exclusive, within one week. */
type Interval = readonly [from: number, to: number];

const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
const wholeWeek: readonly Interval[] = [[0, minutesPerWeek]];

/** How many minutes a week two people are both free; who has no plan (null) is always free. */
export function weeklyOverlapMinutes(
  a: WeeklyAvailability | null,
  b: WeeklyAvailability | null,
  now: Date,
): number {
  const left = freeIntervals(a, now);
  const right = freeIntervals(b, now);
  let minutes = 0;
  for (const [from, to] of left) {
    for (const [otherFrom, otherTo] of right) {
      minutes += Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
  }
  return minutes;
}

function freeIntervals(plan: WeeklyAvailability | null, now: Date): readonly Interval[] {
  if (plan === null) return wholeWeek;
  const offset = offsetMinutes(plan.timeZone, now);
  return plan.weekly.flatMap(({ day, start, end }) => {
    const midnight = weekdays.indexOf(day) * minutesPerDay - offset;
    return withinWeek(midnight + minutesOf(start), midnight + minutesOf(end));
  });
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

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A zone's distance from UTC at an instant, so that both plans are compared as they are today. */
function offsetMinutes(timeZone: string, at: Date): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
