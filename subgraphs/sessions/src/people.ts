import type { InternalClient } from '@skillswap/kit/internal-client';
import { z } from 'zod';

const personSchema = z.object({
  id: z.string(),
  state: z.string(),
  timeZone: z.string(),
  contactableBy: z.string(),
  email: z.string().nullable(),
  preferredLanguage: z.string().nullable(),
  displayName: z.string(),
});

/** A person as the users subgraph knows them at this moment. */
export type Person = z.infer<typeof personSchema>;

/** What sessions ask the users subgraph when the answer must not be stale. */
export interface People {
  /** These people; unknown ids are left out. */
  findByIds(ids: readonly string[]): Promise<Person[]>;
  /** Those of `otherIds` who block the person or are blocked by them. */
  findBlocked(userId: string, otherIds: readonly string[]): Promise<string[]>;
}

const peopleQuery = `query People($ids: [ID!]!) {
  internalPeople(ids: $ids) {
    id state timeZone contactableBy email preferredLanguage displayName
  }
}`;
const blockedQuery = `query Blocked($userId: ID!, $otherIds: [ID!]!) {
  internalBlocked(userId: $userId, otherIds: $otherIds)
}`;

/** Asks the users subgraph. */
export function createPeople(users: InternalClient): People {
  return {
    async findByIds(ids) {
      const schema = z.object({ internalPeople: z.array(personSchema) });
      return (await users.query(schema, peopleQuery, { ids })).internalPeople;
    },
    async findBlocked(userId, otherIds) {
      const schema = z.object({ internalBlocked: z.array(z.string()) });
      return (await users.query(schema, blockedQuery, { userId, otherIds })).internalBlocked;
    },
  };
}
