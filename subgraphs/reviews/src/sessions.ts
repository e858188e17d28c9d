import type { InternalClient } from '@skillswap/kit/internal-client';
import { z } from 'zod';
import type { ReviewableSession } from './review.ts';

/** The sessions, asked at the moment of the decision because a stale status would decide wrongly. */
export interface Sessions {
  /** Null when there is no such session; SERVICE_UNAVAILABLE when nobody can tell. */
  find(id: string): Promise<ReviewableSession | null>;
}

const document = `query ReviewableSession($id: ID!) {
  internalSession(id: $id) { id teacherId learnerId status doneAt noShowUserIds }
}`;

const answer = z.object({
  internalSession: z
    .object({
      id: z.string(),
      teacherId: z.string(),
      learnerId: z.string(),
      status: z.string(),
      doneAt: z.coerce.date().nullable(),
      noShowUserIds: z.array(z.string()),
    })
    .nullable(),
});

/** Asks the subgraph that owns the sessions. */
export function createSessions(client: InternalClient): Sessions {
  return {
    async find(id) {
      return (await client.query(answer, document, { id })).internalSession;
    },
  };
}
