import { duplicateKeyIndex, openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Document } from 'mongodb';
import { collections } from './collections.ts';
import type { ConversationEvent, MessageWindow } from './conversation-event.ts';
import type { Message } from './message.ts';

/** The event of a message's sending is the message: it bears the message's id and its state. */
interface MessageSentDocument {
  _id: string;
  conversationId: string;
  seq: number;
  kind: 'MESSAGE_SENT';
  at: Date;
  message: {
    senderId: string;
    clientMessageId: string;
    fingerprint: string;
    text: string | null;
    language: string | null;
    replyToId: string | null;
    editedAt: Date | null;
    deletedAt: Date | null;
  };
}

/** A message as it was sent, with what tells a repetition from another message. */
export interface SentMessage {
  readonly message: Message;
  readonly fingerprint: string;
}

const messageSent = { kind: 'MESSAGE_SENT' } as const;

/** Queries on the conversations' logs. */
export type ConversationLog = ReturnType<typeof createConversationLog>;

/** Opens the logs of all conversations: one row per event. */
export function createConversationLog(db: Db) {
  const events = openCollection<MessageSentDocument>(
    db,
    'conversationEvents',
    collections.conversationEvents,
  );
  return {
    async appendMessages(tx: MongoTransaction, sent: readonly SentMessage[]): Promise<void> {
      await events.insertMany(
        sent.map(({ message, fingerprint }) => toDocument(message, fingerprint)),
        { session: tx.session },
      );
    },

    /** What the sender has sent under this id. */
    async findSent(
      conversationId: string,
      senderId: string,
      clientMessageId: string,
    ): Promise<SentMessage | null> {
      const row = await events.findOne({
        ...messageSent,
        conversationId,
        'message.senderId': senderId,
        'message.clientMessageId': clientMessageId,
      });
      return row && { message: toMessage(row), fingerprint: row.message.fingerprint };
    },

    async findMessagesByIds(ids: readonly string[]): Promise<Message[]> {
      return (await events.find({ ...messageSent, _id: { $in: [...ids] } }).toArray()).map(
        toMessage,
      );
    },

    /** The events that follow a number, oldest first. */
    async listAfter(
      conversationId: string,
      seq: number,
      limit: number,
    ): Promise<ConversationEvent[]> {
      const rows = await events
        .find({ conversationId, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray();
      return rows.map((row) => ({ seq: row.seq, kind: row.kind, message: toMessage(row) }));
    },

    /** The messages of each window in one query, in the order in which the window counts. */
    async findMessagesByWindows(windows: readonly MessageWindow[]): Promise<Message[][]> {
      const [first = [], ...others] = windows.map(toPipeline);
      const unions = others.map((pipeline) => ({
        $unionWith: { coll: events.collectionName, pipeline },
      }));
      const rows = await events
        .aggregate<MessageSentDocument & { window: number }>([...first, ...unions])
        .toArray();
      const found = Map.groupBy(rows, ({ window }) => window);
      return windows.map((_, window) => (found.get(window) ?? []).map(toMessage));
    },

    /** How many messages of others lie within (after, through]. */
    countOthers(
      { session }: MongoTransaction,
      range: { conversationId: string; userId: string; after: number; through: number },
    ): Promise<number> {
      return events.countDocuments(
        {
          ...messageSent,
          conversationId: range.conversationId,
          seq: { $gt: range.after, $lte: range.through },
          'message.senderId': { $ne: range.userId },
        },
        { session },
      );
    },
  };
}

/** True for the refusal of a message that was sent before under its id. */
export function isSentBefore(error: unknown): boolean {
  return duplicateKeyIndex(error) === 'sent_once';
}

function toPipeline(window: MessageWindow, index: number): Document[] {
  const { conversationId, afterSeq, beforeSeq, fromEnd, limit } = window;
  const bounds = [
    ...(afterSeq === null ? [] : [{ seq: { $gt: afterSeq } }]),
    ...(beforeSeq === null ? [] : [{ seq: { $lt: beforeSeq } }]),
  ];
  return [
    { $match: { ...messageSent, conversationId, ...(bounds.length > 0 && { $and: bounds }) } },
    { $sort: { seq: fromEnd ? -1 : 1 } },
    { $limit: limit },
    { $set: { window: index } },
  ];
}

function toDocument(message: Message, fingerprint: string): MessageSentDocument {
  const { id, conversationId, seq, senderId, clientMessageId, text } = message;
  const { language, replyToId, createdAt, editedAt, deletedAt } = message;
  const state = { text, language, replyToId, editedAt, deletedAt };
  return {
    _id: id,
    conversationId,
    seq,
    ...messageSent,
    at: createdAt,
    message: { senderId, clientMessageId, fingerprint, ...state },
  };
}

function toMessage({ _id, conversationId, seq, at, message }: MessageSentDocument): Message {
  const { senderId, clientMessageId, text, language, replyToId, editedAt, deletedAt } = message;
  return {
    id: _id,
    conversationId,
    seq,
    senderId,
    clientMessageId,
    text,
    language,
    replyToId,
    createdAt: at,
    editedAt,
    deletedAt,
  };
}
