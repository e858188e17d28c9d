import { duplicateKeyIndex, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { findClosed } from './closed-plans.ts';
import {
  findParties,
  judgeContact,
  refuseCalendars,
  refuseCredits,
  type Contact,
  type Parties,
} from './judge-proposal.ts';
import { newSessions, type Agreed } from './new-sessions.ts';
import {
  normaliseProposal,
  offerFingerprint,
  refuseProposal,
  refuseTime,
  spanOf,
  strangersADay,
  type Offer,
  type Proposal,
} from './proposal.ts';
import { recordSession } from './record-session.ts';
import { refused, type Refused, type SessionOutcome } from './session-refusal.ts';
import type { Session } from './session.ts';
import { claimedSpan } from './slot-claim.ts';
import { overlaps } from './span.ts';

/**
 * Proposes one session, or several that are answered together, or says why not; all of them are
 * proposed or none. Repeating an offer that was made answers its sessions as they are now, even when
 * the offer would no longer be possible.
 */
export async function proposeSessions(
  booking: Booking,
  proposerId: string,
  typed: Offer,
): Promise<SessionOutcome<readonly Session[]>> {
  const offer = { ...typed, proposals: typed.proposals.map(normaliseProposal) };
  const unusable = refuseEach(offer, refuseProposal);
  if (unusable !== null) return unusable;
  const earlier = await findEarlier(booking, proposerId, offer);
  if (earlier !== null) return earlier;
  const mistimed = refuseEach(offer, (proposal) => refuseTime(proposal, booking.now()));
  if (mistimed !== null) return mistimed;
  if (hasOverlap(offer.proposals)) return refused('INVALID_INPUT', offer.pathOf(1, ['startAt']));

  const agreed = await findAllParties(booking, proposerId, offer);
  if ('refusal' in agreed) return agreed;
  const otherId = otherOf(agreed, proposerId);
  const { learnerId } = offer.proposals[0] ?? {};
  const named = otherId === learnerId ? 'learnerId' : 'skillId';
  const contact = await judgeContact(booking, proposerId, otherId, offer.pathOf(0, [named]));
  if (typeof contact !== 'string') return { done: null, refusal: contact };
  const unaffordable = await refuseCredits(
    booking,
    agreed.map(([{ startAt, endAt }, parties]) => ({ ...parties, startAt, endAt })),
  );
  if (unaffordable !== null) return { done: null, refusal: unaffordable };
  for (const [at, proposal] of offer.proposals.entries()) {
    const wish = { together: offer.proposals.slice(0, at) };
    const unsuitable = await refuseCalendars(booking, proposerId, otherId, proposal, wish);
    if (unsuitable === null) continue;
    const { code, path } = unsuitable.refusal;
    return { ...unsuitable, refusal: { code, path: offer.pathOf(at, path) } };
  }
  return insertOffer(booking, proposerId, agreed, offer, contact);
}

/** Proposes one session that belongs to no others. */
export async function proposeSession(
  booking: Booking,
  proposerId: string,
  proposal: Proposal,
): Promise<SessionOutcome<Session>> {
  const { idempotencyKey } = proposal;
  const offer = { idempotencyKey, kind: null, proposals: [proposal], pathOf: ownPath };
  const outcome = await proposeSessions(booking, proposerId, offer);
  if (outcome.refusal !== null) return outcome;
  const [session] = outcome.done;
  if (session === undefined) throw new Error('an offer of one session made none');
  return { done: session, refusal: null };
}

/** The path of a proposal's field where the input is the proposal itself. */
export function ownPath(_at: number, path: readonly string[]): readonly string[] {
  return path;
}

function refuseEach(
  { proposals, pathOf }: Offer,
  judge: (proposal: Proposal) => Refused['refusal'] | null,
): Refused | null {
  for (const [at, proposal] of proposals.entries()) {
    const refusal = judge(proposal);
    if (refusal !== null) return refused(refusal.code, pathOf(at, refusal.path));
  }
  return null;
}

function hasOverlap(proposals: readonly Proposal[]): boolean {
  const spans = proposals.map((proposal) => claimedSpan(spanOf(proposal)));
  return spans.some((span, at) => spans.slice(0, at).some((before) => overlaps(span, before)));
}

async function findAllParties(
  booking: Booking,
  proposerId: string,
  { proposals, pathOf }: Offer,
): Promise<Agreed | Refused> {
  const agreed: [Proposal, Parties][] = [];
  for (const [at, proposal] of proposals.entries()) {
    const parties = await findParties(booking, proposerId, proposal);
    if ('code' in parties) return refused(parties.code, pathOf(at, parties.path));
    agreed.push([proposal, parties]);
  }
  return agreed;
}

function otherOf(agreed: Agreed, proposerId: string): string {
  const [first] = agreed;
  if (first === undefined) throw new Error('an offer of no session');
  const [, { teacherId, learnerId }] = first;
  return teacherId === proposerId ? learnerId : teacherId;
}

/** What the same key was answered with before, if it was. */
async function findEarlier(
  { stores }: Booking,
  proposerId: string,
  offer: Offer,
): Promise<SessionOutcome<readonly Session[]> | null> {
  const earlier = await stores.sessions.findByIdempotencyKey(proposerId, offer.idempotencyKey);
  if (earlier === null) return null;
  const [session] = await stores.sessions.findByIds([earlier.id]);
  if (session === undefined || earlier.fingerprint !== offerFingerprint(offer)) {
    return refused('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  }
  if (session.group === null) return { done: [session], refusal: null };
  return { done: await stores.sessions.findByGroupIds([session.group.id]), refusal: null };
}

async function insertOffer(
  booking: Booking,
  proposerId: string,
  agreed: Agreed,
  offer: Offer,
  contact: Contact,
): Promise<SessionOutcome<readonly Session[]>> {
  const { stores, inTurn, transact, now, wake } = booking;
  const made = newSessions(proposerId, agreed, offer, now());
  const both = [proposerId, otherOf(agreed, proposerId)];
  const fingerprint = offerFingerprint(offer);
  const insert = async (tx: MongoTransaction): Promise<readonly Session[] | null> => {
    const isCounted = contact === 'stranger';
    if (isCounted && !(await stores.firstContacts.count(tx, proposerId, now(), strangersADay))) {
      return null;
    }
    const times = made.map((session) => ({ userId: proposerId, span: spanOf(session) }));
    const closed = await findClosed(booking, tx, times);
    const sessions = made.map((session, at) => {
      const suitsOfferer = !closed.some((time) => time === times[at]);
      return { ...session, suitsOfferer };
    });
    for (const [at, session] of sessions.entries()) {
      // The first one carries the key for all; no client can have made another's id its key.
      const idempotencyKey = at === 0 ? offer.idempotencyKey : session.id;
      await stores.sessions.insert(tx, session, { idempotencyKey, fingerprint });
      await recordSession(booking, tx, null, session);
    }
    return sessions;
  };
  let sessions: readonly Session[] | null;
  try {
    sessions = await inTurn(both, () => transact(insert));
  } catch (error) {
    if (duplicateKeyIndex(error) === null) throw error;
    const earlier = await findEarlier(booking, proposerId, offer);
    if (earlier === null) throw error;
    return earlier;
  }
  if (sessions === null) return refused('NOT_ALLOWED');
  wake(both);
  return { done: sessions, refusal: null };
}
