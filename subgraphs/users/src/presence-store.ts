import type { Redis } from 'ioredis';
import type { Log } from '@skillswap/kit/log';
import type { Report } from './presence.ts';

/** What people's apps said last; see {@link createPresenceStore}. */
export type PresenceStore = ReturnType<typeof createPresenceStore>;

const keptSeconds = 30 * 86_400;

/** Keeps who is here in Redis, where it may be lost: the next report makes up for it in half a minute. */
export function createPresenceStore(redis: Redis, prefix: string, log: Log) {
  const keyOf = (userId: string) => `${prefix}presence:${userId}`;
  return {
    /** False while Redis is away. */
    async report(userId: string, { online, at }: Report): Promise<boolean> {
      try {
        const report = `${online ? 'on' : 'off'} ${String(at.getTime())}`;
        await redis.set(keyOf(userId), report, 'EX', keptSeconds);
        return true;
      } catch (error) {
        log.warn({ err: error }, 'a presence could not be kept');
        return false;
      }
    },

    /** In the order of the ids, null for nobody who has said anything; null while Redis is away. */
    async find(userIds: readonly string[]): Promise<readonly (Report | null)[] | null> {
      try {
        return (await redis.mget(userIds.map(keyOf))).map(toReport);
      } catch (error) {
        log.warn({ err: error }, 'presences could not be read');
        return null;
      }
    },
  };
}

function toReport(text: string | null): Report | null {
  const [, word, time] = /^(on|off) (\d+)$/.exec(text ?? '') ?? [];
  return time === undefined ? null : { online: word === 'on', at: new Date(Number(time)) };
}
