import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Stretch } from '@skillswap/kit/live';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import { toDocument, toSession, type SessionDocument } from './session-document.ts';
import { participantIds, type Session } from './session.ts';

interface UpdateDocument {
  userId: string;
  /** Counts the person's updates from 1, without a gap. */
  seq: number;
  session: SessionDocument;
}

/** How many updates are read at once. */
const stretchLength = 50;

export type SessionUpdateRepository = ReturnType<typeof createSessionUpdateRepository>;

/**
 * Each person's log of their sessions' versions. A person's head is counted up in the transaction
 * that appends, so that writers for one person follow one another: an update becomes visible only
 * after all those before it, and a reader that goes on from a seq misses none.
 */
export function createSessionUpdateRepository(db: Db) {
  const updates = openCollection<UpdateDocument>(db, 'sessionUpdates', collections.sessionUpdates);
  const heads = openCollection<{ _id: string; seq: number }>(
    db,
    'updateHeads',
    collections.updateHeads,
  );

  const appendFor = async (
    { session: mongo }: MongoTransaction,
    userId: string,
    session: Session,
  ) => {
    const head = await heads.findOneAndUpdate(
      { _id: userId },
      { $inc: { seq: 1 } },
      { session: mongo, upsert: true, returnDocument: 'after' },
    );
    if (head === null) throw new Error('an upsert answered no document');
    await updates.insertOne(
      { userId, seq: head.seq, session: toDocument(session) },
      { session: mongo },
    );
  };

  return {
    /** Appends a session's new version for both of its people. */
    async append(tx: MongoTransaction, session: Session) {
      for (const userId of participantIds(session).toSorted()) await appendFor(tx, userId, session);
    },

    async findHead(userId: string): Promise<number> {
      return (await heads.findOne({ _id: userId }))?.seq ?? 0;
    },

    /** What a person's log holds after a seq. */
    async readAfter(userId: string, seq: number): Promise<Stretch<Session, number>> {
      const rows = await updates
        .find({ userId, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(stretchLength)
        .toArray();
      return { items: rows.map((row) => toSession(row.session)), cursor: rows.at(-1)?.seq ?? seq };
    },

    /** One session's versions after the given one, as a participant's log holds them. */
    async readVersions(
      userId: string,
      sessionId: string,
      version: number,
    ): Promise<Stretch<Session, number>> {
      const rows = await updates
        .find({ userId, 'session._id': sessionId, 'session.version': { $gt: version } })
        .sort({ 'session.version': 1 })
        .limit(stretchLength)
        .toArray();
      const items = rows.map((row) => toSession(row.session));
      return { items, cursor: items.at(-1)?.version ?? version };
    },

    /** Where versions of sessions stand in a person's log. */
    async findSeqs(userId: string, versions: readonly { id: string; version: number }[]) {
      const rows = await updates
        .find(
          {
            userId,
            $or: versions.map(({ id, version }) => ({
              'session._id': id,
              'session.version': version,
            })),
          },
          { projection: { seq: 1, 'session._id': 1, 'session.version': 1 } },
        )
        .toArray();
      return rows.map(({ seq, session: { _id: id, version } }) => ({ id, version, seq }));
    },
  };
}
