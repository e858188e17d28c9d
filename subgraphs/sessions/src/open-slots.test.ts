import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, availabilityIn, busyIn, jumps } from '../test/arbitraries.ts';
import { wallClock } from '../test/wall-clock.ts';
import type { Availability } from './availability.ts';
import { formatLocalDate } from './local-time.ts';
import { findOpenSlots, isOpenTo, type Calendar } from './open-slots.ts';
import { openWindows } from './open-windows.ts';
import type { Span } from './span.ts';

const minute = 60_000;

/** The rule for one minute, without any arithmetic on time zones. */
function isOpenAt({ timeZone, weekly, exceptions }: Availability, instant: number): boolean {
  const { day, date, minutes } = wallClock(timeZone, instant);
  const exception = exceptions.find(
    ({ firstDay, lastDay }) =>
      formatLocalDate(firstDay) <= date && date <= formatLocalDate(lastDay),
  );
  const hours = exception?.windows ?? weekly.filter((window) => window.day === day);
  return hours.some(({ start, end }) => start <= minutes && minutes < end);
}

function isSuitable({ availability, busy, held }: Calendar, slot: Span, now: number): boolean {
  if (held.some(({ start, end }) => start < slot.end && slot.start < end)) return false;
  const buffer = (availability?.bufferMinutes ?? 0) * minute;
  if (busy.some(({ start, end }) => start - buffer < slot.end && slot.start < end + buffer)) {
    return false;
  }
  if (availability === null) return slot.start >= now;
  if (slot.start < now + availability.minimumNoticeMinutes * minute) return false;
  for (let at = slot.start; at < slot.end; at += minute) {
    if (!isOpenAt(availability, at)) return false;
  }
  const { date } = wallClock(availability.timeZone, slot.start);
  const sameDay = busy.filter(({ start }) => wallClock(availability.timeZone, start).date === date);
  return availability.maximumPerDay === null || sameDay.length < availability.maximumPerDay;
}

describe.each(jumps)('availability in %s around %s', (timeZone, date) => {
  const span = around(date);

  it('is open exactly while the wall clock shows an hour of the plan', () => {
    fc.assert(
      fc.property(availabilityIn(timeZone, date), (availability) => {
        const open = openWindows(availability, span);
        for (let at = span.start; at < span.end; at += 5 * minute) {
          const isOpen = open.some(({ start, end }) => start <= at && at < end);
          expect(isOpen).toBe(isOpenAt(availability, at));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('offers every quarter hour that suits both people, and no other', () => {
    const calendar = fc.record({
      availability: fc.oneof(availabilityIn(timeZone, date), fc.constant(null)),
      busy: busyIn(span),
      held: busyIn(span),
    });
    const question = fc.record({
      calendars: fc.tuple(calendar, calendar),
      durationMinutes: fc.constantFrom(15, 45, 60, 90),
      now: fc.integer({ min: -600, max: 600 }).map((minutes) => span.start + minutes * minute),
    });
    fc.assert(
      fc.property(question, ({ calendars, durationMinutes, now }) => {
        const offered = findOpenSlots({ calendars, span, durationMinutes, now });
        const expected: Span[] = [];
        for (let start = span.start; start < span.end; start += 15 * minute) {
          const slot = { start, end: start + durationMinutes * minute };
          const suits = slot.end <= span.end && start >= now;
          if (suits && calendars.every((each) => isSuitable(each, slot, now))) expected.push(slot);
        }
        expect(offered).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('open slots', () => {
  const always: Calendar = { availability: null, busy: [], held: [] };
  const now = Date.parse('2027-03-27T00:00:00Z');

  it('keep the local hour when the clock jumps', () => {
    const parisMornings: Availability = {
      ...{ userId: 'usr_1', version: 1, timeZone: 'Europe/Paris', exceptions: [] },
      weekly: [
        { day: 'SATURDAY', start: 540, end: 600 },
        { day: 'SUNDAY', start: 540, end: 600 },
      ],
      ...{ bufferMinutes: 0, minimumNoticeMinutes: 0, maximumPerDay: null },
    };
    const span = { start: now, end: now + 2 * 1_440 * minute };
    const calendars = [{ availability: parisMornings, busy: [], held: [] }, always];
    const slots = findOpenSlots({ calendars, span, durationMinutes: 60, now });
    expect(slots.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ]);
  });

  it('of people without a plan are every quarter hour', () => {
    const span = { start: now + minute, end: now + 60 * minute };
    expect(findOpenSlots({ calendars: [always], span, durationMinutes: 15, now })).toHaveLength(3);
  });

  it('stop at the limit', () => {
    const span = { start: now, end: now + 1_440 * minute };
    const question = { calendars: [always], span, durationMinutes: 60, now, limit: 5 };
    expect(findOpenSlots(question)).toHaveLength(5);
  });

  it('are those in which somebody can be asked', () => {
    fc.assert(
      fc.property(
        availabilityIn('Europe/Paris', '2027-03-28'),
        busyIn(around('2027-03-28')),
        busyIn(around('2027-03-28')),
        (availability, busy, held) => {
          const calendar = { availability, busy, held };
          const span = around('2027-03-28');
          const question = { calendars: [calendar], span, durationMinutes: 30, now };
          for (const slot of findOpenSlots(question)) {
            expect(isOpenTo(calendar, slot, now)).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
