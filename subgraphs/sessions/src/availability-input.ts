import { isTimeZone } from '@skillswap/kit/text';
import {
  type AvailabilityException,
  type DayWindow,
  type Weekday,
  type WeeklyPlan,
} from './availability.ts';
import { parseLocalDate, parseLocalTime } from './local-time.ts';

/** Why an availability or an exception to it is refused. */
export type AvailabilityRefusalCode =
  | 'INVALID_TIME_ZONE'
  | 'INVALID_WINDOW'
  | 'OVERLAPPING_WINDOWS'
  | 'TOO_MANY'
  | 'OUT_OF_RANGE'
  | 'INVALID_DAY'
  | 'OVERLAPPING_EXCEPTION'
  | 'NO_AVAILABILITY'
  | 'NOT_FOUND';

/** A refusal and the input field that is its cause. */
export interface AvailabilityRefusal<Code extends AvailabilityRefusalCode> {
  readonly code: Code;
  readonly path: readonly string[];
}

/** A weekly plan as it was typed. */
export interface WeeklyPlanInput {
  readonly timeZone: string;
  readonly weekly: readonly {
    readonly day: Weekday;
    readonly start: string;
    readonly end: string;
  }[];
  readonly bufferMinutes?: number | null | undefined;
  readonly minimumNoticeMinutes?: number | null | undefined;
  readonly maximumPerDay?: number | null | undefined;
}

/** Why a weekly plan is refused. */
export type WeeklyPlanRefusal = AvailabilityRefusal<
  'INVALID_TIME_ZONE' | 'INVALID_WINDOW' | 'OVERLAPPING_WINDOWS' | 'TOO_MANY' | 'OUT_OF_RANGE'
>;

const maximumWindows = 70;
const ranges = {
  bufferMinutes: [0, 240],
  minimumNoticeMinutes: [0, 43_200],
  maximumPerDay: [1, 24],
} as const;

/** Reads a weekly plan; what is wrong with it comes as refusals, all at once. */
export function parseWeeklyPlan(input: WeeklyPlanInput): WeeklyPlan | WeeklyPlanRefusal[] {
  const refusals: WeeklyPlanRefusal[] = [];
  if (!isTimeZone(input.timeZone)) refusals.push({ code: 'INVALID_TIME_ZONE', path: ['timeZone'] });
  for (const name of ['bufferMinutes', 'minimumNoticeMinutes', 'maximumPerDay'] as const) {
    const value = input[name] ?? null;
    const [least, most] = ranges[name];
    if (value !== null && (value < least || value > most)) {
      refusals.push({ code: 'OUT_OF_RANGE', path: [name] });
    }
  }
  const weekly = parseWindows(input.weekly, 'weekly', refusals, maximumWindows);
  if (refusals.length > 0) return refusals;
  return {
    timeZone: input.timeZone,
    weekly: input.weekly.flatMap(({ day }, at) => {
      const window = weekly[at];
      return window === undefined ? [] : [{ day, ...window }];
    }),
    bufferMinutes: input.bufferMinutes ?? 0,
    minimumNoticeMinutes: input.minimumNoticeMinutes ?? 0,
    maximumPerDay: input.maximumPerDay ?? null,
  };
}

/** An exception as it was typed. */
export interface ExceptionInput {
  readonly firstDay: string;
  readonly lastDay?: string | null | undefined;
  readonly windows?: readonly { readonly start: string; readonly end: string }[] | null | undefined;
}

/** Why an exception is refused for what was typed. */
export type ExceptionRefusal = AvailabilityRefusal<
  'INVALID_DAY' | 'INVALID_WINDOW' | 'OVERLAPPING_WINDOWS' | 'TOO_MANY'
>;

const maximumDays = 366;
const maximumDayWindows = 10;

/** Reads an exception; what is wrong with it comes as refusals, all at once. */
export function parseException(
  input: ExceptionInput,
): Omit<AvailabilityException, 'id'> | ExceptionRefusal[] {
  const refusals: ExceptionRefusal[] = [];
  const firstDay = parseLocalDate(input.firstDay);
  const lastDay = input.lastDay == null ? firstDay : parseLocalDate(input.lastDay);
  if (firstDay === null) refusals.push({ code: 'INVALID_DAY', path: ['firstDay'] });
  const isBackwards = firstDay !== null && lastDay !== null && lastDay < firstDay;
  const isTooLong = firstDay !== null && lastDay !== null && lastDay - firstDay >= maximumDays;
  if ((input.lastDay != null && lastDay === null) || isBackwards || isTooLong) {
    refusals.push({ code: 'INVALID_DAY', path: ['lastDay'] });
  }
  const windows = parseWindows(input.windows ?? [], 'windows', refusals, maximumDayWindows);
  if (refusals.length > 0 || firstDay === null || lastDay === null) return refusals;
  return { firstDay, lastDay, windows };
}

type WindowRefusal = AvailabilityRefusal<'INVALID_WINDOW' | 'OVERLAPPING_WINDOWS' | 'TOO_MANY'>;

function parseWindows(
  typed: readonly { readonly day?: Weekday; readonly start: string; readonly end: string }[],
  field: string,
  refusals: { push(refusal: WindowRefusal): unknown },
  most: number,
): DayWindow[] {
  if (typed.length > most) {
    refusals.push({ code: 'TOO_MANY', path: [field] });
    return [];
  }
  const windows: (DayWindow & { readonly day: Weekday | undefined })[] = [];
  for (const [at, { day, start: from, end: to }] of typed.entries()) {
    const path = [field, String(at)];
    const start = parseLocalTime(from);
    const end = parseLocalTime(to);
    if (start === null || end === null || start >= end) {
      refusals.push({ code: 'INVALID_WINDOW', path });
      continue;
    }
    const isDouble = windows.some((w) => w.day === day && w.start < end && start < w.end);
    if (isDouble) refusals.push({ code: 'OVERLAPPING_WINDOWS', path });
    windows.push({ day, start, end });
  }
  return windows.map(({ start, end }) => ({ start, end }));
}
