import type { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveSequence, type LiveSequenceOptions } from '../src/live.ts';
import { openPubSub, openRedis } from '../src/redis.ts';
import { engineUrl, eventually, testLog, uniqueName } from './testkit.ts';

let redis: Redis;
let pubsub: RedisPubSub;
beforeAll(() => {
  redis = openRedis(engineUrl('REDIS_URL'), testLog);
  pubsub = openPubSub(redis);
});
afterAll(() => pubsub.close());

const never = 600_000;

/** A stored log of numbers, and how to follow it. */
function aLog(over: Partial<LiveSequenceOptions<number, number>> = {}) {
  const channel = uniqueName('live');
  const items: number[] = [];
  const calls: string[] = [];
  const options: LiveSequenceOptions<number, number> = {
    pubsub,
    channels: [channel],
    start: () => Promise.resolve(0),
    read: (cursor) => {
      const stretch = items.slice(cursor, cursor + 10);
      calls.push(`read ${String(cursor)}`);
      return Promise.resolve({ items: stretch, cursor: cursor + stretch.length });
    },
    headCheckMilliseconds: never,
    ...over,
  };
  const listeners = async () => Number((await redis.pubsub('NUMSUB', channel))[1]);
  return {
    channel,
    items,
    calls,
    options,
    listeners,
    follow: () => liveSequence(options),
    append: (item: number) => items.push(item),
    wake: () => pubsub.publish(channel, {}),
  };
}

describe('a live sequence', () => {
  it('gives what is stored and then what comes, in order, while being read', async () => {
    const log = aLog();
    for (let item = 1; item <= 25; item += 1) log.append(item);
    const sequence = log.follow();
    const writing = (async () => {
      for (let item = 26; item <= 300; item += 1) {
        log.append(item);
        await log.wake();
      }
    })();
    const seen: number[] = [];
    for await (const item of sequence) {
      seen.push(item);
      if (seen.length === 300) break;
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });

  it('asks where to start only when it would miss nothing from there on', async () => {
    const log = aLog({
      start: async () => {
        expect(await log.listeners()).toBe(1);
        // Happens between the start and the first read, as from another process.
        log.append(1);
        return 0;
      },
    });
    const sequence = log.follow();
    expect(await sequence.next()).toEqual({ done: false, value: 1 });
    await sequence.return?.();
  });

  it('misses nothing that happens during a read', async () => {
    const log = aLog();
    let reads = 0;
    const { read } = log.options;
    const sequence = liveSequence({
      ...log.options,
      read: async (cursor) => {
        const stretch = await read(cursor);
        reads += 1;
        if (reads === 1) {
          log.append(1);
          await log.wake();
          await eventually(() => {
            expect(log.items).toEqual([1]);
          });
        }
        return stretch;
      },
    });
    expect(await sequence.next()).toEqual({ done: false, value: 1 });
    await sequence.return?.();
  });

  it('looks no further than the end that it was told, until it is woken', async () => {
    const log = aLog();
    const { read } = log.options;
    const sequence = liveSequence({
      ...log.options,
      read: async (cursor) => ({ ...(await read(cursor)), isEnd: true }),
    });
    log.append(1);
    expect(await sequence.next()).toEqual({ done: false, value: 1 });
    const next = sequence.next();
    log.append(2);
    await log.wake();
    expect(await next).toEqual({ done: false, value: 2 });
    expect(log.calls).toEqual(['read 0', 'read 1']);
    await sequence.return?.();
  });

  it('is not woken by what tells of nothing new', async () => {
    const heard: unknown[] = [];
    const log = aLog({
      isOld: (wakeUp, cursor) => {
        heard.push(wakeUp);
        return wakeUp === cursor;
      },
    });
    const sequence = log.follow();
    log.append(1);
    expect(await sequence.next()).toEqual({ done: false, value: 1 });
    const next = sequence.next();
    await eventually(() => {
      expect(log.calls).toEqual(['read 0', 'read 1']);
    });
    await pubsub.publish(log.channel, 1);
    log.append(2);
    await pubsub.publish(log.channel, 2);
    expect(await next).toEqual({ done: false, value: 2 });
    expect([heard, log.calls]).toEqual([
      [1, 2],
      ['read 0', 'read 1', 'read 1'],
    ]);
    await sequence.return?.();
  });

  it('heals by itself when a wake-up was lost', async () => {
    const log = aLog({ headCheckMilliseconds: 20 });
    const sequence = log.follow();
    const next = sequence.next();
    await eventually(() => {
      expect(log.calls.length).toBeGreaterThan(0);
    });
    log.append(1);
    expect(await next).toEqual({ done: false, value: 1 });
    await sequence.return?.();
  });

  it('ends at once while it waits, and lets go of its channel', async () => {
    const log = aLog();
    const sequence = log.follow();
    const next = sequence.next();
    await eventually(async () => {
      expect(log.calls).toEqual(['read 0']);
      expect(await log.listeners()).toBe(1);
    });
    expect(await sequence.return?.()).toEqual({ done: true, value: undefined });
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await sequence.next()).toEqual({ done: true, value: undefined });
    await eventually(async () => {
      expect(await log.listeners()).toBe(0);
    });
  });

  it('ends with the error of a read, and lets go of its channel', async () => {
    let isAllowed = true;
    const log = aLog();
    const { read } = log.options;
    const sequence = liveSequence({
      ...log.options,
      read: (cursor) =>
        isAllowed ? read(cursor) : Promise.reject(new Error('no longer a participant')),
    });
    log.append(1);
    expect(await sequence.next()).toEqual({ done: false, value: 1 });
    isAllowed = false;
    log.append(2);
    await expect(sequence.next()).rejects.toThrow('no longer a participant');
    expect(await sequence.next()).toEqual({ done: true, value: undefined });
    await eventually(async () => {
      expect(await log.listeners()).toBe(0);
    });
  });

  it('reads no further than it is asked to', async () => {
    const log = aLog();
    for (let item = 1; item <= 1_000; item += 1) log.append(item);
    const sequence = log.follow();
    for (let item = 1; item <= 11; item += 1) {
      expect(await sequence.next()).toEqual({ done: false, value: item });
    }
    expect(log.calls).toEqual(['read 0', 'read 10']);
    await sequence.return?.();
  });
});
