import { WriteConcern, type Db, type Document, type MongoClient } from 'mongodb';
import { participantIds, type Session } from '../src/session.ts';
import { toDocument } from '../src/session-document.ts';
import { bucketsOf } from '../src/slot-claim.ts';
import { reminderOffsets } from '../src/session-work.ts';

const byMajority = new WriteConcern('majority', undefined, true);

/**
 * What confirming a session writes, by the bare driver: the same documents in one majority
 * transaction, in as few commands as there are collections, with no rule checked and nothing read.
 */
export async function bareConfirm(client: MongoClient, db: Db, session: Session): Promise<void> {
  const confirmed: Session = { ...session, version: session.version + 1, status: 'CONFIRMED' };
  const both = participantIds(session);
  const span = { start: session.startAt.getTime(), end: session.endAt.getTime() };
  const claims = both.flatMap((userId) =>
    bucketsOf(span).map((bucketStart) => ({ userId, bucketStart, sessionId: session.id })),
  );
  const reminders = both.flatMap((userId) =>
    reminderOffsets.map((minutes) => ({
      ...{ _id: `reminder:${session.id}:${userId}:${String(minutes)}`, kind: 'session.reminder' },
      ...{ dueAt: new Date(span.start - minutes * 60_000), leasedUntil: new Date(0) },
      payload: { sessionId: session.id, userId, minutes, startAt: span.start },
    })),
  );
  const invitation = {
    ...{ _id: `invitation:${session.id}`, kind: 'session.invitation', dueAt: session.createdAt },
    ...{ leasedUntil: new Date(0), payload: { sessionId: session.id, startAt: span.start } },
  };
  const event = {
    ...{ _id: `event:${session.id}`, type: 'session.confirmed', publishedAt: null },
    payload: { sessionId: session.id, version: 2, status: 'CONFIRMED', teacherId: both[0] },
  };
  const keyed = (name: string) => db.collection<{ _id: string } & Document>(name);

  await client.withSession((mongo) =>
    mongo.withTransaction(
      async () => {
        const options = { session: mongo };
        const { _id, ...changed } = toDocument(confirmed);
        await keyed('sessions').updateOne(
          { _id, version: session.version },
          { $set: changed },
          options,
        );
        await keyed('updateHeads').bulkWrite(
          both.map((userId) => ({
            updateOne: { filter: { _id: userId }, update: { $inc: { seq: 1 } }, upsert: true },
          })),
          options,
        );
        const log = both.map((userId) => ({ userId, seq: 2, session: toDocument(confirmed) }));
        await db.collection('sessionUpdates').insertMany(log, options);
        await db.collection('slotClaims').insertMany(claims, options);
        await keyed('dueWork').deleteOne({ _id: `expiry:${session.id}` }, options);
        await keyed('dueWork').insertMany([...reminders, invitation], options);
        await keyed('outbox').insertOne(event, options);
      },
      { writeConcern: byMajority, readConcern: { level: 'snapshot' } },
    ),
  );
}
