import { expect, test } from 'vitest';
import { deathsInARow, restartDelay } from './restart-delay.ts';

test('waits half a second at first, then doubles up to five seconds', () => {
  expect([0, 1, 2, 3, 4, 50].map(restartDelay)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
});

test('forgets earlier deaths after thirty healthy seconds', () => {
  expect(deathsInARow(3, 29_999)).toBe(3);
  expect(deathsInARow(3, 30_000)).toBe(0);
});
