import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** Queries on how many strangers somebody has begun to talk to. */
export type FirstContactRepository = ReturnType<typeof createFirstContactRepository>;

/** Opens the counters: one per person and day (UTC). */
export function createFirstContactRepository(db: Db) {
  const counters = openCollection<{ _id: string; day: Date; count: number }>(
    db,
    'firstContacts',
    collections.firstContacts,
  );
  return {
    /** Counts more, or answers false when that would be more than `maximum`. */
    async count(
      { session }: MongoTransaction,
      userId: string,
      now: Date,
      maximum: number,
      more = 1,
    ): Promise<boolean> {
      const day = new Date(now.toISOString().slice(0, 10));
      const _id = `${userId}:${day.toISOString().slice(0, 10)}`;
      await counters.updateOne(
        { _id },
        { $setOnInsert: { day, count: 0 } },
        { session, upsert: true },
      );
      const { matchedCount } = await counters.updateOne(
        { _id, count: { $lte: maximum - more } },
        { $inc: { count: more } },
        { session },
      );
      return matchedCount === 1;
    },
  };
}
