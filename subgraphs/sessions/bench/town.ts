import { newId } from '@skillswap/kit/id';
import type { MongoDueWork } from '@skillswap/kit/due-work';
import type { Transact } from '@skillswap/kit/mongo';
import type { Booking } from '../src/booking.ts';
import { proposeSession } from '../src/propose-session.ts';
import type { Stores } from '../src/stores.ts';
import { createTurns } from '../src/turns.ts';

/** When the benchmark's time stands: a Monday. */
export const now = new Date('2027-03-01T10:00:00.000Z');

const hour = 3_600_000;

/** The subgraph's use cases over a store, where users and skills answer at once. */
export function openBooking(stores: Stores, transact: Transact, dueWork: MongoDueWork): Booking {
  return {
    ...{ stores, transact, dueWork, inTurn: createTurns(), now: () => now, wake: () => undefined },
    people: {
      findByIds: (ids) =>
        Promise.resolve(
          ids.map((id) => ({
            ...{ id, state: 'ACTIVE', timeZone: 'UTC', contactableBy: 'EVERYONE' },
            ...{ email: null, preferredLanguage: null, displayName: 'Somebody' },
          })),
        ),
      findBlocked: () => Promise.resolve([]),
    },
    skills: {
      // A skill's id names its owner.
      findById: (id) => Promise.resolve({ id, userId: id.slice(4), type: 'TEACH' }),
      areMutualMatch: () => Promise.resolve(true),
    },
  };
}

/** A proposal of an hour that a new learner makes to a teacher; answers the session's id. */
export async function propose(
  booking: Booking,
  teacherId: string,
  learnerId: string,
  hoursAhead: number,
): Promise<string> {
  const startAt = new Date(now.getTime() + hoursAhead * hour);
  const outcome = await proposeSession(booking, learnerId, {
    ...{ idempotencyKey: newId('key'), skillId: `skl_${teacherId}`, learnerId: null, startAt },
    ...{ endAt: new Date(startAt.getTime() + hour), mode: 'REMOTE', videoUrl: null, place: null },
    translatedChat: false,
  });
  if (outcome.done === null) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.done.id;
}
