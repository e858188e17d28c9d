import { newId } from '@skillswap/kit/id';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import {
  findParties,
  judgeContact,
  refuseCalendars,
  refuseCredits,
  type Contact,
  type Parties,
} from './judge-proposal.ts';
import {
  normaliseProposal,
  proposalExpiry,
  proposalFingerprint,
  refuseProposal,
  refuseTime,
  strangersADay,
  type Proposal,
} from './proposal.ts';
import { recordSession } from './record-session.ts';
import type { SessionOutcome, SessionRefusal } from './session-refusal.ts';
import { participantIds, type Session } from './session.ts';

/**
 * Proposes a session, or says why not. Repeating a proposal that was made answers the session as it is
 * now, even when the proposal would no longer be possible.
 */
export async function proposeSession(
  booking: Booking,
  proposerId: string,
  typed: Proposal,
): Promise<SessionOutcome<Session>> {
  const proposal = normaliseProposal(typed);
  const unusable = refuseProposal(proposal);
  if (unusable !== null) return refused(unusable);
  const earlier = await findEarlier(booking, proposerId, proposal);
  if (earlier !== null) return earlier;
  const mistimed = refuseTime(proposal, booking.now());
  if (mistimed !== null) return refused(mistimed);

  const parties = await findParties(booking, proposerId, proposal);
  if ('code' in parties) return refused(parties);
  const otherId = parties.teacherId === proposerId ? parties.learnerId : parties.teacherId;
  const contact = await judgeContact(booking, proposerId, otherId, [
    otherId === proposal.learnerId ? 'learnerId' : 'skillId',
  ]);
  if (typeof contact !== 'string') return refused(contact);
  const unaffordable = await refuseCredits(booking, parties.learnerId, proposal);
  if (unaffordable !== null) return refused(unaffordable);
  const unsuitable = await refuseCalendars(booking, proposerId, otherId, proposal);
  if (unsuitable !== null) return unsuitable;
  return insertProposal(booking, proposerId, parties, proposal, contact);
}

/** What the same key was answered with before, if it was. */
async function findEarlier(
  { stores }: Booking,
  proposerId: string,
  proposal: Proposal,
): Promise<SessionOutcome<Session> | null> {
  const earlier = await stores.sessions.findByIdempotencyKey(proposerId, proposal.idempotencyKey);
  if (earlier === null) return null;
  const [session] = await stores.sessions.findByIds([earlier.id]);
  if (session === undefined || earlier.fingerprint !== proposalFingerprint(proposal)) {
    return refused({ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] });
  }
  return { done: session, refusal: null };
}

async function insertProposal(
  booking: Booking,
  proposerId: string,
  parties: Parties,
  proposal: Proposal,
  contact: Contact,
): Promise<SessionOutcome<Session>> {
  const { stores, inTurn, transact, now, wake } = booking;
  const session = newSession(proposerId, parties, proposal, now());
  const fingerprint = proposalFingerprint(proposal);
  const { idempotencyKey } = proposal;
  try {
    const isMade = await inTurn(participantIds(session), () =>
      transact(async (tx) => {
        const { firstContacts, sessions } = stores;
        const isCounted = contact === 'stranger';
        if (isCounted && !(await firstContacts.count(tx, proposerId, now(), strangersADay))) {
          return false;
        }
        await sessions.insert(tx, session, { idempotencyKey, fingerprint });
        await recordSession(booking, tx, null, session);
        return true;
      }),
    );
    if (!isMade) return refused({ code: 'NOT_ALLOWED', path: [] });
  } catch (error) {
    if (duplicateKeyIndex(error) === null) throw error;
    const earlier = await findEarlier(booking, proposerId, proposal);
    if (earlier === null) throw error;
    return earlier;
  }
  wake(participantIds(session));
  return { done: session, refusal: null };
}

function newSession(
  createdById: string,
  { teacherId, learnerId }: Parties,
  { skillId, startAt, endAt, mode, videoUrl, place, translatedChat }: Proposal,
  now: Date,
): Session {
  return {
    ...{ id: newId('ses'), version: 1, status: 'PROPOSED', createdAt: now },
    ...{ teacherId, learnerId, createdById, offeredById: createdById, skillId, startAt, endAt },
    ...{ mode, videoUrl, place, translatedChat, expiresAt: proposalExpiry(startAt, now) },
    ...{ reschedule: null, doneByIds: [], firstDoneAt: null, doneAt: null, absentIds: [] },
    ...{ reportedAt: null, dispute: null },
    ...{ reason: null, cancelledById: null, cancelledLate: false },
  };
}

function refused(refusal: SessionRefusal): { done: null; refusal: SessionRefusal } {
  return { done: null, refusal };
}
