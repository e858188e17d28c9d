import {
  openCollection,
  type CollectionDeclaration,
  type MongoTransaction,
} from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';

export type DailyCounter = ReturnType<typeof createDailyCounter>;

/** Counts what each person does, day by day (UTC), in a collection of its own. */
export function createDailyCounter(db: Db, name: string, declaration: CollectionDeclaration) {
  const days = openCollection<{ _id: string; at: Date; count: number }>(db, name, declaration);
  return {
    /**
     * Counts one more today; false when that would be more than `most`. Transactions that count for
     * the same person follow one another.
     */
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
