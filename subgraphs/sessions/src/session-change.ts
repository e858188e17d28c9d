import { refuseText } from '@skillswap/kit/text';
import { proposalExpiry, refuseDuration, refuseTime, spanOf, type Times } from './proposal.ts';
import {
  counterpartId,
  isParticipant,
  participantIds,
  type Dispute,
  type Session,
} from './session.ts';
import type { SessionRefusal } from './session-refusal.ts';
import { awaitsAnswer, holdsTime, nextStatus, type SessionAction } from './session-status.ts';
import type { PersonalTime } from './span.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A cancellation within this time of the start counts as late. */
const lateWithin = 24 * hour;
/** Silence of the other person for this long counts as agreement that the session took place. */
export const silenceAfterDone = 48 * hour;
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

/** The session's next version after a deed that was not refused. */
export function afterDeed(session: Session, deed: Deed): Session {
  const { actorId, action, now, reason, times = session } = deed;
  const status = nextStatus(session.status, action) ?? session.status;
  const next = { ...session, version: session.version + 1, status, reschedule: null };
  switch (action) {
    case 'confirm':
    case 'declineReschedule':
      return next;
    case 'requestReschedule':
      return { ...next, reschedule: requestOf(session, deed, times) };
    case 'acceptReschedule':
      return { ...next, ...newTimes(session) };
    case 'counter':
      return { ...next, ...offer(times, now), ...offeredBy(deed) };
    case 'decline':
      return { ...next, reason: reason ?? null };
    case 'cancel':
      return {
        ...next,
        reason: reason ?? null,
        cancelledById: actorId,
        cancelledLate:
          holdsTime(session.status) && session.startAt.getTime() - now.getTime() < lateWithin,
      };
    case 'markDone':
      return afterDoneMark(session, next, actorId, now);
    case 'reportNoShow':
      return afterReport(session, next, deed);
    case 'contest':
      return { ...next, dispute: openDispute(deed) };
  }
}

/** What a moderator decides over a disputed session. */
export interface Decision {
  readonly moderatorId: string;
  /** Those who did not come; nobody when the session took place. */
  readonly absentIds: readonly string[];
  readonly statement: string | null;
  readonly now: Date;
}

/** The session's next version after a decision; null when there is nothing to decide. */
export function afterDecision(session: Session, decision: Decision): Session | null {
  const { moderatorId, absentIds, statement, now } = decision;
  const tookPlace = absentIds.length === 0;
  const status = nextStatus(session.status, tookPlace ? 'decideDone' : 'decideNoShow');
  if (status === null || session.dispute === null) return null;
  const decided = { decidedAt: now, decidedById: moderatorId, statement };
  return {
    ...session,
    version: session.version + 1,
    status,
    absentIds: [...absentIds],
    doneAt: tookPlace ? now : null,
    dispute: { ...session.dispute, ...decided },
  };
}

/** A proposal that nobody answered, from its end on; null before and in any other state. */
export function afterExpiry(session: Session, now: Date): Session | null {
  const status = nextStatus(session.status, 'expire');
  if (status === null || now < session.expiresAt) return null;
  return { ...session, version: session.version + 1, status };
}

/** A confirmed session whose request for another time nobody answered; null in any other state. */
export function afterLapse(session: Session, now: Date): Session | null {
  const status = nextStatus(session.status, 'letRescheduleLapse');
  if (status === null || !hasLapsed(session, now)) return null;
  return { ...session, version: session.version + 1, status, reschedule: null };
}

/** A session that one person has marked done and the other not in time; null in any other state. */
export function afterSilence(session: Session, now: Date): Session | null {
  const status = nextStatus(session.status, 'completeBySilence');
  if (status === null || session.firstDoneAt === null) return null;
  if (now.getTime() < session.firstDoneAt.getTime() + silenceAfterDone) return null;
  return { ...session, version: session.version + 1, status, doneAt: now };
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
function hasMarkedDone(session: Session, userId: string): boolean {
  return session.doneByIds.includes(userId);
}

function afterDoneMark(session: Session, next: Session, actorId: string, now: Date): Session {
  const doneByIds = [...session.doneByIds, actorId];
  const firstDoneAt = session.firstDoneAt ?? now;
  const isAgreed = participantIds(session).every((id) => doneByIds.includes(id));
  if (!isAgreed) return { ...next, status: session.status, doneByIds, firstDoneAt };
  return { ...next, doneByIds, firstDoneAt, doneAt: now };
}

/** Who reports the absence of somebody who says that they were there opens a dispute. */
function afterReport(session: Session, next: Session, deed: Deed): Session {
  const { actorId, now, reason } = deed;
  const absentId = counterpartId(session, actorId);
  const reported = { ...next, absentIds: [absentId], reportedAt: now, reason: reason ?? null };
  if (!hasMarkedDone(session, absentId)) return reported;
  return { ...reported, status: 'DISPUTED', dispute: openDispute(deed) };
}

function openDispute({ actorId, now, reason }: Deed): Dispute {
  const undecided = { decidedAt: null, decidedById: null, statement: null };
  return { openedById: actorId, openedAt: now, reason: reason ?? null, ...undecided };
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

function requestOf(session: Session, deed: Deed, { startAt, endAt }: Times) {
  const { actorId, now, reason, suitsActor = false } = deed;
  const end = Math.min(session.startAt.getTime(), proposalExpiry(startAt, now).getTime());
  const expiresAt = new Date(end);
  const asked = { requestedById: actorId, suitsOfferer: suitsActor, reason: reason ?? null };
  return { ...asked, startAt, endAt, expiresAt };
}

function newTimes({ reschedule, ...session }: Session): Times {
  const { startAt, endAt } = reschedule ?? session;
  return { startAt, endAt };
}

function hasLapsed({ reschedule }: Session, now: Date): boolean {
  return reschedule === null || now >= reschedule.expiresAt;
}

function offeredBy({ actorId, suitsActor = false }: Deed) {
  return { offeredById: actorId, suitsOfferer: suitsActor };
}

function offer({ startAt, endAt }: Times, now: Date) {
  return { startAt, endAt, expiresAt: proposalExpiry(startAt, now) };
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
