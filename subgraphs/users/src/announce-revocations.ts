import type { Redis } from 'ioredis';
import type { Log } from '@skillswap/kit/log';
import type { Revocations } from './revocation.ts';

/** Tells the gateways which access tokens to trust no longer, and so which sockets to close. */
export type AnnounceRevocations = (revocations: Revocations) => Promise<void>;

/** The channel on which gateways listen. */
export const revocationsChannel = 'access-tokens-revoked';

/**
 * Publishes revocations on {@link revocationsChannel}. It is for speed only: they are in the store,
 * where gateways look every few seconds.
 */
export function createAnnounceRevocations(
  redis: Redis,
  prefix: string,
  log: Log,
): AnnounceRevocations {
  return async ({ authSessionIds, roles }) => {
    if (authSessionIds.length === 0 && roles.length === 0) return;
    try {
      const message = JSON.stringify({ authSessionIds, roles });
      await redis.publish(`${prefix}${revocationsChannel}`, message);
    } catch (error) {
      log.warn({ err: error }, 'announcing a revocation failed');
    }
  };
}
