import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';

/** How often somebody may do something. */
export interface Rate {
  /** Names what is counted. */
  readonly name: string;
  readonly perSecond: number;
  /** How often at once. */
  readonly burst: number;
}

/** Messages, and what changes them. */
export const sendRate: Rate = { name: 'send-rate', perSecond: 20, burst: 100 };

/** Signs of typing. */
export const typingRate: Rate = { name: 'typing-rate', perSecond: 2, burst: 6 };

/** A bucket of tokens on Redis' own time, so that all instances agree. Answers 1 or 0. */
const takeToken = `
  local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
  local time = redis.call('TIME')
  local now = time[1] + time[2] / 1000000
  local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
  local elapsed = math.max(0, now - (tonumber(bucket[2]) or now))
  local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + elapsed * rate)
  local admitted = tokens >= 1
  if admitted then tokens = tokens - 1 end
  redis.call('HSET', KEYS[1], 'tokens', tokens, 'at', now)
  redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000))
  return admitted and 1 or 0`;

/** Answers whether somebody may do it once more now. */
export type Admit = (userId: string) => Promise<boolean>;

/**
 * Holds everybody to a rate. While Redis is away everything is admitted: this protects against
 * floods, and sending must not depend on Redis.
 */
export function createAdmission(
  { redis, prefix }: Pick<MongoRuntime, 'redis' | 'prefix'>,
  { name, perSecond, burst }: Rate,
): Admit {
  return async (userId) => {
    const key = `${prefix}chat:${name}:${userId}`;
    try {
      return (await redis.eval(takeToken, 1, key, perSecond, burst)) !== 0;
    } catch {
      return true;
    }
  };
}
