import type { ClientSession, Db } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

/** Which finished sessions have been counted. */
export type EndorsementRepository = ReturnType<typeof createEndorsementRepository>;

/** Opens the record of counted sessions. */
export function createEndorsementRepository(db: Db) {
  const counted = openCollection<{ _id: string; skillId: string }>(
    db,
    'endorsements',
    collections.endorsements,
  );
  return {
    /** Takes the right to count a session; false when it was counted before. */
    async take(session: ClientSession, sessionId: string, skillId: string): Promise<boolean> {
      const taken = await counted.updateOne(
        { _id: sessionId },
        { $setOnInsert: { skillId } },
        { session, upsert: true },
      );
      return taken.upsertedCount === 1;
    },
  };
}
