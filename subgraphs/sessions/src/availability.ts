/** The days of the week in order, Monday first. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

/** One of {@link weekdays}. */
export type Weekday = (typeof weekdays)[number];

/** Hours of a day in minutes since midnight; 1440 is the end of the day. */
export interface DayWindow {
  readonly start: number;
  readonly end: number;
}

/** Hours that repeat every week. */
export interface WeeklyWindow extends DayWindow {
  readonly day: Weekday;
}

/** Days, both included and counted from 1970-01-01, on which other hours hold than every week. */
export interface AvailabilityException {
  readonly id: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly windows: readonly DayWindow[];
}

/** The part of an availability that is replaced as a whole. */
export interface WeeklyPlan {
  readonly timeZone: string;
  readonly weekly: readonly WeeklyWindow[];
  readonly bufferMinutes: number;
  readonly minimumNoticeMinutes: number;
  readonly maximumPerDay: number | null;
}

/**
 * When a person is open to sessions. An hour is meant by the wall clock of the person's zone: where
 * the clock jumps over an hour it does not exist, where it falls back it exists twice.
 */
export interface Availability extends WeeklyPlan {
  readonly userId: string;
  readonly version: number;
  readonly exceptions: readonly AvailabilityException[];
}
