import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

export type FirstContactRepository = ReturnType<typeof createFirstContactRepository>;

/** How many strangers each person has proposed to, day by day (UTC). */
export function createFirstContactRepository(db: Db) {
  const days = openCollection<{ _id: string; at: Date; count: number }>(
    db,
    'firstContacts',
    collections.firstContacts,
  );
  return {
    /** Counts one more stranger today; false when that would be more than `most`. */
    async count({ session }: MongoTransaction, userId: string, now: Date, most: number) {
      const _id = `${userId}:${now.toISOString().slice(0, 10)}`;
      const first = { at: now, count: 0 };
      await days.updateOne({ _id }, { $setOnInsert: first }, { session, upsert: true });
      const { matchedCount } = await days.updateOne(
        { _id, count: { $lt: most } },
        { $inc: { count: 1 } },
        { session },
      );
      return matchedCount === 1;
    },
  };
}
