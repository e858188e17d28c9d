import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { MarkChange, Reliability } from './reliability.ts';

interface ReliabilityDocument extends Omit<Reliability, 'userId'> {
  _id: string;
  version: number;
}

const nothing = { done: 0, lateCancellations: 0, noShows: 0 };

export type ReliabilityRepository = ReturnType<typeof createReliabilityRepository>;

export function createReliabilityRepository(db: Db) {
  const records = openCollection<ReliabilityDocument>(db, 'reliability', collections.reliability);
  return {
    /** The records of these people; somebody of whom nothing is known has an empty one. */
    async findByUserIds(userIds: readonly string[]): Promise<Reliability[]> {
      const found = await records.find({ _id: { $in: [...userIds] } }).toArray();
      const byId = new Map(found.map((record) => [record._id, record]));
      return userIds.map((userId) => {
        const { done, lateCancellations, noShows } = byId.get(userId) ?? nothing;
        return { userId, done, lateCancellations, noShows };
      });
    },

    async change(
      { session }: MongoTransaction,
      { userId, mark, by }: MarkChange,
    ): Promise<Reliability & { readonly version: number }> {
      const others = Object.fromEntries(Object.entries(nothing).filter(([key]) => key !== mark));
      const stored = await records.findOneAndUpdate(
        { _id: userId },
        { $inc: { [mark]: by, version: 1 }, $setOnInsert: others },
        { session, upsert: true, returnDocument: 'after' },
      );
      if (stored === null) throw new Error('an upsert answered no document');
      const { _id, ...record } = stored;
      return { userId: _id, ...record };
    },
  };
}
