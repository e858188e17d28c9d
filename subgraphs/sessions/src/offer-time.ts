import type { Booking } from './booking.ts';
import { changeSession, type SessionRequest } from './change-session.ts';
import { mayMeet, refuseCalendars, refuseCredits } from './judge-proposal.ts';
import type { Times } from './proposal.ts';
import { hasBeenDone, refuseDeed, type Deed, type PersonalAction } from './session-change.ts';
import type { SessionOutcome } from './session-refusal.ts';
import { counterpartId, type Session } from './session.ts';

/** A time that somebody asks for instead of the session's own. */
export interface TimeRequest extends SessionRequest {
  readonly times: Times;
}

/**
 * Proposes another time for a session, or says why not: the time must suit the other person's plan, be
 * free for both, and be covered by the learner's credits, like the time of a first proposal.
 */
export async function offerTime(
  booking: Booking,
  actorId: string,
  action: Extract<PersonalAction, 'counter' | 'requestReschedule'>,
  request: TimeRequest,
): Promise<SessionOutcome<Session>> {
  const [session] = await booking.stores.sessions.findByIds([request.sessionId]);
  const deed: Deed = { ...request, actorId, action, now: booking.now() };
  const isWorthJudging =
    session !== undefined && !hasBeenDone(session, deed) && refuseDeed(session, deed) === null;
  if (isWorthJudging) {
    const unsuitable = await judgeTimes(booking, actorId, session, request.times);
    if (unsuitable !== null) return unsuitable;
  }
  return changeSession(booking, actorId, action, request);
}

async function judgeTimes(
  booking: Booking,
  actorId: string,
  session: Session,
  times: Times,
): Promise<SessionOutcome<Session> | null> {
  const otherId = counterpartId(session, actorId);
  if (!(await mayMeet(booking, actorId, otherId))) {
    return { done: null, refusal: { code: 'NOT_ALLOWED', path: [] } };
  }
  const unaffordable = await refuseCredits(booking, [{ ...session, ...times }]);
  if (unaffordable !== null) return { done: null, refusal: unaffordable };
  return refuseCalendars(booking, actorId, otherId, times, { movingId: session.id });
}
