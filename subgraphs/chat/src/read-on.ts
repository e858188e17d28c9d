import { createBatches } from './batches.ts';
import type { ConversationEvent } from './conversation-event.ts';
import type { ConversationLog, Place } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { Conversation } from './conversation.ts';
import type { FreshMessages } from './fresh-messages.ts';
import type { Homes } from './homes.ts';

/** How many events are read of a conversation at once. */
export const stretch = 100;

const placesAtOnce = 50;

/** Somebody who reads on in a conversation. */
interface Reader extends Place {
  readonly userId: string;
  /** The latest number that they have heard of. */
  readonly heardSeq: number;
}

/** What there is for them; null for those who are no members, or where there is nothing. */
export type ReadOn = (
  reader: Reader,
) => Promise<{ conversation: Conversation; events: ConversationEvent[] } | null>;

/** What {@link createReadOn} needs. */
export interface ReadingOn {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly homes: Pick<Homes, 'recall'>;
  readonly freshMessages: Pick<FreshMessages, 'listAfter'>;
}

/**
 * Makes the way in which followers read on. Those in this process who are woken at once read at
 * once, and those who have come equally far in a conversation read the same. Whoever has heard of
 * nothing but what this process has just written in a conversation of two gets that.
 */
export function createReadOn(reading: ReadingOn): ReadOn {
  const { homes, freshMessages } = reading;
  const readStore = createStoreReading(reading);
  return async (reader) => {
    const { conversationId, userId, afterSeq, heardSeq } = reader;
    const conversation = heardSeq > afterSeq ? homes.recall(conversationId, userId) : null;
    const events = conversation && freshMessages.listAfter(reader, heardSeq);
    return conversation && events ? { conversation, events } : readStore(reader);
  };
}

function createStoreReading({ conversations, conversationLog }: ReadingOn): ReadOn {
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
