import type { MongoTransaction } from '@skillswap/kit/mongo';
import { afterDeed } from './after-deed.ts';
import type { Booking } from './booking.ts';
import { findClosed } from './closed-plans.ts';
import { spanOf, type Times } from './proposal.ts';
import { recordSession } from './record-session.ts';
import {
  agreedTimes,
  answersAll,
  hasBeenDone,
  refuseDeed,
  type Deed,
  type PersonalAction,
} from './session-change.ts';
import { refused, type SessionOutcome } from './session-refusal.ts';
import { awaitsAnswer } from './session-status.ts';
import { isParticipant, participantIds, type Session } from './session.ts';
import type { PersonalTime } from './span.ts';

/** What somebody asks to be done with a session. */
export interface SessionRequest {
  readonly sessionId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly reason?: string | null | undefined;
  /** The time that is proposed, when the action proposes one. */
  readonly times?: Times | undefined;
}

/**
 * Does what a participant asks for, or says why not. Sessions that were proposed together are
 * confirmed, declined or taken back together. A refusal changes nothing.
 */
export async function changeSession(
  booking: Booking,
  actorId: string,
  action: PersonalAction,
  { sessionId, expectedVersion, reason, times }: SessionRequest,
): Promise<SessionOutcome<Session>> {
  const outcome = await changeInTurn<SessionOutcome<Session>>(
    booking,
    sessionId,
    async (session, { save, findGroup, findClosed }) => {
      if (!isParticipant(session, actorId)) return noSuchSession;
      // Saying it again is not an error: the answer may have got lost.
      const deed: Deed = { actorId, action, reason, times, now: booking.now() };
      if (hasBeenDone(session, deed)) return { done: session, refusal: null };
      if (expectedVersion != null && expectedVersion !== session.version) {
        return refused('STALE_VERSION', ['expectedVersion']);
      }
      const all = answersAll(session, action) ? await findGroup() : [session];
      const affected = all.filter(({ id, status }) => id === sessionId || awaitsAnswer(status));
      for (const each of affected) {
        const refusal = refuseDeed(each, deed);
        if (refusal !== null) return { done: null, refusal };
      }
      const isClosed = (await findClosed(agreedTimes(affected, deed))).length > 0;
      if (isClosed) return refused('NOT_AVAILABLE');
      const offered = times === undefined ? [] : [{ userId: actorId, span: spanOf(times) }];
      const suitsActor = (await findClosed(offered)).length === 0;
      const next = (each: Session) => afterDeed(each, { ...deed, suitsActor });
      for (const each of affected) await save(each, next(each));
      return { done: next(session), refusal: null };
    },
  );
  return outcome ?? noSuchSession;
}

const noSuchSession = refused('NOT_FOUND', ['sessionId']);

/** Lets time do something with a session; nothing happens when `advance` answers null. */
export async function advanceSession(
  booking: Booking,
  sessionId: string,
  advance: (session: Session, now: Date) => Session | null,
): Promise<void> {
  await changeInTurn(booking, sessionId, async (session, { save }) => {
    const next = advance(session, booking.now());
    if (next !== null) await save(session, next);
  });
}

/** What a change of sessions can do within its transaction. */
interface Changing {
  /** Puts a session's next version in the place of the one that was read. */
  readonly save: (before: Session, after: Session) => Promise<void>;
  /** The sessions that were proposed together with this one, itself included. */
  readonly findGroup: () => Promise<readonly Session[]>;
  /** Those of these times that their people's own plans are closed to. */
  readonly findClosed: (times: readonly PersonalTime[]) => Promise<readonly PersonalTime[]>;
}

/**
 * Runs `change` on a session in a transaction; the versions that it saves are there with all that goes
 * with them, or not at all. Null when there is no such session.
 */
export async function changeInTurn<Result>(
  booking: Booking,
  sessionId: string,
  change: (session: Session, changing: Changing) => Promise<Result>,
): Promise<Result | null> {
  const { sessions } = booking.stores;
  const [known] = await sessions.findByIds([sessionId]);
  if (known === undefined) return null;
  const both = participantIds(known);
  const result = await booking.inTurn(both, () =>
    booking.transact(async (tx) => {
      const session = await sessions.findById(tx, sessionId);
      if (session === null) return null;
      return change(session, {
        save: (before, after) => saveVersion(booking, tx, before, after),
        findGroup: async () =>
          session.group === null ? [session] : sessions.findByGroupIds([session.group.id], tx),
        findClosed: (times) => findClosed(booking, tx, times, sessionId),
      });
    }),
  );
  booking.wake(both);
  return result;
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
