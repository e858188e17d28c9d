import { refuseText } from '@skillswap/kit/text';
import { refuseDuration, refuseTime, spanOf, type Times } from './proposal.ts';
import { counterpartId, isParticipant, type Session } from './session.ts';
import type { SessionRefusal } from './session-refusal.ts';
import { awaitsAnswer, nextStatus, type SessionAction } from './session-status.ts';
import type { PersonalTime } from './span.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Nobody is absent before this time after the start. */
const patience = 15 * minute;
/** For so long somebody who was reported absent can say that they were there. */
const contestWithin = 48 * hour;

/** What people do with a session that exists. */
export type PersonalAction = Exclude<
  SessionAction,
  'expire' | 'completeBySilence' | 'letRescheduleLapse' | 'decideDone' | 'decideNoShow'
>;

/** Who does what, when, and why. */
export interface Deed {
  readonly actorId: string;
  readonly action: PersonalAction;
  readonly now: Date;
  readonly reason?: string | null | undefined;
  /** The time that is proposed, when the action proposes one. */
  readonly times?: Times | undefined;
  /** Whether that time is within the actor's own plan. */
  readonly suitsActor?: boolean;
}

/** Why this person may not do this to this session now; null when they may. */
export function refuseDeed(session: Session, deed: Deed): SessionRefusal | null {
  const { actorId, action, now } = deed;
  if (!isParticipant(session, actorId)) return { code: 'NOT_FOUND', path: ['sessionId'] };
  if (nextStatus(session.status, action) === null) return refused('WRONG_STATUS');
  if (!isEntitled(session, actorId, action)) return refused('NOT_ALLOWED');
  const started = now >= session.startAt;
  switch (action) {
    case 'confirm':
      if (started) return refused('IN_THE_PAST');
      return now >= session.expiresAt ? refused('WRONG_STATUS') : null;
    case 'counter':
      if (session.group !== null) return refused('NOT_ALLOWED');
      return now >= session.expiresAt ? refused('WRONG_STATUS') : refuseTimes(session, deed);
    case 'requestReschedule':
      if (started) return refused('IN_THE_PAST');
      return refuseReason(deed) ?? refuseTimes(session, deed);
    case 'acceptReschedule':
      if (started) return refused('IN_THE_PAST');
      return hasLapsed(session, now) ? refused('WRONG_STATUS') : null;
    case 'declineReschedule':
      return null;
    case 'cancel':
      return started ? refused('IN_THE_PAST') : refuseReason(deed);
    case 'decline':
      return refuseReason(deed);
    case 'markDone':
      return now < session.endAt ? refused('TOO_EARLY') : null;
    case 'reportNoShow':
      if (now.getTime() < session.startAt.getTime() + patience) return refused('TOO_EARLY');
      return refuseReason(deed);
    case 'contest':
      return refuseContest(session, now) ?? refuseReason(deed);
  }
}

/** Until when somebody who was reported absent can contest it; null when nobody can. */
export function contestableUntil({ status, reportedAt, dispute }: Session): Date | null {
  if (nextStatus(status, 'contest') === null || dispute !== null || reportedAt === null)
    return null;
  return new Date(reportedAt.getTime() + contestWithin);
}

/** True when the deed is one for all sessions that were proposed together with this one. */
export function answersAll({ status, group }: Session, action: PersonalAction): boolean {
  return group !== null && awaitsAnswer(status) && nextStatus(status, action) !== null;
}

/**
 * The times that are agreed to by a deed, of each person whose plan must still be open to them: of
 * whoever agrees, and of whoever offered a time that suited them then.
 */
export function agreedTimes(
  sessions: readonly Session[],
  { actorId, action }: Deed,
): readonly PersonalTime[] {
  if (action !== 'confirm' && action !== 'acceptReschedule') return [];
  return sessions.flatMap((session) => {
    const { suitsOfferer } = session.reschedule ?? session;
    const span = spanOf(newTimes(session));
    const own = { userId: actorId, span };
    return suitsOfferer ? [own, { userId: counterpartId(session, actorId), span }] : [own];
  });
}

/** True when this person has already done this to the session; doing it again changes nothing. */
export function hasBeenDone(session: Session, { actorId, action, times }: Deed): boolean {
  if (action === 'markDone') return hasMarkedDone(session, actorId);
  if (times === undefined) return false;
  if (action === 'requestReschedule') {
    const { reschedule } = session;
    return reschedule?.requestedById === actorId && isSameTime(reschedule, times);
  }
  if (action !== 'counter') return false;
  const hasOffered = session.status === 'COUNTERED' && session.offeredById === actorId;
  return hasOffered && isSameTime(session, times);
}

/** True when this person has already said that the session took place. */
export function hasMarkedDone(session: Session, userId: string): boolean {
  return session.doneByIds.includes(userId);
}

function refuseContest(session: Session, now: Date): SessionRefusal | null {
  const until = contestableUntil(session);
  if (until === null) return refused('WRONG_STATUS');
  return now >= until ? refused('TOO_LATE') : null;
}

function isEntitled(session: Session, actorId: string, action: PersonalAction): boolean {
  const hasOffered = session.offeredById === actorId;
  if (action === 'confirm' || action === 'decline' || action === 'counter') return !hasOffered;
  if (action === 'cancel' && awaitsAnswer(session.status)) return hasOffered;
  if (action === 'acceptReschedule') return session.reschedule?.requestedById !== actorId;
  if (action === 'contest') return session.absentIds.includes(actorId);
  return !(action === 'reportNoShow' && hasMarkedDone(session, actorId));
}

/** The session's time, or the one that it would move to. */
export function newTimes({ reschedule, ...session }: Session): Times {
  const { startAt, endAt } = reschedule ?? session;
  return { startAt, endAt };
}

/** True when nobody can agree to another time for the session any more. */
export function hasLapsed({ reschedule }: Session, now: Date): boolean {
  return reschedule === null || now >= reschedule.expiresAt;
}

/** Why the time that a deed proposes is none for a session, or not another one. */
function refuseTimes(session: Session, { times, now }: Deed): SessionRefusal | null {
  if (times === undefined) return { code: 'INVALID_INPUT', path: ['startAt'] };
  const isSame = isSameTime(session, times);
  if (isSame) return { code: 'INVALID_INPUT', path: ['startAt'] };
  return refuseDuration(times) ?? refuseTime(times, now);
}

function isSameTime(a: Times, b: Times): boolean {
  return a.startAt.getTime() === b.startAt.getTime() && a.endAt.getTime() === b.endAt.getTime();
}

function refuseReason({ reason }: Deed): SessionRefusal | null {
  if (reason == null || refuseText(reason, 500) === null) return null;
  return { code: 'INVALID_INPUT', path: ['reason'] };
}

function refused(code: SessionRefusal['code']): SessionRefusal {
  return { code, path: [] };
}
