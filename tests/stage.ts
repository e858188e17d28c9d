import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { readClockOffset, shiftClock } from '@skillswap/kit/clock';
import { openMailbox } from './journey/mailbox.ts';
import type { Endpoint, Introduction } from './journey/person.ts';

/** Where a running system answers, as its record says. */
export interface SystemAddress {
  readonly origin: string;
  readonly internalOrigin: string;
  readonly redisUrl: string;
}

/** The endpoint of a running system, for somebody with an address of their own. */
export function endpointOf(system: SystemAddress): Endpoint {
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return {
    graphql: `${system.origin.replace('localhost', '127.0.0.1')}/graphql`,
    mailbox: openMailbox(`${system.internalOrigin}/mailbox`),
    clientAddress: `10.${String(a)}.${String(b)}.${String(c)}`,
  };
}

/** Somebody whom no other story knows. */
export function somebody(name: string, timeZone = 'Europe/Paris'): Introduction {
  return {
    displayName: name,
    email: `${name.toLowerCase()}-${randomBytes(6).toString('hex')}@skillswap.example`,
    password: 'correct horse battery staple',
    timeZone,
    preferredLanguage: 'en',
  };
}

/** The clock of a running system. */
export function openSystemClock(system: SystemAddress) {
  const redis = new Redis(system.redisUrl);
  const now = async () => new Date(Date.now() + (await readClockOffset(redis)));
  return {
    now,
    moveClockTo: async (instant: Date) => {
      const { followers, moved } = await shiftClock(
        redis,
        instant.getTime() - (await now()).getTime(),
      );
      if (moved < followers) throw new Error('not every process has followed the clock');
    },
    [Symbol.asyncDispose]: () => {
      redis.disconnect();
      return Promise.resolve();
    },
  };
}
