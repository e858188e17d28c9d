import type { MembershipChange } from './group.ts';
import type { Message } from './message.ts';
import type { Notice } from './notice.ts';
import type { Reaction } from './reaction.ts';

interface LoggedEvent {
  _id: string;
  conversationId: string;
  seq: number;
  at: Date;
}

/** The event of a message's sending is the message: it bears the message's id and its state. */
export interface MessageSentDocument extends LoggedEvent {
  kind: 'MESSAGE_SENT';
  message: MessageState & {
    senderId: string | null;
    clientMessageId: string;
    fingerprint: string;
    language: string | null;
    replyToId: string | null;
    /** Only where somebody is mentioned. */
    mentionedIds?: readonly string[];
    /** Only on notices. */
    notice?: Notice;
  };
}

/** What a message's later events change. */
export interface MessageState {
  text: string | null;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Absent from rows that are older than reactions. */
  reactions?: readonly Reaction[];
}

/** An event that names the message it is about. */
export interface MessageChangedDocument extends LoggedEvent {
  kind: 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'REACTION_CHANGED';
  messageId: string;
}

/** An event of a group itself. */
export interface GroupChangedDocument extends LoggedEvent {
  kind: 'MEMBERSHIP_CHANGED' | 'TITLE_CHANGED';
  /** Absent when the title was changed. */
  membershipChange?: MembershipChange;
}

/** A row of the log. */
export type LogDocument = MessageSentDocument | MessageChangedDocument | GroupChangedDocument;

/** The row of a message that is sent. */
export function toDocument(message: Message, fingerprint: string): MessageSentDocument {
  const { id, conversationId, seq, createdAt } = message;
  const { senderId, clientMessageId, notice, language, replyToId, mentionedIds } = message;
  return {
    _id: id,
    conversationId,
    seq,
    kind: 'MESSAGE_SENT',
    at: createdAt,
    message: {
      senderId,
      clientMessageId,
      fingerprint,
      language,
      replyToId,
      ...(mentionedIds.length > 0 && { mentionedIds }),
      ...(notice && { notice }),
      ...toMessageState(message),
    },
  };
}

/** What of a message may change after its sending. */
export function toMessageState({ text, editedAt, deletedAt, reactions }: Message): MessageState {
  return { text, editedAt, deletedAt, reactions };
}

/** The message that a row bears. */
export function toMessage({ _id, conversationId, seq, at, message }: MessageSentDocument): Message {
  const { senderId, clientMessageId, notice = null, language, replyToId } = message;
  const { mentionedIds = [] } = message;
  const { text, editedAt, deletedAt, reactions = [] } = message;
  const sending = { senderId, clientMessageId, notice, language, replyToId, mentionedIds };
  const state = { text, createdAt: at, editedAt, deletedAt, reactions };
  return { id: _id, conversationId, seq, ...sending, ...state };
}
