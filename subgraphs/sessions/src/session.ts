import type { SessionGroup } from './session-group.ts';
import type { SessionStatus } from './session-status.ts';

/** Whether people meet remotely or on site. */
export type SessionMode = 'REMOTE' | 'ONSITE';

/** Where people meet on site. */
export interface Place {
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A place as one viewer may know it. */
export interface VisiblePlace {
  readonly label: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Another time that one of the two asks for while the session keeps its own. */
export interface Reschedule {
  readonly requestedById: string;
  readonly startAt: Date;
  readonly endAt: Date;
  /** True when that time was within the own plan of the person who asked for it. */
  readonly suitsOfferer: boolean;
  /** When the request ends without an answer. */
  readonly expiresAt: Date;
  readonly reason: string | null;
}

/** Two people's disagreement on whether a session took place. */
export interface Dispute {
  readonly openedById: string;
  readonly openedAt: Date;
  /** Why, in the words of the person who opened it. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** The moderator who decided; not for the two to know. */
  readonly decidedById: string | null;
  /** The moderator's words for the two. */
  readonly statement: string | null;
}

/** An appointment between a teacher and a learner. */
export interface Session {
  readonly id: string;
  /** From 1; each change adds one. */
  readonly version: number;
  readonly teacherId: string;
  readonly learnerId: string;
  readonly createdById: string;
  /** Whose proposal of a time the other one answers. */
  readonly offeredById: string;
  /** True when the time was within that person's own plan when they proposed it. */
  readonly suitsOfferer: boolean;
  readonly skillId: string;
  /** The sessions together with which this one was proposed and is answered; null for a single one. */
  readonly group: SessionGroup | null;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly mode: SessionMode;
  readonly videoUrl: string | null;
  readonly place: Place | null;
  readonly translatedChat: boolean;
  readonly status: SessionStatus;
  /** There while the status is RESCHEDULE_PENDING. */
  readonly reschedule: Reschedule | null;
  readonly createdAt: Date;
  /** When an unanswered proposal ends. */
  readonly expiresAt: Date;
  /** Who has said that it took place. */
  readonly doneByIds: readonly string[];
  /** When the first of them said so. */
  readonly firstDoneAt: Date | null;
  readonly doneAt: Date | null;
  readonly absentIds: readonly string[];
  /** When one of the two said that the other had not come. */
  readonly reportedAt: Date | null;
  readonly dispute: Dispute | null;
  readonly reason: string | null;
  readonly cancelledById: string | null;
  readonly cancelledLate: boolean;
}

/** The two people of a session. */
export function participantIds({ teacherId, learnerId }: Session): readonly [string, string] {
  return [teacherId, learnerId];
}

/** True for the session's teacher and its learner. */
export function isParticipant(session: Session, userId: string): boolean {
  return session.teacherId === userId || session.learnerId === userId;
}

/** The other of the two people. */
export function counterpartId({ teacherId, learnerId }: Session, userId: string): string {
  return userId === teacherId ? learnerId : teacherId;
}

/** True when the two versions of a session are at different times. */
export function hasMoved(before: Session, after: Session): boolean {
  const { startAt, endAt } = after;
  return +before.startAt !== +startAt || +before.endAt !== +endAt;
}

/** The session's length in minutes, as time credits count it. */
export function sessionMinutes({ startAt, endAt }: Pick<Session, 'startAt' | 'endAt'>): number {
  return Math.round((endAt.getTime() - startAt.getTime()) / 60_000);
}

/**
 * The place as this viewer may know it: the participants know the coordinates while the session is
 * confirmed, everyone else who sees the session knows the name alone.
 */
export function visiblePlace(session: Session, viewerId: string | null): VisiblePlace | null {
  if (session.place === null) return null;
  const isExact =
    session.status === 'CONFIRMED' && viewerId !== null && isParticipant(session, viewerId);
  return isExact ? session.place : { label: session.place.label, latitude: null, longitude: null };
}
