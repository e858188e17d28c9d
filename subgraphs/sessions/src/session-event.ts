import { hasMoved, sessionMinutes, type Session } from './session.ts';
import type { SessionStatus } from './session-status.ts';

const eventTypes: Readonly<Partial<Record<SessionStatus, string>>> = {
  PROPOSED: 'session.proposed',
  CONFIRMED: 'session.confirmed',
  DECLINED: 'session.declined',
  EXPIRED: 'session.expired',
  CANCELLED: 'session.cancelled',
  DONE: 'session.done',
  NO_SHOW: 'session.noShow',
  DISPUTED: 'session.disputed',
};

/** The event that tells the other subgraphs of a session's new status; null for other changes. */
export function sessionEvent(
  before: Session | null,
  after: Session,
): { readonly type: string; readonly payload: Readonly<Record<string, unknown>> } | null {
  const type = eventType(before, after);
  if (type === undefined || before?.status === after.status) return null;
  return {
    type,
    payload: {
      sessionId: after.id,
      version: after.version,
      teacherId: after.teacherId,
      learnerId: after.learnerId,
      createdById: after.createdById,
      skillId: after.skillId,
      startAt: after.startAt.toISOString(),
      endAt: after.endAt.toISOString(),
      status: after.status,
      minutes: sessionMinutes(after),
      doneAt: after.doneAt?.toISOString() ?? null,
      noShowUserIds: after.absentIds,
    },
  };
}

/** A session whose request for another time was answered is still the one that was confirmed. */
function eventType(before: Session | null, after: Session): string | undefined {
  if (before?.status !== 'RESCHEDULE_PENDING' || after.status !== 'CONFIRMED') {
    return eventTypes[after.status];
  }
  return hasMoved(before, after) ? 'session.rescheduled' : undefined;
}
