import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import type { Availability, AvailabilityException, WeeklyPlan } from './availability.ts';
import { collections } from './collections.ts';

interface AvailabilityDocument extends Omit<Availability, 'userId'> {
  _id: string;
}

export type AvailabilityRepository = ReturnType<typeof createAvailabilityRepository>;

export function createAvailabilityRepository(db: Db) {
  const plans = openCollection<AvailabilityDocument>(db, 'availability', collections.availability);
  return {
    async findByUserIds(
      userIds: readonly string[],
      tx?: MongoTransaction,
    ): Promise<Availability[]> {
      const found = plans.find(
        { _id: { $in: [...userIds] } },
        { ...(tx && { session: tx.session }) },
      );
      return (await found.toArray()).map(toAvailability);
    },

    async findByUserId(
      { session }: MongoTransaction,
      userId: string,
    ): Promise<Availability | null> {
      const found = await plans.findOne({ _id: userId }, { session });
      return found === null ? null : toAvailability(found);
    },

    async upsertPlan(
      { session }: MongoTransaction,
      userId: string,
      plan: WeeklyPlan,
    ): Promise<Availability> {
      const stored = await plans.findOneAndUpdate(
        { _id: userId },
        { $set: plan, $inc: { version: 1 }, $setOnInsert: { exceptions: [] } },
        { session, upsert: true, returnDocument: 'after' },
      );
      if (stored === null) throw new Error('an upsert answered no document');
      return toAvailability(stored);
    },

    /** Replaces the exceptions of an availability; null when there is none. */
    async updateExceptions(
      { session }: MongoTransaction,
      userId: string,
      exceptions: readonly AvailabilityException[],
    ): Promise<Availability | null> {
      const stored = await plans.findOneAndUpdate(
        { _id: userId },
        { $set: { exceptions }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      );
      return stored === null ? null : toAvailability(stored);
    },
  };
}

function toAvailability({ _id: userId, ...rest }: AvailabilityDocument): Availability {
  return { userId, ...rest };
}
