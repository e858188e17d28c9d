import type { Db } from 'mongodb';
import { holdingStatuses } from '../src/session-status.ts';
import { bucketsOf } from '../src/slot-claim.ts';

interface StoredSession {
  _id: string;
  participantIds: string[];
  startAt: Date;
  endAt: Date;
}

interface StoredClaim {
  userId: string;
  bucketStart: Date;
  sessionId?: string;
  hold?: { id: string; expiresAt: Date };
}

/** What is wrong in the store: people in two places at once, claims too many or too few. */
export async function findBookingFaults(db: Db, now: Date): Promise<string[]> {
  const holding = await db
    .collection<StoredSession>('sessions')
    .find({ status: { $in: [...holdingStatuses] } })
    .toArray();
  const all = await db.collection<StoredClaim>('slotClaims').find().toArray();
  // What somebody holds at the moment needs no session.
  const stored = all.filter(({ hold }) => hold === undefined || hold.expiresAt <= now);

  const faults: string[] = [];
  const expected = new Set<string>();
  for (const session of holding) {
    for (const userId of session.participantIds) {
      for (const other of holding) {
        const isDouble =
          other._id < session._id &&
          other.participantIds.includes(userId) &&
          other.startAt < session.endAt &&
          session.startAt < other.endAt;
        if (isDouble) faults.push(`${userId} is in ${session._id} and in ${other._id}`);
      }
      const span = { start: session.startAt.getTime(), end: session.endAt.getTime() };
      for (const bucket of bucketsOf(span)) {
        expected.add(`${userId} ${bucket.toISOString()} ${session._id}`);
      }
    }
  }
  const claimed = new Set(
    stored.map(
      ({ userId, bucketStart, sessionId, hold }) =>
        `${userId} ${bucketStart.toISOString()} ${sessionId ?? hold?.id ?? 'nobody'}`,
    ),
  );
  faults.push(...[...claimed.difference(expected)].map((claim) => `orphan claim: ${claim}`));
  faults.push(...[...expected.difference(claimed)].map((claim) => `missing claim: ${claim}`));
  return faults;
}
