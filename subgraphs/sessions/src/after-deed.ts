import { proposalExpiry, type Times } from './proposal.ts';
import { hasMarkedDone, newTimes, type Deed } from './session-change.ts';
import { holdsTime, nextStatus } from './session-status.ts';
import { counterpartId, participantIds, type Dispute, type Session } from './session.ts';

/** A cancellation within this time of the start counts as late. */
const lateWithin = 24 * 3_600_000;

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

function requestOf(session: Session, deed: Deed, { startAt, endAt }: Times) {
  const { actorId, now, reason, suitsActor = false } = deed;
  const end = Math.min(session.startAt.getTime(), proposalExpiry(startAt, now).getTime());
  const expiresAt = new Date(end);
  const asked = { requestedById: actorId, suitsOfferer: suitsActor, reason: reason ?? null };
  return { ...asked, startAt, endAt, expiresAt };
}

function offeredBy({ actorId, suitsActor = false }: Deed) {
  return { offeredById: actorId, suitsOfferer: suitsActor };
}

function offer({ startAt, endAt }: Times, now: Date) {
  return { startAt, endAt, expiresAt: proposalExpiry(startAt, now) };
}
