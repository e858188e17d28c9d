import { describe, expect, it } from 'vitest';
import { parseException, parseWeeklyPlan } from './availability-input.ts';

const plan = {
  timeZone: 'Europe/Paris',
  weekly: [{ day: 'MONDAY', start: '09:00', end: '24:00' }],
} as const;

describe('a weekly plan', () => {
  it('is read with its defaults', () => {
    expect(parseWeeklyPlan(plan)).toEqual({
      timeZone: 'Europe/Paris',
      weekly: [{ day: 'MONDAY', start: 540, end: 1_440 }],
      bufferMinutes: 0,
      minimumNoticeMinutes: 0,
      maximumPerDay: null,
    });
  });

  it('may be empty: never', () => {
    expect(parseWeeklyPlan({ ...plan, weekly: [] })).toHaveProperty('weekly', []);
  });

  it.each([
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'INVALID_TIME_ZONE', ['timeZone']],
    ['an offset as zone', { timeZone: '+02:00' }, 'INVALID_TIME_ZONE', ['timeZone']],
    ['a negative buffer', { bufferMinutes: -1 }, 'OUT_OF_RANGE', ['bufferMinutes']],
    [
      'a notice of months',
      { minimumNoticeMinutes: 43_201 },
      'OUT_OF_RANGE',
      ['minimumNoticeMinutes'],
    ],
    ['no session a day', { maximumPerDay: 0 }, 'OUT_OF_RANGE', ['maximumPerDay']],
  ] as const)('is refused with %s', (_title, over, code, path) => {
    expect(parseWeeklyPlan({ ...plan, ...over })).toEqual([{ code, path }]);
  });

  it.each([
    ['25:00', '26:00'],
    ['09:00', '09:00'],
    ['22:00', '02:00'],
    ['24:00', '24:00'],
    ['9:00', '10:00'],
    ['09:60', '10:00'],
    ['', '10:00'],
  ])('is refused with a window from %j to %j', (start, end) => {
    const weekly = [{ day: 'MONDAY', start, end }] as const;
    expect(parseWeeklyPlan({ ...plan, weekly })).toEqual([
      { code: 'INVALID_WINDOW', path: ['weekly', '0'] },
    ]);
  });

  it('is refused when windows of a day overlap, and not when they touch', () => {
    const first = { day: 'MONDAY', start: '09:00', end: '12:00' } as const;
    const second = { day: 'MONDAY', start: '11:00', end: '13:00' } as const;
    expect(parseWeeklyPlan({ ...plan, weekly: [first, second] })).toEqual([
      { code: 'OVERLAPPING_WINDOWS', path: ['weekly', '1'] },
    ]);
    const touching = { ...second, start: '12:00' };
    expect(parseWeeklyPlan({ ...plan, weekly: [first, touching] })).toHaveProperty('weekly');
  });

  it('is refused with more windows than anyone needs', () => {
    const weekly = Array.from({ length: 71 }, () => plan.weekly[0]);
    expect(parseWeeklyPlan({ ...plan, weekly })).toEqual([{ code: 'TOO_MANY', path: ['weekly'] }]);
  });
});

describe('an exception', () => {
  it('is one day away when nothing else is said', () => {
    expect(parseException({ firstDay: '1970-01-02' })).toEqual({
      firstDay: 1,
      lastDay: 1,
      windows: [],
    });
  });

  it.each([
    ['no day at all', { firstDay: 'soon' }, ['firstDay']],
    ['a day that the month lacks', { firstDay: '2027-02-30' }, ['firstDay']],
    ['a last day before the first', { firstDay: '2027-02-02', lastDay: '2027-02-01' }, ['lastDay']],
    ['more than a year', { firstDay: '2027-02-02', lastDay: '2028-02-03' }, ['lastDay']],
  ])('is refused with %s', (_title, input, path) => {
    expect(parseException(input)).toEqual([{ code: 'INVALID_DAY', path }]);
  });
});
