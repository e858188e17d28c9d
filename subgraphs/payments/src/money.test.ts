import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies, refuseMoney } from './money.ts';

describe('an amount', () => {
  it('of 50 to 1,000,000 of a known currency can be paid', () => {
    const amounts = fc.integer({ min: 50, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...currencies), (amountMinor, currency) => {
        expect(refuseMoney({ amountMinor, currency })).toBeNull();
      }),
    );
  });

  it('of anything else cannot', () => {
    const amounts = fc.oneof(fc.integer({ max: 49 }), fc.integer({ min: 1_000_001 }), fc.double());
    fc.assert(
      fc.property(amounts, (amountMinor) => {
        fc.pre(!Number.isInteger(amountMinor) || amountMinor < 50 || amountMinor > 1_000_000);
        expect(refuseMoney({ amountMinor, currency: 'EUR' })).toMatchObject({
          code: 'INVALID_AMOUNT',
        });
      }),
    );
  });
});
