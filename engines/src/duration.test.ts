import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test('reads days, hours, minutes and seconds, forward and back', () => {
  expect(parseDuration('+15d')).toBe(15 * 86_400_000);
  expect(parseDuration('-2h')).toBe(-7_200_000);
  expect(parseDuration('+90m')).toBe(5_400_000);
  expect(parseDuration('+1d12h30m5s')).toBe(131_405_000);
});

test.for([
  '',
  '+',
  '15d',
  '+15',
  '+1.5h',
  '+1h1d',
  '+1h1h',
  '+ 1d',
  '+d',
  '+9999999d',
  '+1w',
  '1d+',
])('refuses %j', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});
