import type { Clock } from '@skillswap/kit/clock';
import type { EventHandlers } from '@skillswap/kit/inbox';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { z } from 'zod';
import type { ConversationRepository } from './conversation-repository.ts';

const matchMade = z.object({ userIds: z.tuple([z.string(), z.string()]) });
const sessionProposed = z.object({
  sessionId: z.string(),
  teacherId: z.string(),
  learnerId: z.string(),
});

/** What happens elsewhere and opens a conversation here. */
export function createEventHandlers(
  conversations: ConversationRepository,
  clock: Clock,
): EventHandlers<MongoTransaction> {
  return {
    'match.made': async (tx, { payload }) => {
      const { userIds } = matchMade.parse(payload);
      await conversations.open(tx, { kind: 'DIRECT', memberIds: userIds }, clock.now());
    },
    'session.proposed': async (tx, { payload }) => {
      const { sessionId, teacherId, learnerId } = sessionProposed.parse(payload);
      const memberIds = [teacherId, learnerId] as const;
      await conversations.open(tx, { kind: 'SESSION', sessionId, memberIds }, clock.now());
    },
  };
}
