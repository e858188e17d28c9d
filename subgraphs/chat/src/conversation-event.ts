import type { MembershipChange } from './group.ts';
import type { Message } from './message.ts';

/** What an event is about. */
export type ConversationEventKind =
  | 'MESSAGE_SENT'
  | 'MESSAGE_EDITED'
  | 'MESSAGE_DELETED'
  | 'REACTION_CHANGED'
  | 'MEMBERSHIP_CHANGED'
  | 'TITLE_CHANGED'
  | 'GAP';

/**
 * Something that happened in a conversation. The log is append-only in its numbers: whatever
 * happens to a message later is an event of its own, while the message keeps its number.
 */
export interface ConversationEvent {
  readonly seq: number;
  readonly kind: ConversationEventKind;
  /** As it is now; null when it is kept no longer. */
  readonly message: Message | null;
  /** Null for events of other kinds. */
  readonly membershipChange: MembershipChange | null;
}

/**
 * What somebody is told who has read up to `cursor`: the events that follow, after a gap in place of
 * those that are no longer kept. `removedThroughSeq` may be older than the events.
 */
export function withGap(
  cursor: number,
  events: readonly ConversationEvent[],
  removedThroughSeq: number,
): readonly ConversationEvent[] {
  const beforeFirst = (events[0]?.seq ?? cursor + 1) - 1;
  const seq = Math.max(removedThroughSeq, beforeFirst);
  if (seq <= cursor) return events;
  const kept = events.filter((event) => event.seq > seq);
  return [{ seq, kind: 'GAP', message: null, membershipChange: null }, ...kept];
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
  /** Leaves out what does not mention this person. */
  readonly mentioning?: string;
}
