import type { Redis, Result } from 'ioredis';
import type { Buckets } from './buckets.ts';

/** When the bucket is full again, in milliseconds on Redis' clock, is all that is kept of it. */
const takeFromBucket = `
  local size, perMillisecond = tonumber(ARGV[1]), tonumber(ARGV[2]) / 1000
  local amount = tonumber(ARGV[3])
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now))
  local remaining = size - (full - now) * perMillisecond
  if amount > remaining then return {0, math.floor(remaining)} end
  local next = math.max(now, full + amount / perMillisecond)
  if next > now then
    redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now))
  else
    redis.call('DEL', KEYS[1])
  end
  return {1, math.floor(math.min(size, remaining - amount))}`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takeFromBucket(
      key: string,
      size: number,
      refillPerSecond: number,
      amount: number,
    ): Result<[isTaken: number, remaining: number], Context>;
  }
}

/** Buckets that all instances share; rejects when Redis does not answer in `patience` ms. */
export function openRedisBuckets(
  redis: Redis,
  prefix: string,
  patienceMilliseconds: number,
): Buckets & Disposable {
  const connection = redis.duplicate({
    commandTimeout: patienceMilliseconds,
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    scripts: { takeFromBucket: { lua: takeFromBucket, numberOfKeys: 1 } },
  });
  // Whoever opened `redis` tells when it is away.
  connection.on('error', () => undefined);
  return {
    async take(key, { size, refillPerSecond }, amount) {
      const [isTaken, remaining] = await connection.takeFromBucket(
        `${prefix}${key}`,
        size,
        refillPerSecond,
        amount,
      );
      return { isTaken: isTaken === 1, remaining };
    },
    [Symbol.dispose]() {
      connection.disconnect();
    },
  };
}
