import type { ClientSession, Db } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

/** Finished sessions, and who took part. */
export type FinishedSessionRepository = ReturnType<typeof createFinishedSessionRepository>;

/** Opens the projection of finished sessions. */
export function createFinishedSessionRepository(db: Db) {
  const sessions = openCollection<{ _id: string; people: string[] }>(
    db,
    'finishedSessions',
    collections.finishedSessions,
  );
  return {
    async tell(session: ClientSession, id: string, people: readonly string[]): Promise<void> {
      const told = { $setOnInsert: { people: [...people].sort() } };
      await sessions.updateOne({ _id: id }, told, { session, upsert: true });
    },

    /** Those of these sessions that the two had with each other; without ids, one of theirs if any. */
    async findOfPair(one: string, other: string, ids?: readonly string[]): Promise<string[]> {
      const ofPair = { people: [one, other].sort(), ...(ids && { _id: { $in: [...ids] } }) };
      const rows = await sessions
        .find(ofPair)
        .limit(ids?.length ?? 1)
        .toArray();
      return rows.map(({ _id }) => _id);
    },
  };
}
