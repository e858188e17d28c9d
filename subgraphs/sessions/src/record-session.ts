import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { reliabilityChanges, reliabilityScore } from './reliability.ts';
import { sessionEvent } from './session-event.ts';
import { invitationWork, plannedWork, workKeys } from './session-work.ts';
import { hasMoved, participantIds, type Session } from './session.ts';
import { holdsTime } from './session-status.ts';

/**
 * Everything that goes with a session's new version besides the session itself: time claimed or
 * freed, both people's logs, timed work, records, events. All of it in the version's transaction.
 */
export async function recordSession(
  { stores, dueWork, now }: Pick<Booking, 'stores' | 'dueWork' | 'now'>,
  tx: MongoTransaction,
  before: Session | null,
  after: Session,
): Promise<void> {
  // First, because this is where transactions of one person meet: the loser starts over early.
  await stores.updates.append(tx, after);
  await moveClaims(stores.claims, tx, before, after, now());

  if (before !== null) await dueWork.cancel(tx.session, workKeys(before));
  const invitation = invitationWork(before, after, now());
  const planned = [...plannedWork(after, now()), ...(invitation === null ? [] : [invitation])];
  for (const work of planned) await dueWork.plan(tx.session, work);

  for (const change of reliabilityChanges(before, after)) {
    const record = await stores.reliability.change(tx, change);
    const { userId, version } = record;
    tx.emit('reliability.changed', { userId, version, score: reliabilityScore(record) });
  }
  const event = sessionEvent(before, after);
  if (event !== null) tx.emit(event.type, event.payload);
}

async function moveClaims(
  claims: Booking['stores']['claims'],
  tx: MongoTransaction,
  before: Session | null,
  after: Session,
  now: Date,
) {
  const held = before !== null && holdsTime(before.status);
  const holds = holdsTime(after.status);
  const stays = held && holds && !hasMoved(before, after);
  if (held && !stays) await claims.removeBySession(tx, after.id);
  if (stays || !holds) return;
  const span = { start: after.startAt.getTime(), end: after.endAt.getTime() };
  await claims.insert(tx, after.id, participantIds(after), span, now);
}
