import { newId } from '@skillswap/kit/id';
import type { Parties } from './judge-proposal.ts';
import { proposalExpiry, type Offer, type Proposal } from './proposal.ts';
import type { SessionGroup } from './session-group.ts';
import type { Session } from './session.ts';

/** Who meets whom in each of an offer's sessions; the same two people in all of them. */
export type Agreed = readonly (readonly [Proposal, Parties])[];

/** The sessions of an offer; those that are answered together also wait equally long. */
export function newSessions(
  createdById: string,
  agreed: Agreed,
  { kind }: Pick<Offer, 'kind'>,
  now: Date,
): Session[] {
  const group = kind === null ? null : { id: newId('grp'), kind };
  const ends = agreed.map(([{ startAt }]) => proposalExpiry(startAt, now).getTime());
  const expiresAt = new Date(Math.min(...ends));
  return agreed.map(([proposal, parties]) =>
    newSession(createdById, parties, proposal, { group, expiresAt, createdAt: now }),
  );
}

function newSession(
  createdById: string,
  { teacherId, learnerId }: Parties,
  { skillId, startAt, endAt, mode, videoUrl, place, translatedChat }: Proposal,
  common: { group: SessionGroup | null; expiresAt: Date; createdAt: Date },
): Session {
  return {
    ...{ id: newId('ses'), version: 1, status: 'PROPOSED', ...common },
    ...{ teacherId, learnerId, createdById, offeredById: createdById, skillId, startAt, endAt },
    suitsOfferer: false,
    ...{ mode, videoUrl, place, translatedChat },
    ...{ reschedule: null, doneByIds: [], firstDoneAt: null, doneAt: null, absentIds: [] },
    ...{ reportedAt: null, dispute: null },
    ...{ reason: null, cancelledById: null, cancelledLate: false },
  };
}
