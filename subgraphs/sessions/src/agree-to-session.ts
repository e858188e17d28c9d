import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { findAlternatives } from './calendars.ts';
import { changeSession, type SessionRequest } from './change-session.ts';
import { mayMeet } from './judge-proposal.ts';
import type { SessionOutcome } from './session-refusal.ts';
import { counterpartId, isParticipant, participantIds, type Session } from './session.ts';
import { oneSessionAtATime } from './slot-claim-repository.ts';

/**
 * Agrees to a proposal, or to another time for a session. Whether both people are free is decided by
 * the unique index on their claims, so that of several confirmations at once exactly one succeeds.
 */
export async function agreeToSession(
  booking: Booking,
  actorId: string,
  action: 'confirm' | 'acceptReschedule',
  request: SessionRequest,
): Promise<SessionOutcome<Session>> {
  const [session] = await booking.stores.sessions.findByIds([request.sessionId]);
  if (session !== undefined && isParticipant(session, actorId)) {
    const isWelcome = await mayMeet(booking, actorId, counterpartId(session, actorId));
    if (!isWelcome) return { done: null, refusal: { code: 'NOT_ALLOWED', path: [] } };
  }
  try {
    return await changeSession(booking, actorId, action, request);
  } catch (error) {
    if (duplicateKeyIndex(error) !== oneSessionAtATime || session === undefined) throw error;
    const { startAt, endAt } = session.reschedule ?? session;
    const span = { start: startAt.getTime(), end: endAt.getTime() };
    const claimant = { userIds: participantIds(session), movingId: session.id };
    const alternatives = await findAlternatives(booking, claimant, span);
    return { done: null, refusal: { code: 'SLOT_TAKEN', path: [] }, alternatives };
  }
}
