import { isTimeZone } from '@skillswap/kit/text';
import type { Booking } from './booking.ts';
import { ownPath, proposeSessions } from './propose-session.ts';
import type { Proposal } from './proposal.ts';
import { seriesLength, weeklyTimes } from './session-group.ts';
import { refused, type SessionOutcome } from './session-refusal.ts';
import type { Session } from './session.ts';

/** A session that is to repeat every week. */
export interface SeriesProposal extends Proposal {
  readonly weeks: number;
  /** By whose clock the hour stays the same; the proposer's when null. */
  readonly timeZone: string | null;
}

/** Proposes the same session week after week, or says why not. */
export async function proposeSeries(
  booking: Booking,
  proposerId: string,
  { weeks, timeZone, ...proposal }: SeriesProposal,
): Promise<SessionOutcome<readonly Session[]>> {
  const { least, most } = seriesLength;
  if (weeks < least || weeks > most) return refused('INVALID_INPUT', ['weeks']);
  if (timeZone !== null && !isTimeZone(timeZone)) return refused('INVALID_INPUT', ['timeZone']);
  const zone = timeZone ?? (await findTimeZone(booking, proposerId));
  return proposeSessions(booking, proposerId, {
    idempotencyKey: proposal.idempotencyKey,
    kind: 'SERIES',
    proposals: weeklyTimes(proposal, zone, weeks).map((times) => ({ ...proposal, ...times })),
    pathOf: ownPath,
  });
}

/** One half of a swap; whose skill it is says who teaches. */
export type SwapHalf = Omit<Proposal, 'idempotencyKey' | 'learnerId'>;

/** A session that one person teaches the other, for one the other way round. */
export interface SwapProposal {
  readonly idempotencyKey: string;
  readonly teach: SwapHalf;
  readonly learn: SwapHalf;
}

/** Proposes two sessions in which each of the two teaches once, or says why not. */
export async function proposeSwap(
  booking: Booking,
  proposerId: string,
  { idempotencyKey, teach, learn }: SwapProposal,
): Promise<SessionOutcome<readonly Session[]>> {
  // Who teaches the one half is the learner of the other.
  const skill = await booking.skills.findById(learn.skillId);
  if (skill === null) return refused('NOT_FOUND', ['learn', 'skillId']);
  if (skill.userId === proposerId) return refused('INVALID_INPUT', ['learn', 'skillId']);
  const own = await booking.skills.findById(teach.skillId);
  if (own === null) return refused('NOT_FOUND', ['teach', 'skillId']);
  if (own.userId !== proposerId) return refused('NOT_ALLOWED', ['teach', 'skillId']);
  return proposeSessions(booking, proposerId, {
    idempotencyKey,
    kind: 'SWAP',
    proposals: [
      { ...learn, idempotencyKey, learnerId: null },
      { ...teach, idempotencyKey, learnerId: skill.userId },
    ],
    pathOf: (at, path) =>
      path[0] === 'idempotencyKey' ? path : [at === 0 ? 'learn' : 'teach', ...path],
  });
}

async function findTimeZone({ stores }: Booking, userId: string): Promise<string> {
  const [person] = await stores.people.findByIds([userId]);
  return person?.timeZone ?? 'UTC';
}
