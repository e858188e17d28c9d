import { expect, test } from 'vitest';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts';

function createTimed() {
  const time = { now: 0 };
  const breaker = createCircuitBreaker({
    failures: 3,
    retryMilliseconds: 500,
    now: () => time.now,
  });
  return { time, breaker };
}

function fail(breaker: CircuitBreaker, times: number): void {
  for (let count = 0; count < times; count += 1) breaker.failed();
}

test('a server that fails three times in a row is left alone', () => {
  const { breaker } = createTimed();
  fail(breaker, 2);
  breaker.succeeded();
  fail(breaker, 2);
  expect(breaker.admits()).toBe(true);
  breaker.failed();
  expect([breaker.isOpen(), breaker.admits()]).toEqual([true, false]);
});

test('one request per interval finds out whether it is back', () => {
  const { time, breaker } = createTimed();
  fail(breaker, 3);
  time.now = 499;
  expect(breaker.admits()).toBe(false);
  time.now = 500;
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  breaker.failed();
  time.now = 1_000;
  expect(breaker.admits()).toBe(true);
  breaker.succeeded();
  expect([breaker.isOpen(), breaker.admits(), breaker.admits()]).toEqual([false, true, true]);
});
