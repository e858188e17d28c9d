import { hasLapsed } from './session-change.ts';
import { nextStatus } from './session-status.ts';
import type { Session } from './session.ts';

/** Silence of the other person for this long counts as agreement that the session took place. */
export const silenceAfterDone = 48 * 3_600_000;

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
