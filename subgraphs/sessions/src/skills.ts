import type { InternalClient } from '@skillswap/kit/internal-client';
import { z } from 'zod';

const skillSchema = z.object({ id: z.string(), userId: z.string(), type: z.string() });

/** A skill as the skills subgraph knows it at this moment. */
export type OfferedSkill = z.infer<typeof skillSchema>;

/** What sessions ask the skills subgraph. */
export interface Skills {
  findById(id: string): Promise<OfferedSkill | null>;
  /** True when each of the two has shown interest in the other. */
  areMutualMatch(userId: string, otherId: string): Promise<boolean>;
}

const skillQuery = `query Skill($id: ID!) {
  internalSkill(id: $id) { id userId type }
}`;
const matchQuery = `query MutualMatch($userId: ID!, $otherId: ID!) {
  internalMutualMatch(userId: $userId, otherId: $otherId)
}`;

/** Asks the skills subgraph. */
export function createSkills(skills: InternalClient): Skills {
  return {
    async findById(id) {
      const schema = z.object({ internalSkill: skillSchema.nullable() });
      return (await skills.query(schema, skillQuery, { id })).internalSkill;
    },
    async areMutualMatch(userId, otherId) {
      const schema = z.object({ internalMutualMatch: z.boolean() });
      return (await skills.query(schema, matchQuery, { userId, otherId })).internalMutualMatch;
    },
  };
}
