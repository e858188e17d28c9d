import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/**
 * Connects to Redis. While it is away commands fail at once instead of waiting, so that nothing of
 * the product hangs on it; the connection comes back by itself.
 */
export function openRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
  let announced = false;
  redis.on('error', (error: Error) => {
    if (!announced) log.warn({ err: error }, 'Redis is away');
    announced = true;
  });
  redis.on('ready', () => {
    if (announced) log.info('Redis is back');
    announced = false;
  });
  return redis;
}

/** Wake-ups for subscriptions. Messages may be lost, so they only say "look again". */
export function openPubSub(redis: Redis): RedisPubSub {
  const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
  // ioredis resubscribes by itself when the connection is back.
  subscriber.on('error', () => undefined);
  return new RedisPubSub({ publisher: redis, subscriber });
}
