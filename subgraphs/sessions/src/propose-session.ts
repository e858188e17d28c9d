import { newId } from '@skillswap/kit/id';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { findAlternatives, readCalendars } from './calendars.ts';
import { isOpenTo } from './open-slots.ts';
import {
  creditLimitMinutes,
  normaliseProposal,
  proposalExpiry,
  proposalFingerprint,
  refuseProposal,
  refuseTime,
  type Proposal,
} from './proposal.ts';
import { recordSession } from './record-session.ts';
import type { SessionOutcome, SessionRefusal } from './session-refusal.ts';
import { participantIds, sessionMinutes, type Session } from './session.ts';

interface Parties {
  readonly teacherId: string;
  readonly learnerId: string;
}

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
  const unwelcome =
    (await refuseContact(booking, proposerId, otherId, proposal)) ??
    (await refuseCredits(booking, parties.learnerId, proposal));
  if (unwelcome !== null) return refused(unwelcome);
  const unsuitable = await refuseCalendars(booking, proposerId, otherId, proposal);
  if (unsuitable !== null) return unsuitable;
  return insertProposal(booking, proposerId, parties, proposal);
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

/** Who teaches and who learns: the skill's owner teaches, and names the learner when proposing. */
async function findParties(
  { skills }: Booking,
  proposerId: string,
  { skillId, learnerId }: Proposal,
): Promise<Parties | SessionRefusal> {
  const skill = await skills.findById(skillId);
  if (skill === null) return { code: 'NOT_FOUND', path: ['skillId'] };
  if (skill.type !== 'TEACH') return { code: 'INVALID_INPUT', path: ['skillId'] };
  if (skill.userId !== proposerId) {
    const isSelf = learnerId === null || learnerId === proposerId;
    if (!isSelf) return { code: 'NOT_ALLOWED', path: ['learnerId'] };
    return { teacherId: skill.userId, learnerId: proposerId };
  }
  if (learnerId === null || learnerId === proposerId) {
    return { code: 'INVALID_INPUT', path: ['learnerId'] };
  }
  return { teacherId: proposerId, learnerId };
}

/** A blocked person is answered as if the other did not exist. */
async function refuseContact(
  { people, skills }: Booking,
  proposerId: string,
  otherId: string,
  { learnerId }: Proposal,
): Promise<SessionRefusal | null> {
  const [found, blocked] = await Promise.all([
    people.findByIds([proposerId, otherId]),
    people.findBlocked(proposerId, [otherId]),
  ]);
  const proposer = found.find(({ id }) => id === proposerId);
  const other = found.find(({ id }) => id === otherId);
  if (proposer?.state !== 'ACTIVE') return { code: 'NOT_ALLOWED', path: [] };
  const path = [otherId === learnerId ? 'learnerId' : 'skillId'];
  if (other?.state !== 'ACTIVE' || blocked.length > 0) return { code: 'NOT_FOUND', path };
  if (other.contactableBy !== 'MATCHES') return null;
  const isMatch = await skills.areMutualMatch(proposerId, otherId);
  return isMatch ? null : { code: 'NOT_ALLOWED', path };
}

async function refuseCredits(
  { stores }: Booking,
  learnerId: string,
  proposal: Proposal,
): Promise<SessionRefusal | null> {
  const balance = await stores.people.findTimeCredits(learnerId);
  const remaining = balance - sessionMinutes(proposal);
  return remaining < creditLimitMinutes ? { code: 'TIME_CREDIT_LIMIT', path: [] } : null;
}

/** Both people must be free; the other must also be open to being asked for this time. */
async function refuseCalendars(
  booking: Booking,
  proposerId: string,
  otherId: string,
  { startAt, endAt }: Proposal,
): Promise<SessionOutcome<Session> | null> {
  const span = { start: startAt.getTime(), end: endAt.getTime() };
  const both = [proposerId, otherId];
  if (await booking.stores.claims.isTaken(both, span)) {
    const alternatives = await findAlternatives(booking, both, span);
    return { ...refused({ code: 'SLOT_TAKEN', path: ['startAt'] }), alternatives };
  }
  const [calendar] = await readCalendars(booking, [otherId], span);
  const now = booking.now().getTime();
  if (calendar !== undefined && isOpenTo(calendar, span, now)) return null;
  return refused({ code: 'NOT_AVAILABLE', path: ['startAt'] });
}

async function insertProposal(
  booking: Booking,
  proposerId: string,
  parties: Parties,
  proposal: Proposal,
): Promise<SessionOutcome<Session>> {
  const session = newSession(proposerId, parties, proposal, booking.now());
  const fingerprint = proposalFingerprint(proposal);
  const { idempotencyKey } = proposal;
  try {
    await booking.inTurn(participantIds(session), () =>
      booking.transact(async (tx) => {
        await booking.stores.sessions.insert(tx, session, { idempotencyKey, fingerprint });
        await recordSession(booking, tx, null, session);
      }),
    );
  } catch (error) {
    if (duplicateKeyIndex(error) === null) throw error;
    const earlier = await findEarlier(booking, proposerId, proposal);
    if (earlier === null) throw error;
    return earlier;
  }
  booking.wake(participantIds(session));
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
    ...{ teacherId, learnerId, createdById, skillId, startAt, endAt },
    ...{ mode, videoUrl, place, translatedChat, expiresAt: proposalExpiry(startAt, now) },
    ...{ doneByIds: [], firstDoneAt: null, doneAt: null, absentIds: [] },
    ...{ reason: null, cancelledById: null, cancelledLate: false },
  };
}

function refused(refusal: SessionRefusal): { done: null; refusal: SessionRefusal } {
  return { done: null, refusal };
}
