import { expect, test } from 'vitest';
import { toScreen } from './log-line.ts';

test('information stays in the log file', () => {
  expect(toScreen('{"level":30,"msg":"listening"}')).toBeNull();
  expect(toScreen('')).toBeNull();
});

test('warnings and errors are shown with their cause', () => {
  expect(toScreen('{"level":40,"msg":"Redis is away","err":{"message":"ECONNREFUSED"}}')).toBe(
    'warning: Redis is away: ECONNREFUSED',
  );
  expect(toScreen('{"level":50,"msg":"lost"}')).toBe('error: lost');
});

test('what is not a log entry is shown as it is, cut to a line', () => {
  expect(toScreen('Cannot run: no such file')).toBe('Cannot run: no such file');
  expect(toScreen('x'.repeat(500))).toHaveLength(201);
});
