import type { DirectConversation } from './conversation.ts';

/** A person as far as talking to them goes. */
export interface Person {
  readonly id: string;
  readonly state: string;
  readonly contactableBy: string;
  readonly preferredLanguage: string | null;
}

/** What the owners of people and blocks say about somebody and those they want to talk to. */
export interface ContactFacts {
  readonly people: ReadonlyMap<string, Person>;
  /** Those among the others with whom there is a block, in whichever direction. */
  readonly blockedIds: ReadonlySet<string>;
}

/** True when all of them are there and nobody blocks anybody. */
export function canTalk(facts: ContactFacts, userId: string, otherIds: readonly string[]): boolean {
  return (
    [userId, ...otherIds].every((id) => facts.people.get(id)?.state === 'ACTIVE') &&
    otherIds.every((id) => !facts.blockedIds.has(id))
  );
}

/** True for a person who only talks with mutual matches. */
export function talksToMatchesOnly(facts: ContactFacts, userId: string): boolean {
  return facts.people.get(userId)?.contactableBy === 'MATCHES';
}

/** True when the peer has accepted the contact by writing here themselves. */
export function hasAnswered({ sentCounts }: DirectConversation, peerId: string): boolean {
  return (sentCounts[peerId] ?? 0) > 0;
}

/** Why a direct conversation is not opened. A block looks like nobody being there. */
export type OpenRefusal = 'NOT_FOUND' | 'YOURSELF' | 'NOT_ALLOWED' | 'DAILY_LIMIT';

/** Judges a first contact; `isMutualMatch` is null when that cannot be known at the moment. */
export function refuseContact(
  facts: ContactFacts,
  userId: string,
  otherId: string,
  isMutualMatch: boolean,
): OpenRefusal | null {
  if (!canTalk(facts, userId, [otherId])) return 'NOT_FOUND';
  return talksToMatchesOnly(facts, otherId) && !isMutualMatch ? 'NOT_ALLOWED' : null;
}

/** How many people without a mutual match somebody may begin to talk to in a day. */
export const strangersADay = 20;
