import { describe, expect, it } from 'vitest';
import { periodEnd, type BillingPeriod } from './plan.ts';

describe('a period', () => {
  it.each<[string, BillingPeriod, string]>([
    ['2026-03-15T10:30:00.000Z', 'MONTH', '2026-04-15T10:30:00.000Z'],
    ['2026-01-31T23:59:59.999Z', 'MONTH', '2026-02-28T23:59:59.999Z'],
    ['2026-12-31T00:00:00.000Z', 'MONTH', '2027-01-31T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 'YEAR', '2029-02-28T12:00:00.000Z'],
    ['2026-07-01T00:00:00.000Z', 'YEAR', '2027-07-01T00:00:00.000Z'],
  ])('that begins at %s and lasts a %s ends at %s', (start, period, end) => {
    expect(periodEnd(new Date(start), period).toISOString()).toBe(end);
  });

  it.each<[string, BillingPeriod, string[]]>([
    ['2026-01-31', 'MONTH', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['2027-12-30', 'MONTH', ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
    ['2028-02-29', 'YEAR', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ])('that follows others since %s by a %s ends on the same day', (day, period, ends) => {
    const anchor = new Date(`${day}T10:30:00.000Z`);
    let start = anchor;
    for (const end of ends) {
      start = periodEnd(start, period, anchor);
      expect(start.toISOString()).toBe(`${end}T10:30:00.000Z`);
    }
  });
});
