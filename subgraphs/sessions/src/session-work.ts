import type { DueWork } from '@skillswap/kit/due-work';
import { hasMoved, participantIds, type Session } from './session.ts';
import { silenceAfterDone } from './after-time.ts';
import { awaitsAnswer, holdsTime } from './session-status.ts';
import type { SlotHold } from './slot-hold.ts';

/** How many minutes before the start people are reminded. */
export const reminderOffsets = [1_440, 60] as const;

/** The kinds of timed work that sessions plan. */
export const workKinds = {
  expiry: 'session.expiry',
  silence: 'session.silence',
  reminder: 'session.reminder',
  lapse: 'session.rescheduleLapse',
  holdExpiry: 'slot.holdExpiry',
  invitation: 'session.invitation',
} as const;

/**
 * The timed work that a session waits for in its present state. What a state does not list is
 * cancelled when the session comes to it.
 */
export function plannedWork(session: Session, now: Date): DueWork[] {
  const { id, status, firstDoneAt, reschedule } = session;
  if (awaitsAnswer(status)) {
    const { expiresAt: dueAt } = session;
    return [{ key: expiryKey(id), kind: workKinds.expiry, dueAt, payload: { sessionId: id } }];
  }
  const ahead = reminders(session).filter(({ dueAt }) => dueAt > now);
  if (reschedule !== null) {
    const { expiresAt: dueAt } = reschedule;
    const payload = { sessionId: id };
    return [...ahead, { key: lapseKey(id), kind: workKinds.lapse, dueAt, payload }];
  }
  if (status !== 'CONFIRMED') return [];
  if (firstDoneAt !== null) {
    const dueAt = new Date(firstDoneAt.getTime() + silenceAfterDone);
    return [{ key: silenceKey(id), kind: workKinds.silence, dueAt, payload: { sessionId: id } }];
  }
  return ahead;
}

/** The keys of everything that this session may ever have planned. */
export function workKeys(session: Session): string[] {
  return [
    expiryKey(session.id),
    silenceKey(session.id),
    lapseKey(session.id),
    ...reminders(session).map(({ key }) => key),
  ];
}

/**
 * The letters that a session's new version causes: to its two people's calendars it is new, or at
 * another time, or gone; others were planning something at its time. Null when nobody needs one.
 */
export function invitationWork(before: Session | null, after: Session, now: Date): DueWork | null {
  const was = before !== null && holdsTime(before.status);
  const isOff = was && after.status === 'CANCELLED';
  const isOn = holdsTime(after.status) && (!was || hasMoved(before, after));
  if (!isOff && !isOn) return null;
  const { id: sessionId, version, startAt } = after;
  return {
    key: `invitation:${sessionId}:${String(version)}`,
    kind: workKinds.invitation,
    dueAt: now,
    payload: { sessionId, startAt: startAt.getTime(), isOff: isOff ? 1 : 0 },
  };
}

/** The end of a hold. A person has one at once, so the next one moves it. */
export function holdExpiryWork({ holderId, expiresAt: dueAt }: SlotHold): DueWork {
  return { key: `hold:${holderId}`, kind: workKinds.holdExpiry, dueAt, payload: { holderId } };
}

function reminders(session: Session): DueWork[] {
  const { id, startAt } = session;
  return participantIds(session).flatMap((userId) =>
    reminderOffsets.map((minutes) => ({
      key: `reminder:${id}:${userId}:${String(minutes)}`,
      kind: workKinds.reminder,
      dueAt: new Date(startAt.getTime() - minutes * 60_000),
      payload: { sessionId: id, userId, minutes, startAt: startAt.getTime() },
    })),
  );
}

const expiryKey = (sessionId: string) => `expiry:${sessionId}`;
const lapseKey = (sessionId: string) => `reschedule:${sessionId}`;
const silenceKey = (sessionId: string) => `silence:${sessionId}`;
