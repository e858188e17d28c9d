import type { Redis } from 'ioredis';

/** Who listens to a channel. */
export interface ChannelListener {
  readonly heard: (message: string) => void;
  /** Called whenever messages may have been lost, at the beginning too. */
  readonly maybeMissed: () => void;
}

/** Listens on a connection of its own, which comes back by itself. */
export function followChannel(
  redis: Redis,
  channel: string,
  { heard, maybeMissed }: ChannelListener,
): AsyncDisposable {
  const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
  subscriber.on('error', () => undefined);
  subscriber.on('message', (_channel, message) => {
    heard(message);
  });
  subscriber.on('ready', maybeMissed);
  // ioredis subscribes anew by itself when the connection is back.
  subscriber.subscribe(channel).catch(() => undefined);
  return {
    [Symbol.asyncDispose]: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}
