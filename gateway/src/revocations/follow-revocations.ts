import type { Log } from '@skillswap/kit/log';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { followChannel } from '../follow-channel.ts';
import { keepLooking } from '../keep-looking.ts';
import { watchReachability } from '../reachability.ts';
import type { AskUsers } from '../registry/ask-users.ts';
import type { LearntRevocations } from './revocations.ts';

/** What {@link followRevocations} needs. */
export interface FollowRevocationsOptions {
  /** Learn what is told. */
  readonly revocations: LearntRevocations;
  readonly askUsers: AskUsers;
  readonly redis: Redis;
  readonly log: Log;
  readonly lookEveryMilliseconds?: number;
}

/** Where users announces what it has just revoked. */
const revocationsChannel = 'access-tokens-revoked';
/** Between two looks until users has told something. */
const impatience = 250;

const told = z.object({
  authSessionIds: z.array(z.string()),
  roles: z.array(z.object({ userId: z.string(), version: z.number(), roles: z.array(z.string()) })),
});
const answer = z.object({ internalRevocations: told.extend({ asOf: z.string() }) });

const query = `query ($since: DateTime) {
  internalRevocations(since: $since) { asOf authSessionIds roles { userId version roles } }
}`;

/**
 * Learns at once what users announces over Redis, and every two seconds what is in its store, so
 * that nothing depends on a message: not what was revoked before this gateway was there, nor
 * what was while Redis was away. Nothing is revoked while users is away.
 */
export async function followRevocations({
  revocations,
  askUsers,
  redis,
  log,
  lookEveryMilliseconds = 2_000,
}: FollowRevocationsOptions): Promise<AsyncDisposable> {
  let since: string | null = null;
  const reachability = watchReachability(log, 'the list of revoked access tokens');
  const looking = await keepLooking(async () => {
    try {
      const { internalRevocations } = await askUsers(answer, query, { since });
      reachability.reached();
      since = internalRevocations.asOf;
      revocations.learn(internalRevocations);
      revocations.learntAll();
    } catch (error) {
      reachability.failed(error);
    }
    return since === null ? impatience : lookEveryMilliseconds;
  });
  const channel = followChannel(redis, revocationsChannel, {
    heard: (message) => {
      const announced = told.safeParse(parseJson(message));
      if (announced.success) revocations.learn(announced.data);
      else log.warn('a revocation is not readable');
    },
    maybeMissed: () => void looking.now(),
  });
  return {
    async [Symbol.asyncDispose]() {
      await channel[Symbol.asyncDispose]();
      await looking[Symbol.asyncDispose]();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
