import type { Redis } from 'ioredis';
import type { Log } from '@skillswap/kit/log';

/** Tells gateways that partners, keys or registered operations have changed. */
export type AnnounceRegistry = () => Promise<void>;

/** The channel on which gateways listen. */
export const registryChannel = 'registry-changed';

/** Wakes gateways. It is for speed only: they look by themselves every few seconds. */
export function createAnnounceRegistry(redis: Redis, prefix: string, log: Log): AnnounceRegistry {
  return async () => {
    try {
      await redis.publish(`${prefix}${registryChannel}`, '');
    } catch (error) {
      log.warn({ err: error }, 'announcing a change of the registry failed');
    }
  };
}
