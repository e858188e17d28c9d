import { decodeCursor, encodeCursor } from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';
import { liveSequence } from '@skillswap/kit/live';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { BlockRepository } from './block-repository.ts';
import { withGap, type ConversationEvent } from './conversation-event.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { visibleAfter } from './group.ts';
import type { InboxEntry, InboxRepository } from './inbox-repository.ts';
import { stretch, type ReadOn } from './read-on.ts';
import { veilMessages } from './veil-messages.ts';
import { seqOfWakeUp, type WakeUps } from './wake-ups.ts';

/** What the live sequences need. */
export interface Following {
  readonly pubsub: MongoRuntime['pubsub'];
  readonly conversations: ConversationRepository;
  readonly readOn: ReadOn;
  readonly blocks: BlockRepository;
  readonly inbox: InboxRepository;
  readonly wakeUps: WakeUps;
}

/** What those get who are no members, whether the conversation exists or not. */
export const noConversation = () =>
  badUserInput('You have no conversation with this id.', ['conversationId']);

/**
 * Follows a conversation's log from `afterSeq`, or from now on. Only members do: the membership is
 * checked now, so that a stranger is refused at once, and again at every look at the store. What is
 * no longer kept, or was before the member came, is told as one gap.
 */
export async function followConversation(
  { pubsub, conversations, readOn, blocks, wakeUps }: Following,
  userId: string,
  conversationId: string,
  afterSeq: number | null,
): Promise<AsyncIterableIterator<ConversationEvent>> {
  const find = async () => {
    const [conversation] = await conversations.findByIds([conversationId], userId);
    if (conversation === undefined) throw noConversation();
    return conversation;
  };
  const { lastSeq: head } = await find();
  if (afterSeq !== null && (afterSeq < 0 || afterSeq > head)) {
    throw badUserInput('There is no event with this number.', ['afterSeq']);
  }
  let heardSeq = 0;
  return liveSequence<ConversationEvent, number>({
    pubsub,
    channels: [wakeUps.conversationChannel(conversationId)],
    isOld: (wakeUp, cursor) => {
      const seq = seqOfWakeUp(wakeUp);
      heardSeq = Math.max(heardSeq, seq ?? 0);
      return seq !== null && seq <= cursor;
    },
    start: async () => afterSeq ?? (await find()).lastSeq,
    read: async (cursor) => {
      const found = await readOn({ conversationId, userId, afterSeq: cursor, heardSeq });
      if (found === null) throw noConversation();
      const { conversation, events } = found;
      const hidden = visibleAfter(conversation, userId);
      const items = withGap(cursor, events, Math.max(conversation.removedThroughSeq, hidden));
      const messages = items.flatMap(({ message }) => (message === null ? [] : [message]));
      const seen = await veilMessages(blocks, userId, conversation, messages);
      const byId = new Map(seen.filter(({ seq }) => seq > hidden).map((one) => [one.id, one]));
      return {
        items: items.map((item) => ({
          ...item,
          message: byId.get(item.message?.id ?? '') ?? null,
        })),
        cursor: items.at(-1)?.seq ?? cursor,
        isEnd: events.length < stretch,
      };
    },
  });
}

const inboxCursor = 'inbox';

/** Writes a place in somebody's inbox for the client to come back to. */
export function encodeInboxCursor(userId: string, cursor: number): string {
  return encodeCursor(inboxCursor, [userId, cursor]);
}

function decodeInboxCursor(userId: string, text: string): number {
  const [owner, cursor] = decodeCursor(inboxCursor, 2, text);
  if (owner === userId && typeof cursor === 'number' && cursor >= 0) return cursor;
  throw badUserInput('The cursor does not belong to this inbox.', ['afterCursor']);
}

/** Follows a person's inbox from a cursor, or from now on. */
export function followInbox(
  { pubsub, inbox, wakeUps }: Following,
  userId: string,
  afterCursor: string | null,
): AsyncIterableIterator<InboxEntry> {
  const after = afterCursor === null ? null : decodeInboxCursor(userId, afterCursor);
  return liveSequence<InboxEntry, number>({
    pubsub,
    channels: [wakeUps.inboxChannel(userId)],
    start: async () => after ?? (await inbox.head(userId)),
    read: async (cursor) => {
      const items = await inbox.listAfter(userId, cursor, stretch);
      return {
        items,
        cursor: items.at(-1)?.cursor ?? cursor,
        isEnd: items.length < stretch,
      };
    },
  });
}
