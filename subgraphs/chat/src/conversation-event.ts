import type { Message } from './message.ts';

/** What an event is about. */
export type ConversationEventKind =
  'MESSAGE_SENT' | 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'REACTION_CHANGED';

/**
 * Something that happened in a conversation. The log is append-only in its numbers: whatever
 * happens to a message later is an event of its own, while the message keeps its number.
 */
export interface ConversationEvent {
  readonly seq: number;
  readonly kind: ConversationEventKind;
  /** As it is now; null when it is kept no longer. */
  readonly message: Message | null;
}

/** A stretch of a conversation's messages, counted from the beginning or from the end. */
export interface MessageWindow {
  readonly conversationId: string;
  readonly limit: number;
  readonly fromEnd: boolean;
  readonly afterSeq: number | null;
  readonly beforeSeq: number | null;
  /** Leaves out this person's messages and notices. */
  readonly othersOf?: string;
}
