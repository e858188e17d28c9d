import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { recordSession } from './record-session.ts';
import {
  afterDeed,
  hasMarkedDone,
  refuseDeed,
  type Deed,
  type PersonalAction,
} from './session-change.ts';
import type { SessionOutcome } from './session-refusal.ts';
import { isParticipant, participantIds, type Session } from './session.ts';

/** What somebody asks to be done with a session. */
export interface SessionRequest {
  readonly sessionId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Does what a participant asks for, or says why not. A refusal changes nothing. */
export async function changeSession(
  booking: Booking,
  actorId: string,
  action: PersonalAction,
  { sessionId, expectedVersion, reason }: SessionRequest,
): Promise<SessionOutcome<Session>> {
  const outcome = await booking.transact<SessionOutcome<Session>>(async (tx) => {
    const session = await booking.stores.sessions.findById(tx, sessionId);
    if (session === null || !isParticipant(session, actorId)) {
      return { done: null, refusal: { code: 'NOT_FOUND', path: ['sessionId'] } };
    }
    // Saying it again is not an error: the answer may have got lost.
    if (action === 'markDone' && hasMarkedDone(session, actorId)) {
      return { done: session, refusal: null };
    }
    if (expectedVersion != null && expectedVersion !== session.version) {
      return { done: null, refusal: { code: 'STALE_VERSION', path: ['expectedVersion'] } };
    }
    const deed: Deed = { actorId, action, reason, now: booking.now() };
    const refusal = refuseDeed(session, deed);
    if (refusal !== null) return { done: null, refusal };
    const next = afterDeed(session, deed);
    await saveVersion(booking, tx, session, next);
    return { done: next, refusal: null };
  });
  if (outcome.done !== null) booking.wake(participantIds(outcome.done));
  return outcome;
}

/** Lets time do something with a session; nothing happens when `advance` answers null. */
export async function advanceSession(
  booking: Booking,
  sessionId: string,
  advance: (session: Session, now: Date) => Session | null,
): Promise<void> {
  const next = await booking.transact(async (tx) => {
    const session = await booking.stores.sessions.findById(tx, sessionId);
    const version = session === null ? null : advance(session, booking.now());
    if (session !== null && version !== null) await saveVersion(booking, tx, session, version);
    return version;
  });
  if (next !== null) booking.wake(participantIds(next));
}

async function saveVersion(
  booking: Booking,
  tx: MongoTransaction,
  before: Session,
  after: Session,
) {
  const saved = await booking.stores.sessions.update(tx, after);
  if (!saved) throw new Error('a session changed under its own transaction');
  await recordSession(booking, tx, before, after);
}
