import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';

const messagesPerSecond = 20;
const burst = 100;

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

/** Answers whether somebody may send one more message now. */
export type AdmitSend = (userId: string) => Promise<boolean>;

/**
 * A member sends 20 messages a second, 100 at once. While Redis is away everything is admitted:
 * this protects against floods, and sending must not depend on Redis.
 */
export function createSendRate({ redis, prefix }: Pick<MongoRuntime, 'redis' | 'prefix'>) {
  const admit: AdmitSend = async (userId) => {
    const key = `${prefix}chat:send-rate:${userId}`;
    try {
      return (await redis.eval(takeToken, 1, key, messagesPerSecond, burst)) !== 0;
    } catch {
      return true;
    }
  };
  return admit;
}
