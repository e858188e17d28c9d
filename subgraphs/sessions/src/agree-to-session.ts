import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { findAlternatives } from './calendars.ts';
import { changeSession, type SessionRequest } from './change-session.ts';
import { mayMeet } from './judge-proposal.ts';
import { spanOf } from './proposal.ts';
import { refused, type SessionOutcome } from './session-refusal.ts';
import { awaitsAnswer } from './session-status.ts';
import { counterpartId, isParticipant, participantIds, type Session } from './session.ts';
import { oneSessionAtATime, type Claimant } from './slot-claim-repository.ts';
import type { Span } from './span.ts';

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
    if (!isWelcome) return refused('NOT_ALLOWED');
  }
  try {
    return await changeSession(booking, actorId, action, request);
  } catch (error) {
    if (duplicateKeyIndex(error) !== oneSessionAtATime || session === undefined) throw error;
    const claimant = { userIds: participantIds(session), movingId: session.id };
    const span = await findTakenSpan(booking, session, claimant);
    const alternatives = await findAlternatives(booking, claimant, span);
    return { ...refused('SLOT_TAKEN'), alternatives };
  }
}

/** The time at which the two are not free: the session's, or the first such one of its group. */
async function findTakenSpan(
  { stores, now }: Booking,
  session: Session,
  claimant: Claimant,
): Promise<Span> {
  const own = spanOf(session.reschedule ?? session);
  if (session.group === null || !awaitsAnswer(session.status)) return own;
  const group = await stores.sessions.findByGroupIds([session.group.id]);
  for (const span of group.map(spanOf)) {
    if (await stores.claims.isTaken(claimant, span, now())) return span;
  }
  return own;
}
