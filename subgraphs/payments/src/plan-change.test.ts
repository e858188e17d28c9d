import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotePlanChange } from './plan-change.ts';
import { periodEnd, type BillingPeriod, type Plan } from './plan.ts';

const plan = (code: string, amountMinor: number, period: BillingPeriod, entitlements: string[]) =>
  ({
    code,
    name: code,
    price: { amountMinor, currency: 'EUR' },
    period,
    entitlements,
    trialDays: 14,
  }) satisfies Plan;
const premiumMonth = plan('PREMIUM_MONTH', 999, 'MONTH', ['A']);
const premiumYear = plan('PREMIUM_YEAR', 9_900, 'YEAR', ['A']);
const vipMonth = plan('VIP_MONTH', 1_999, 'MONTH', ['A', 'B']);
const vipYear = plan('VIP_YEAR', 19_900, 'YEAR', ['A', 'B']);
const all = [premiumMonth, premiumYear, vipMonth, vipYear];

const begun = new Date('2026-04-01T00:00:00.000Z');
const half = new Date('2026-04-16T00:00:00.000Z');
const april = {
  periodStart: begun,
  periodEnd: new Date('2026-05-01T00:00:00.000Z'),
  anchor: begun,
};

describe('changing from one plan to another', () => {
  it('costs half of the difference in the middle of the period', () => {
    expect(quotePlanChange(premiumMonth, vipMonth, april, half)).toEqual({
      when: 'NOW',
      amountMinor: 499,
      ...april,
    });
  });

  it('to a longer period begins a new one, and what is left of the old one counts', () => {
    expect(quotePlanChange(premiumMonth, vipYear, april, half)).toEqual({
      when: 'NOW',
      amountMinor: 19_900 - 500,
      periodStart: half,
      periodEnd: new Date('2027-04-16T00:00:00.000Z'),
      anchor: half,
    });
  });

  it.each(['2026-01-29', '2026-01-30', '2026-01-31', '2028-02-29', '2026-03-31', '2026-04-30'])(
    'costs the whole difference when the period has just begun, also on %s',
    (day) => {
      const start = new Date(`${day}T10:00:00.000Z`);
      const present = { periodStart: start, periodEnd: periodEnd(start, 'MONTH'), anchor: start };
      expect(quotePlanChange(premiumMonth, vipMonth, present, start)).toMatchObject({
        amountMinor: 1_000,
      });
    },
  );

  it('costs nothing when less than can be charged is left', () => {
    const now = new Date(april.periodEnd.getTime() - 60_000);
    expect(quotePlanChange(premiumMonth, vipMonth, april, now)).toMatchObject({
      when: 'NOW',
      amountMinor: 0,
    });
  });

  it.each([
    ['one that gives less', vipMonth, premiumMonth],
    ['one that gives less for longer', vipMonth, premiumYear],
    ['one that gives more for shorter', premiumYear, vipMonth],
    ['itself', vipYear, vipYear],
  ])('to %s waits for the end of the period', (_title, from, to) => {
    expect(quotePlanChange(from, to, april, half)).toEqual({
      when: 'AT_PERIOD_END',
    });
  });

  it('never costs more than the new plan, nor less than nothing', () => {
    const choice = fc.constantFrom(...all);
    fc.assert(
      fc.property(choice, choice, fc.integer({ min: 0, max: 400 * 24 }), (from, to, hours) => {
        const now = new Date(begun.getTime() + hours * 3_600_000);
        const end = periodEnd(begun, from.period);
        const present = { periodStart: begun, periodEnd: end, anchor: begun };
        const change = quotePlanChange(from, to, present, now);
        if (change.when === 'AT_PERIOD_END') return;
        expect(Number.isInteger(change.amountMinor)).toBe(true);
        expect(change.amountMinor).toBeGreaterThanOrEqual(0);
        expect(change.amountMinor).toBeLessThanOrEqual(to.price.amountMinor);
        expect(change.periodEnd.getTime()).toBeGreaterThanOrEqual(end.getTime());
      }),
    );
  });
});
