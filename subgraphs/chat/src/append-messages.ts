import type { Clock } from '@skillswap/kit/clock';
import { newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import { createBatches } from './batches.ts';
import { isSentBefore, type ConversationLog } from './conversation-log.ts';
import type { ConversationSequence } from './conversation-sequence.ts';
import type { InboxProjector } from './inbox-projector.ts';
import { fingerprint, type Message, type MessageDraft, type SendOutcome } from './message.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link createAppend} needs. */
export interface Appending {
  readonly sequence: ConversationSequence;
  readonly conversationLog: ConversationLog;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** A draft that may be sent. */
export interface Sendable {
  readonly draft: MessageDraft;
  readonly senderId: string;
  readonly language: string | null;
}

/** Appends a message to its conversation, or answers the one that was sent under its id. */
export type Append = (sendable: Sendable) => Promise<SendOutcome>;

const messagesAtOnce = 50;

/**
 * Makes the way in which messages enter the log. A conversation admits one transaction at a time,
 * so those who write to it at once in this process share one.
 */
export function createAppend(appending: Appending): Append {
  const inBatches = createBatches(messagesAtOnce, (items: readonly Sendable[]) =>
    appendAll(appending, items),
  );
  return (sendable) => inBatches(sendable.draft.conversationId, sendable);
}

async function appendAll(appending: Appending, items: readonly Sendable[]): Promise<SendOutcome[]> {
  try {
    const messages = await commit(appending, items);
    const last = messages.at(-1);
    if (last !== undefined) {
      appending.wakeUps.wakeConversation(last.conversationId, last.seq);
      appending.inboxProjector.wake();
      return messages.map((message) => ({ message, deduplicated: false, refusal: null }));
    }
    if (items.length === 1) return [notHere];
  } catch (error) {
    if (!isSentBefore(error)) throw error;
  }
  // One of them stands in the way of the others: it was sent before or its sender is no member.
  const outcomes: SendOutcome[] = [];
  for (const item of items) {
    const sent = await recallSent(appending, item.senderId, item.draft);
    outcomes.push(...(sent === null ? await appendAll(appending, [item]) : [sent]));
  }
  return outcomes;
}

const notHere: SendOutcome = {
  message: null,
  deduplicated: false,
  refusal: { code: 'NOT_FOUND', field: 'conversationId' },
};

/** All of them or, when a sender is not a member, none. */
function commit(
  { transact, sequence, conversationLog, clock }: Appending,
  items: readonly Sendable[],
): Promise<Message[]> {
  return transact(async (tx) => {
    const now = clock.now();
    const conversationId = items[0]?.draft.conversationId ?? '';
    const senderIds = items.map(({ senderId }) => senderId);
    const first = await sequence.takeForMessages(tx, conversationId, senderIds, now);
    if (first === null) return [];
    const sent = items.map((item, index) => ({
      message: toMessage(item, first + index, now),
      fingerprint: fingerprint(item.draft),
    }));
    await conversationLog.appendMessages(tx, sent);
    return sent.map(({ message }) => message);
  });
}

function toMessage({ draft, senderId, language }: Sendable, seq: number, now: Date): Message {
  const { conversationId, clientMessageId, replyToId, mentionedUserIds } = draft;
  return {
    id: newId('msg'),
    conversationId,
    seq,
    senderId,
    clientMessageId,
    notice: null,
    replyToId,
    mentionedIds: [...new Set(mentionedUserIds)],
    language,
    text: normaliseText(draft.text),
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    reactions: [],
  };
}

/** What the sender has sent under the draft's id, a mismatch, or null when it is nothing. */
export async function recallSent(
  { conversationLog }: Pick<Appending, 'conversationLog'>,
  senderId: string,
  draft: MessageDraft,
): Promise<SendOutcome | null> {
  const { conversationId, clientMessageId } = draft;
  const sent = await conversationLog.findSent(conversationId, senderId, clientMessageId);
  if (sent === null) return null;
  if (sent.fingerprint === fingerprint(draft)) {
    return { message: sent.message, deduplicated: true, refusal: null };
  }
  const refusal = { code: 'IDEMPOTENCY_MISMATCH', field: 'clientMessageId' } as const;
  return { message: null, deduplicated: false, refusal };
}
