import type { Db } from 'mongodb';
import type { Session } from '../src/session.ts';
import { toDocument } from '../src/session-document.ts';
import { bucketsOf } from '../src/slot-claim.ts';
import { now } from './town.ts';

const hour = 3_600_000;
const people = 20_000;
const batch = 1_000;

/** Puts agreed sessions of other people into the store, an hour each, over ten weeks. */
export async function seedSessions(db: Db, count: number): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const made = Array.from({ length: Math.min(batch, count - from) }, (_, at) =>
      aSession(from + at),
    );
    await db.collection<{ _id: string }>('sessions').insertMany(
      made.map((session) => ({
        ...toDocument(session),
        // Fields that no projection reads.
        ...{ participantIds: [session.teacherId, session.learnerId], fingerprint: '' },
        idempotencyKey: session.id,
      })),
      { ordered: false },
    );
    await db.collection('slotClaims').insertMany(made.flatMap(claimsOf), { ordered: false });
  }
}

function aSession(number: number): Session {
  // Each person has one session an hour at most.
  const slot = Math.floor(number / (people / 2));
  const teacherId = `usr_${String((number * 2) % people)}`;
  const learnerId = `usr_${String((number * 2 + 1) % people)}`;
  const startAt = new Date(now.getTime() + (slot * 7 + (number % 7)) * hour * 24 + slot * hour);
  const endAt = new Date(startAt.getTime() + hour);
  return {
    ...{ id: `ses_${String(number)}`, version: 2, status: 'CONFIRMED', createdAt: now },
    ...{ teacherId, learnerId, createdById: learnerId, offeredById: learnerId, group: null },
    ...{
      suitsOfferer: false,
      skillId: `skl_${teacherId}`,
      startAt,
      endAt,
      mode: 'REMOTE',
      videoUrl: null,
      place: null,
    },
    ...{ translatedChat: false, expiresAt: startAt, reschedule: null, doneByIds: [] },
    ...{ firstDoneAt: null, doneAt: null, absentIds: [], reportedAt: null, dispute: null },
    ...{ reason: null, cancelledById: null, cancelledLate: false },
  };
}

function claimsOf({ id: sessionId, teacherId, learnerId, startAt, endAt }: Session) {
  const span = { start: startAt.getTime(), end: endAt.getTime() };
  return [teacherId, learnerId].flatMap((userId) =>
    bucketsOf(span).map((bucketStart) => ({ userId, bucketStart, sessionId })),
  );
}
