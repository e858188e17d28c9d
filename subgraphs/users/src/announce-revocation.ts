import type { Redis } from 'ioredis';
import type { Log } from '@skillswap/kit/log';

/** Log-ins that no longer hold: one of a person's, or all of them. */
export interface Revocation {
  readonly userId: string;
  /** Null for all. */
  readonly authSessionId: string | null;
}

/** Tells the gateway to stop trusting access tokens and to close sockets. */
export type AnnounceRevocation = (revocation: Revocation) => Promise<void>;

/** The channel on which gateways listen. */
export const revocationChannel = 'auth-session-revoked';

/**
 * Publishes revocations on {@link revocationChannel}. It is for speed only: the log-in has ended in
 * the store before, so a lost message delays the effect until the access token ends.
 */
export function createAnnounceRevocation(
  redis: Redis,
  prefix: string,
  log: Log,
): AnnounceRevocation {
  return async ({ userId, authSessionId }) => {
    try {
      const message = JSON.stringify({ userId, authSessionId });
      await redis.publish(`${prefix}${revocationChannel}`, message);
    } catch (error) {
      log.warn({ err: error }, 'announcing a revocation failed');
    }
  };
}
