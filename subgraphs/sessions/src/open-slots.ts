import type { Availability } from './availability.ts';
import { openWindows } from './open-windows.ts';
import { intersect, merge, overlaps, subtract, type Span } from './span.ts';
import { zoneStretches } from './zone-offsets.ts';

const minute = 60_000;
const day = 86_400_000;
const quarter = 15 * minute;

/** What of a person decides whether a time is open to them. */
export interface Calendar {
  /** Null when the person has not said; they are then open at any time. */
  readonly availability: Availability | null;
  /** Agreed sessions, at least those within a day and a half of the times in question. */
  readonly busy: readonly Span[];
  /** Times that somebody holds for a moment; they need no buffer and count for no day. */
  readonly held: readonly Span[];
}

/** What {@link findOpenSlots} is asked. */
export interface SlotQuestion {
  readonly calendars: readonly Calendar[];
  readonly span: Span;
  readonly durationMinutes: number;
  readonly now: number;
  readonly limit?: number;
}

/**
 * Times inside `span` that are open in all calendars, each starting on the quarter hour. Every zone
 * is whole quarters away from UTC, so the quarters of UTC are those of all clocks.
 */
export function findOpenSlots(question: SlotQuestion): Span[] {
  const { calendars, span, durationMinutes, now, limit = Infinity } = question;
  const length = durationMinutes * minute;
  const future = { start: Math.max(span.start, now), end: span.end };
  const free = calendars
    .map((calendar) => freeTime(calendar, future, now))
    .reduce(intersect, merge([future]));
  const full = calendars.map((calendar) => fullDays(calendar, span));
  const slots: Span[] = [];
  for (const { start, end } of free) {
    for (let at = Math.ceil(start / quarter) * quarter; at + length <= end; at += quarter) {
      if (full.some((isFull) => isFull(at))) continue;
      if (slots.length >= limit) return slots;
      slots.push({ start: at, end: at + length });
    }
  }
  return slots;
}

/**
 * Whether a person's own rules let them be asked for this time: availability, notice, buffer around
 * their sessions, sessions a day. Of those proposed `together` with it each counts for its day.
 */
export function isOpenTo(
  calendar: Calendar,
  span: Span,
  now: number,
  together: readonly Span[] = [],
): boolean {
  const isFree = freeTime(calendar, span, now).some(
    ({ start, end }) => start <= span.start && span.end <= end,
  );
  const { availability, busy } = calendar;
  return isFree && !fullDays({ availability, busy: [...busy, ...together] }, span)(span.start);
}

function freeTime({ availability, busy, held }: Calendar, span: Span, now: number): Span[] {
  const buffer = (availability?.bufferMinutes ?? 0) * minute;
  const earliest = now + (availability?.minimumNoticeMinutes ?? 0) * minute;
  const noticed = { start: Math.max(span.start, earliest), end: span.end };
  const taken = busy.map(({ start, end }) => ({ start: start - buffer, end: end + buffer }));
  return subtract(openWindows(availability, noticed), merge([...taken, ...held]));
}

/** Tells whether a person has all the sessions that they allow on the local day of a start. */
function fullDays(
  { availability, busy }: Pick<Calendar, 'availability' | 'busy'>,
  span: Span,
): (start: number) => boolean {
  const maximum = availability?.maximumPerDay ?? null;
  if (availability === null || maximum === null) return () => false;
  const wide = { start: span.start - 2 * day, end: span.end + 2 * day };
  const stretches = zoneStretches(availability.timeZone, wide);
  const localDay = (start: number) => {
    const stretch = stretches.find((each) => overlaps(each, { start, end: start + 1 }));
    return stretch === undefined ? null : Math.floor((start + stretch.offset) / day);
  };
  const counts = new Map<number | null, number>();
  for (const { start } of busy) counts.set(localDay(start), (counts.get(localDay(start)) ?? 0) + 1);
  return (start) => (counts.get(localDay(start)) ?? 0) >= maximum;
}
