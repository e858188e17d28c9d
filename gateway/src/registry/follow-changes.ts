import type { Redis } from 'ioredis';

/** Where users announces that the registry has changed. */
const registryChannel = 'registry-changed';

/** Calls back when users says that the registry has changed, and whenever a message may be lost. */
export function followChanges(redis: Redis, changed: () => void): AsyncDisposable {
  const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
  subscriber.on('error', () => undefined);
  subscriber.on('message', changed);
  subscriber.on('ready', changed);
  // ioredis subscribes anew by itself when the connection is back.
  subscriber.subscribe(registryChannel).catch(() => undefined);
  return {
    [Symbol.asyncDispose]: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}
