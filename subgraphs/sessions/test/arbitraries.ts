import fc from 'fast-check';
import { weekdays, type Availability, type DayWindow } from '../src/availability.ts';
import { parseLocalDate } from '../src/local-time.ts';
import type { Span } from '../src/span.ts';

const day = 86_400_000;

/** Zones whose clocks jump in different ways, each with days on which they do. */
export const jumps = [
  ['Europe/Paris', '2027-03-28'],
  ['Europe/Paris', '2027-10-31'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  // Half an hour instead of a whole one.
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  // The hour after midnight does not exist, or midnight comes twice.
  ['America/Havana', '2027-03-14'],
  ['America/Havana', '2027-11-07'],
  ['Africa/Cairo', '2027-04-30'],
  ['Africa/Cairo', '2027-10-29'],
  ['Asia/Kathmandu', '2027-06-15'],
] as const;

/** Three days around a jump, in UTC. */
export function around(date: string): Span {
  const start = Date.parse(`${date}T00:00:00Z`) - day;
  return { start, end: start + 3 * day };
}

const window: fc.Arbitrary<DayWindow> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 })
  .map(([a = 0, b = 0]) => ({ start: Math.min(a, b) * 15, end: Math.max(a, b) * 15 }));

/** Any availability in the zone, with or without an exception on the day. */
export function availabilityIn(timeZone: string, date: string): fc.Arbitrary<Availability> {
  const on = parseLocalDate(date) ?? 0;
  return fc.record({
    userId: fc.constant('usr_1'),
    version: fc.constant(1),
    timeZone: fc.constant(timeZone),
    weekly: fc.array(
      fc.tuple(fc.constantFrom(...weekdays), window).map(([weekday, hours]) => ({
        day: weekday,
        ...hours,
      })),
      { maxLength: 12 },
    ),
    exceptions: fc.oneof(
      fc.constant([]),
      fc
        .array(window, { maxLength: 3 })
        .map((windows) => [{ id: 'exc_1', firstDay: on, lastDay: on, windows }]),
    ),
    bufferMinutes: fc.constantFrom(0, 10, 30),
    minimumNoticeMinutes: fc.constantFrom(0, 90, 1_440),
    maximumPerDay: fc.constantFrom(null, 1, 2),
  });
}

/** Up to four agreed sessions within the span, on five-minute bounds. */
export function busyIn({ start, end }: Span): fc.Arbitrary<Span[]> {
  const step = 5 * 60_000;
  return fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: (end - start) / step - 1 }), fc.integer({ min: 1, max: 24 }))
      .map(([at, length]) => ({ start: start + at * step, end: start + (at + length) * step })),
    { maxLength: 4 },
  );
}
