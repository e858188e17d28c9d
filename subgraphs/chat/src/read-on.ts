import { createBatches } from './batches.ts';
import type { ConversationEvent } from './conversation-event.ts';
import type { ConversationLog, Place } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { Conversation } from './conversation.ts';

/** How many events are read of a conversation at once. */
export const stretch = 100;

const placesAtOnce = 50;

/** Somebody who reads on in a conversation. */
interface Reader extends Place {
  readonly userId: string;
}

/** What there is for them; null for those who are no members, or where there is nothing. */
export type ReadOn = (
  reader: Reader,
) => Promise<{ conversation: Conversation; events: ConversationEvent[] } | null>;

/**
 * Makes the way in which followers read on. Those in this process who are woken at once read at
 * once, and those who have come equally far in a conversation read the same.
 */
export function createReadOn(
  conversations: ConversationRepository,
  conversationLog: ConversationLog,
): ReadOn {
  return createBatches(placesAtOnce, async (readers: readonly Reader[]) => {
    const keyOf = ({ conversationId, afterSeq }: Place) => `${conversationId}:${String(afterSeq)}`;
    const places = new Map(readers.map((reader) => [keyOf(reader), reader]));
    const ids = new Set(readers.map(({ conversationId }) => conversationId));
    const events = await conversationLog.listAfter([...places.values()], stretch);
    // Asked last: whoever has been sent away since gets nothing of what was read.
    const homes = await conversations.findForMany([...ids]);
    const eventsByPlace = new Map([...places.keys()].map((key, index) => [key, events[index]]));
    const homeById = new Map(homes.map((home) => [home.id, home]));
    return readers.map((reader) => {
      const conversation = homeById.get(reader.conversationId);
      if (conversation?.memberIds.includes(reader.userId) !== true) return null;
      return { conversation, events: eventsByPlace.get(keyOf(reader)) ?? [] };
    });
  });
}
