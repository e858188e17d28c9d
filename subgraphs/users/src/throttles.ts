import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { codedError } from '@skillswap/kit/errors';
import { hashSecret } from './secret-token.ts';

/** How often something may happen: `points` times in `seconds`. */
interface Allowance {
  readonly points: number;
  readonly seconds: number;
}

const signUpsOfAddress: Allowance = { points: 30, seconds: 60 };
const failuresOfAccount: Allowance = { points: 5, seconds: 900 };
const failuresOfAddress: Allowance = { points: 20, seconds: 900 };
const wrongCodes: Allowance = { points: 5, seconds: 900 };
const identitiesOfAddress: Allowance = { points: 60, seconds: 60 };
const mailsToRecipient: Allowance = { points: 10, seconds: 3_600 };

/** Bounds what can be tried; see {@link createThrottles}. */
export type Throttles = ReturnType<typeof createThrottles>;

/**
 * Counts attempts in Redis, shared by all instances, in real time. While Redis is away each
 * instance counts for itself, so that an outage opens nothing. A null client address (an internal
 * call) is not counted.
 */
export function createThrottles(redis: Redis, prefix: string) {
  const limiter = (name: string, { points, seconds }: Allowance) => {
    const common = { keyPrefix: `${prefix}rl:${name}`, points, duration: seconds };
    return new RateLimiterRedis({
      ...common,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(common),
    });
  };
  const signUps = limiter('signup', signUpsOfAddress);
  const accountFailures = limiter('login:account', failuresOfAccount);
  const addressFailures = limiter('login:ip', failuresOfAddress);
  const codes = limiter('code', wrongCodes);
  const identities = limiter('identity', identitiesOfAddress);
  const mails = limiter('mail', mailsToRecipient);

  return {
    /** Counts a sign-up; throws RATE_LIMITED when there were too many. */
    async admitSignUp(clientAddress: string | null): Promise<void> {
      if (clientAddress !== null) await countOrThrow(signUps, clientAddress);
    },

    /** Counts one who goes to an identity provider or comes back; throws RATE_LIMITED. */
    async admitIdentity(clientAddress: string | null): Promise<void> {
      if (clientAddress !== null) await countOrThrow(identities, clientAddress);
    },

    /** Counts a mail that a stranger caused; false when this recipient has had enough of them. */
    async admitMail(email: string): Promise<boolean> {
      return (await count(mails, hashSecret(email))) === null;
    },

    /**
     * Counts a log-in as failed before its password is looked at, so that guesses made at the same
     * time count too; throws RATE_LIMITED when there were too many.
     */
    async admitLogIn(email: string, clientAddress: string | null): Promise<void> {
      if (clientAddress !== null) await countOrThrow(addressFailures, clientAddress);
      await countOrThrow(accountFailures, hashSecret(email));
    },

    /** Counts a code of a second factor as wrong before it is looked at; throws like a log-in. */
    async admitCode(userId: string): Promise<void> {
      await countOrThrow(codes, userId);
    },

    /** Takes the counts of codes back when one was right. */
    async forgiveCode(userId: string): Promise<void> {
      await codes.delete(userId);
    },

    /** Takes the count of a log-in back that did not fail. */
    async forgiveLogIn(email: string, clientAddress: string | null): Promise<void> {
      if (clientAddress !== null) await addressFailures.reward(clientAddress);
      await accountFailures.delete(hashSecret(email));
    },
  };
}

async function countOrThrow(limiter: RateLimiterRedis, key: string): Promise<void> {
  const retryAfterSeconds = await count(limiter, key);
  if (retryAfterSeconds !== null) {
    throw codedError('RATE_LIMITED', 'There were too many attempts. Try again later.', {
      retryAfterSeconds,
    });
  }
}

/** Null when the attempt is allowed, otherwise the seconds until the next one is. */
async function count(limiter: RateLimiterRedis, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.ceil(rejection.msBeforeNext / 1000);
    throw rejection;
  }
}
