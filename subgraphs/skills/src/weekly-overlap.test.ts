import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  toWeeklyAvailability,
  weekdays,
  weeklyOverlapMinutes,
  type WeeklyWindow,
} from './weekly-overlap.ts';

const winter = new Date('2026-01-14T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');
const week = 7 * 24 * 60;

const plan = (timeZone: string, ...weekly: WeeklyWindow[]) =>
  toWeeklyAvailability(timeZone, weekly);
const monday = (start: string, end: string) => ({ day: 'MONDAY', start, end }) as const;

it.each([
  ['nobody has a plan: the whole week', null, null, week],
  ['one has none: the other’s windows', null, plan('UTC', monday('09:00', '11:00')), 120],
  ['an empty plan: nothing', plan('UTC'), null, 0],
  [
    'windows overlap',
    plan('UTC', monday('09:00', '11:00')),
    plan('UTC', monday('10:00', '12:00')),
    60,
  ],
  [
    'windows touch',
    plan('UTC', monday('09:00', '10:00')),
    plan('UTC', monday('10:00', '12:00')),
    0,
  ],
  [
    'zones differ',
    plan('Europe/Paris', monday('10:00', '12:00')),
    plan('UTC', monday('09:00', '11:00')),
    120,
  ],
  ['the day ends at 24:00', plan('UTC', monday('23:00', '24:00')), null, 60],
  [
    'a window reaches over the week’s edge',
    plan('Asia/Tokyo', monday('00:00', '10:00')),
    plan('UTC', { day: 'SUNDAY', start: '20:00', end: '24:00' }, monday('00:00', '02:00')),
    300,
  ],
] as const)('in winter, %s', (_case, a, b, minutes) => {
  expect(weeklyOverlapMinutes(a, b, winter)).toBe(minutes);
  expect(weeklyOverlapMinutes(b, a, winter)).toBe(minutes);
});

it('follows daylight saving time', () => {
  const paris = plan('Europe/Paris', monday('10:00', '12:00'));
  const utc = plan('UTC', monday('09:00', '11:00'));
  expect(weeklyOverlapMinutes(paris, utc, winter)).toBe(120);
  expect(weeklyOverlapMinutes(paris, utc, summer)).toBe(60);
});

it('equals counting minute by minute', () => {
  const zones = ['UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland'];
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  // One window a day at most, so that windows of a plan never overlap each other.
  const plans = fc.record({
    timeZone: fc.constantFrom(...zones),
    weekly: fc.uniqueArray(
      fc.record({
        day: fc.constantFrom(...weekdays),
        window: fc
          .tuple(fc.nat(1440), fc.nat(1440))
          .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      }),
      { selector: ({ day }) => day },
    ),
  });
  const offsets = {
    UTC: 0,
    'Europe/Paris': 60,
    'Asia/Kolkata': 330,
    'America/St_Johns': -210,
    'Pacific/Auckland': 780,
  };
  const minutesOf = ({
    timeZone,
    weekly,
  }: {
    timeZone: string;
    weekly: { day: (typeof weekdays)[number]; window: readonly [number, number] }[];
  }) => {
    const offset = Object.entries(offsets).find(([zone]) => zone === timeZone)?.[1] ?? 0;
    const free = new Set<number>();
    for (const { day, window } of weekly) {
      for (let minute = window[0]; minute < window[1]; minute += 1) {
        free.add((weekdays.indexOf(day) * 1440 + minute - offset + 2 * week) % week);
      }
    }
    return free;
  };
  fc.assert(
    fc.property(plans, plans, (a, b) => {
      const toPlan = ({ timeZone, weekly }: typeof a) =>
        plan(
          timeZone,
          ...weekly.map(({ day, window: [start, end] }) => ({
            day,
            start: time(start),
            end: time(end),
          })),
        );
      const both = minutesOf(a).intersection(minutesOf(b)).size;
      expect(weeklyOverlapMinutes(toPlan(a), toPlan(b), winter)).toBe(both);
    }),
  );
});
