import type { InternalClient } from '@skillswap/kit/internal-client';
import { z } from 'zod';
import type { ContactFacts } from './contact.ts';

/**
 * Questions to the owners of people, blocks and matches whose answers must not be stale. They
 * fail with SERVICE_UNAVAILABLE when the owner does not answer.
 */
export interface Contacts {
  /** Asks about somebody and those they want to talk to. */
  facts(userId: string, otherIds: readonly string[]): Promise<ContactFacts>;
  isMutualMatch(userId: string, otherId: string): Promise<boolean>;
}

const factsAnswer = z.object({
  internalPeople: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      contactableBy: z.string(),
      preferredLanguage: z.string().nullable(),
    }),
  ),
  internalBlocked: z.array(z.string()),
});

const factsQuery = `
  query ContactFacts($ids: [ID!]!, $userId: ID!, $otherIds: [ID!]!) {
    internalPeople(ids: $ids) { id state contactableBy preferredLanguage }
    internalBlocked(userId: $userId, otherIds: $otherIds)
  }`;

const matchAnswer = z.object({ internalMutualMatch: z.boolean() });

const matchQuery = `
  query MutualMatch($userId: ID!, $otherId: ID!) {
    internalMutualMatch(userId: $userId, otherId: $otherId)
  }`;

/** Asks the users and the skills subgraph. */
export function createContacts(users: InternalClient, skills: InternalClient): Contacts {
  return {
    async facts(userId, otherIds) {
      const variables = { ids: [userId, ...otherIds], userId, otherIds };
      const answer = await users.query(factsAnswer, factsQuery, variables);
      return {
        people: new Map(answer.internalPeople.map((person) => [person.id, person])),
        blockedIds: new Set(answer.internalBlocked),
      };
    },
    async isMutualMatch(userId, otherId) {
      return (await skills.query(matchAnswer, matchQuery, { userId, otherId })).internalMutualMatch;
    },
  };
}
