import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

export type ReminderRepository = ReturnType<typeof createReminderRepository>;

/** Which reminders have gone out. */
export function createReminderRepository(db: Db) {
  const sent = openCollection<{ _id: string; at: Date }>(
    db,
    'remindersSent',
    collections.remindersSent,
  );
  return {
    /** Takes the right to send a reminder; false when it was taken before. */
    async take(key: string, at: Date): Promise<boolean> {
      try {
        await sent.insertOne({ _id: key, at });
        return true;
      } catch (error) {
        if (duplicateKeyIndex(error) !== null) return false;
        throw error;
      }
    },

    /** Gives the right back after a mail server refused. */
    async giveBack(key: string) {
      await sent.deleteOne({ _id: key });
    },
  };
}
