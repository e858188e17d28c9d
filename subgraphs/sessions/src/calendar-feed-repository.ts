import { openCollection } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** A person's calendar feed; the secret of its address is known by its hash alone. */
export interface CalendarFeed {
  readonly userId: string;
  readonly createdAt: Date;
}

interface CalendarFeedDocument {
  _id: string;
  secretHash: string;
  createdAt: Date;
}

export type CalendarFeedRepository = ReturnType<typeof createCalendarFeedRepository>;

/** One feed per person: a new secret takes the place of the one before. */
export function createCalendarFeedRepository(db: Db) {
  const feeds = openCollection<CalendarFeedDocument>(
    db,
    'calendarFeeds',
    collections.calendarFeeds,
  );
  return {
    async findByUserIds(userIds: readonly string[]): Promise<CalendarFeed[]> {
      const found = await feeds.find({ _id: { $in: [...userIds] } }).toArray();
      return found.map(({ _id: userId, createdAt }) => ({ userId, createdAt }));
    },

    async findBySecretHash(secretHash: string): Promise<CalendarFeed | null> {
      const found = await feeds.findOne({ secretHash });
      return found === null ? null : { userId: found._id, createdAt: found.createdAt };
    },

    async replace({ userId, createdAt }: CalendarFeed, secretHash: string) {
      await feeds.replaceOne({ _id: userId }, { secretHash, createdAt }, { upsert: true });
    },

    /** False when there was none. */
    async remove(userId: string): Promise<boolean> {
      return (await feeds.deleteOne({ _id: userId })).deletedCount === 1;
    },
  };
}
