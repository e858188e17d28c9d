import type { EventHandlers } from '@skillswap/kit/inbox';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { z } from 'zod';
import type { BlockRepository } from './block-repository.ts';
import { openReviewWindow, type WindowOpening } from './open-review-window.ts';

const registered = z.object({ userId: z.string() });
const blockedPair = z.object({ blockerId: z.string(), blockedId: z.string() });
const sessionDone = z.object({
  sessionId: z.string(),
  teacherId: z.string(),
  learnerId: z.string(),
  doneAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** What happens here when something happened in another subgraph. */
export function createEventHandlers(
  opening: WindowOpening,
  blocks: BlockRepository,
): EventHandlers<MongoTransaction> {
  return {
    'user.registered': (tx, { payload }) =>
      opening.people.ensure(tx, [registered.parse(payload).userId]),
    'user.blocked': (tx, { payload, at }) => blocks.set(tx, blockedPair.parse(payload), true, at),
    'user.unblocked': (tx, { payload, at }) =>
      blocks.set(tx, blockedPair.parse(payload), false, at),
    'session.done': async (tx, { payload }) => {
      const { sessionId: id, ...session } = sessionDone.parse(payload);
      await openReviewWindow(opening, tx, { id, ...session });
    },
  };
}
