import type { Booking } from './booking.ts';
import { findAlternatives, readCalendars } from './calendars.ts';
import { isOpenTo } from './open-slots.ts';
import { creditLimitMinutes, spanOf, type Proposal, type Times } from './proposal.ts';
import type { Refused, SessionRefusal } from './session-refusal.ts';
import { sessionMinutes } from './session.ts';

/** The two people of a proposal. */
export interface Parties {
  readonly teacherId: string;
  readonly learnerId: string;
}

/** Who teaches and who learns: the skill's owner teaches, and names the learner when proposing. */
export async function findParties(
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

/** Whether the two know each other: by a match, or by a session before. */
export type Contact = 'stranger' | 'acquaintance';

/**
 * Whether the one may propose to the other, and as what. A blocked person is answered as if the other
 * did not exist.
 */
export async function judgeContact(
  { people, skills, stores }: Booking,
  proposerId: string,
  otherId: string,
  /** The input field that names the other one. */
  path: readonly string[],
): Promise<SessionRefusal | Contact> {
  const [found, blocked, haveMet] = await Promise.all([
    people.findByIds([proposerId, otherId]),
    people.findBlocked(proposerId, [otherId]),
    stores.sessions.existsBetween(proposerId, otherId),
  ]);
  const proposer = found.find(({ id }) => id === proposerId);
  const other = found.find(({ id }) => id === otherId);
  if (proposer?.state !== 'ACTIVE') return { code: 'NOT_ALLOWED', path: [] };
  if (other?.state !== 'ACTIVE' || blocked.length > 0) return { code: 'NOT_FOUND', path };
  const isSelective = other.contactableBy === 'MATCHES';
  if (haveMet && !isSelective) return 'acquaintance';
  if (await skills.areMutualMatch(proposerId, otherId)) return 'acquaintance';
  return isSelective ? { code: 'NOT_ALLOWED', path } : 'stranger';
}

/** Who would give whom how much time. */
export interface TimeTransfer extends Parties, Times {}

/**
 * A learner who has taken far more time than they gave must give some first. What they teach in the
 * same sessions counts for them.
 */
export async function refuseCredits(
  { stores }: Booking,
  transfers: readonly TimeTransfer[],
): Promise<SessionRefusal | null> {
  for (const learnerId of new Set(transfers.map((transfer) => transfer.learnerId))) {
    const taken = transfers
      .map((transfer) => sessionMinutes(transfer) * (transfer.learnerId === learnerId ? 1 : -1))
      .reduce((sum, minutes) => sum + minutes, 0);
    if (taken <= 0) continue;
    const balance = await stores.people.findTimeCredits(learnerId);
    if (balance - taken < creditLimitMinutes) return { code: 'TIME_CREDIT_LIMIT', path: [] };
  }
  return null;
}

/** What else there is to a time that is asked for. */
export interface TimeWish {
  /** The session that is to move there, when it is one that exists. */
  readonly movingId?: string;
  /** Those that are asked for together with it. */
  readonly together?: readonly Times[];
}

/** Both people must be free; the other must also be open to being asked for this time. */
export async function refuseCalendars(
  booking: Booking,
  proposerId: string,
  otherId: string,
  times: Times,
  { movingId, together = [] }: TimeWish = {},
): Promise<Refused | null> {
  const span = spanOf(times);
  const claimant = { userIds: [proposerId, otherId], movingId };
  const [calendar] = await readCalendars(booking, [otherId], span, claimant);
  // Looked at last: a time that goes to somebody else meanwhile is taken, not outside the other's plan.
  if (await booking.stores.claims.isTaken(claimant, span, booking.now())) {
    const alternatives = await findAlternatives(booking, claimant, span);
    return { done: null, refusal: { code: 'SLOT_TAKEN', path: ['startAt'] }, alternatives };
  }
  const now = booking.now().getTime();
  if (calendar !== undefined && isOpenTo(calendar, span, now, together.map(spanOf))) {
    return null;
  }
  return { done: null, refusal: { code: 'NOT_AVAILABLE', path: ['startAt'] } };
}

/** Whether the two may still agree on something: both are there, and neither blocks the other. */
export async function mayMeet(
  { people }: Booking,
  userId: string,
  otherId: string,
): Promise<boolean> {
  const [found, blocked] = await Promise.all([
    people.findByIds([userId, otherId]),
    people.findBlocked(userId, [otherId]),
  ]);
  return blocked.length === 0 && found.filter(({ state }) => state === 'ACTIVE').length === 2;
}
