import type { EventHandlers } from '@skillswap/kit/inbox';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { z } from 'zod';
import type { PersonRepository } from './person-repository.ts';

const profile = z.object({
  userId: z.string(),
  timeZone: z.string(),
  version: z.number().default(0),
});
const state = z.object({ userId: z.string(), state: z.string(), version: z.number() });
const block = z.object({ blockerId: z.string(), blockedId: z.string() });
const credits = z.object({
  userId: z.string(),
  balanceMinutes: z.number(),
  version: z.number(),
});

/** Keeps what sessions know of people up to date with what users and payments tell. */
export function createEventHandlers(people: PersonRepository): EventHandlers<MongoTransaction> {
  const saveProfile: EventHandlers<MongoTransaction>[string] = async (tx, { payload }) => {
    const { userId, timeZone, version } = profile.parse(payload);
    await people.saveProfile(tx, userId, timeZone, version);
  };
  const saveBlock =
    (isActive: boolean): EventHandlers<MongoTransaction>[string] =>
    async (tx, { id: eventId, payload }) => {
      await people.saveBlock(tx, { ...block.parse(payload), isActive, eventId });
    };
  return {
    'user.registered': saveProfile,
    'user.profileChanged': saveProfile,
    'user.stateChanged': async (tx, { payload }) => {
      const { userId, state: next, version } = state.parse(payload);
      await people.saveState(tx, userId, next, version);
    },
    'user.blocked': saveBlock(true),
    'user.unblocked': saveBlock(false),
    'timeCredits.changed': async (tx, { payload }) => {
      const { userId, balanceMinutes, version } = credits.parse(payload);
      await people.saveTimeCredits(tx, userId, balanceMinutes, version);
    },
  };
}
