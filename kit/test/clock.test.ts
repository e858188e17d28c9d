import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followSharedClock, readClockOffset, resetClock, shiftClock } from '../src/clock.ts';
import { openRedis } from '../src/redis.ts';
import { createManualClock, engineUrl, eventually, testLog } from './testkit.ts';

const day = 86_400_000;

describe('the shared clock', () => {
  let leftovers: AsyncDisposableStack;
  let redis: Redis;
  beforeEach(async () => {
    leftovers = new AsyncDisposableStack();
    // The shift has one name; a database of its own keeps it from the other tests.
    const url = new URL(engineUrl('REDIS_URL'));
    url.pathname = '/5';
    redis = openRedis(url.href, testLog);
    leftovers.defer(() => {
      redis.disconnect();
    });
    leftovers.defer(async () => {
      await redis.flushdb();
    });
    await redis.flushdb();
  });
  afterEach(() => leftovers.disposeAsync());

  const follow = async () => leftovers.use(await followSharedClock(redis));
  // Real time goes on between the two readings; `|| 0` takes the sign from a rounded zero.
  const aheadBy = (clock: { now(): Date }) =>
    Math.round((clock.now().getTime() - Date.now()) / day) || 0;
  /** Cuts this database's subscribers off, and nobody else's. */
  const cutOff = async () => {
    const clients = String(await redis.client('LIST')).split('\n');
    for (const client of clients.filter(
      (line) => line.includes(' db=5 ') && / sub=[1-9]/.test(line),
    )) {
      await redis.client('KILL', 'ID', Number(/id=(\d+)/.exec(client)?.[1]));
    }
  };

  it('is real time until it is shifted', async () => {
    expect(aheadBy(await follow())).toBe(0);
    expect(await readClockOffset(redis)).toBe(0);
  });

  it('moves in every process by the time a shift returns, and adds up', async () => {
    const clocks = [await follow(), await follow()];
    const first = await shiftClock(redis, 15 * day);
    expect(first).toMatchObject({ offsetMilliseconds: 15 * day, moved: 2 });
    expect(clocks.map(aheadBy)).toEqual([15, 15]);
    await shiftClock(redis, -5 * day);
    expect(clocks.map(aheadBy)).toEqual([10, 10]);
    expect(await readClockOffset(redis)).toBe(10 * day);
    expect(await resetClock(redis)).toMatchObject({ offsetMilliseconds: 0, moved: 2 });
    expect(clocks.map(aheadBy)).toEqual([0, 0]);
  });

  it('tells those who listen, until they stop', async () => {
    const clock = await follow();
    let shifts = 0;
    const stop = clock.onShift(() => {
      shifts += 1;
    });
    await shiftClock(redis, day);
    expect(shifts).toBe(1);
    stop();
    await shiftClock(redis, day);
    expect(shifts).toBe(1);
  });

  it('is right for a process that starts after the shift or was cut off during it', async () => {
    const clock = await follow();
    await shiftClock(redis, 3 * day);
    expect(aheadBy(await follow())).toBe(3);
    await cutOff();
    await redis.incrby('skillswap:clock:offset', day);
    await eventually(() => {
      expect(aheadBy(clock)).toBe(4);
    });
  });
});

describe('a clock that is moved by hand', () => {
  it('stands still in between and tells of each move', () => {
    const clock = createManualClock(new Date(0));
    const seen: number[] = [];
    clock.onShift(() => seen.push(clock.now().getTime()));
    clock.advance(5);
    clock.advance(7);
    expect(seen).toEqual([5, 12]);
    expect(clock.now()).toEqual(new Date(12));
  });
});
