import type { InternalClient } from '@skillswap/kit/internal-client';
import { z } from 'zod';

const addressee = z.object({
  state: z.string(),
  email: z.string(),
  displayName: z.string(),
  preferredLanguage: z.string(),
  timeZone: z.string(),
});

/** Somebody to write to, as the users subgraph knows them at this moment. */
export type Addressee = z.infer<typeof addressee>;

/** Where addresses come from. */
export interface Addressees {
  /** The person, or null when there is none. */
  find(userId: string): Promise<Addressee | null>;
}

const query = `query Addressee($ids: [ID!]!) {
  internalPeople(ids: $ids) { state email displayName preferredLanguage timeZone }
}`;

/** Asks the users subgraph. */
export function createAddressees(users: InternalClient): Addressees {
  const schema = z.object({ internalPeople: z.array(addressee) });
  return {
    async find(userId) {
      const { internalPeople } = await users.query(schema, query, { ids: [userId] });
      return internalPeople[0] ?? null;
    },
  };
}
