import { newId } from '@skillswap/kit/id';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { findAlternatives } from './calendars.ts';
import { judgeContact, refuseCalendars } from './judge-proposal.ts';
import { refuseDuration, refuseTime, type Times } from './proposal.ts';
import { refused, type SessionOutcome } from './session-refusal.ts';
import { holdExpiryWork } from './session-work.ts';
import { oneSessionAtATime } from './slot-claim-repository.ts';
import { holdExpiry, holdsADay, type SlotHold } from './slot-hold.ts';

/** With whom somebody wants a time, and which. */
export interface HoldRequest extends Times {
  readonly userId: string;
}

/**
 * Keeps a time free for two people while the one fills in a proposal to the other, or says why not. A
 * person holds one time at once: a new hold takes the place of the one before. Who may not propose to
 * somebody holds none of their time.
 */
export async function holdSlot(
  booking: Booking,
  holderId: string,
  { userId: otherId, startAt, endAt }: HoldRequest,
): Promise<SessionOutcome<SlotHold>> {
  const times = { startAt, endAt };
  if (otherId === holderId) return refused('INVALID_INPUT', ['userId']);
  const mistimed = refuseDuration(times) ?? refuseTime(times, booking.now());
  if (mistimed !== null) return { done: null, refusal: mistimed };
  const contact = await judgeContact(booking, holderId, otherId, ['userId']);
  if (typeof contact !== 'string') return { done: null, refusal: contact };
  const unsuitable = await refuseCalendars(booking, holderId, otherId, times);
  if (unsuitable !== null) return unsuitable;
  try {
    const hold = await insertHold(booking, { holderId, otherId, ...times });
    return hold === null ? refused('NOT_ALLOWED') : { done: hold, refusal: null };
  } catch (error) {
    if (duplicateKeyIndex(error) !== oneSessionAtATime) throw error;
    const span = { start: startAt.getTime(), end: endAt.getTime() };
    const alternatives = await findAlternatives(booking, { userIds: [holderId, otherId] }, span);
    return { ...refused('SLOT_TAKEN', ['startAt']), alternatives };
  }
}

/** Makes the hold in place of the one before; null when the person has held enough for today. */
async function insertHold(
  { stores, transact, dueWork, inTurn, now }: Booking,
  wanted: Omit<SlotHold, 'id' | 'expiresAt'>,
): Promise<SlotHold | null> {
  const { holderId, otherId } = wanted;
  return inTurn([holderId, otherId], () =>
    transact(async (tx) => {
      const at = now();
      if (!(await stores.holdsMade.count(tx, holderId, at, holdsADay))) return null;
      const hold = { id: newId('hld'), expiresAt: holdExpiry(at), ...wanted };
      await stores.claims.removeHolds(tx, holderId);
      await stores.claims.insertHold(tx, hold, at);
      await dueWork.plan(tx.session, holdExpiryWork(hold));
      return hold;
    }),
  );
}

/** Gives a held time back before its end; false when the person holds no such time. */
export function releaseSlot(
  { stores, transact }: Booking,
  holderId: string,
  holdId: string,
): Promise<boolean> {
  return transact((tx) => stores.claims.removeHolds(tx, holderId, holdId));
}
