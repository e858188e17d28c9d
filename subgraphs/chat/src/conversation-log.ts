import { duplicateKeyIndex, openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Document } from 'mongodb';
import { collections } from './collections.ts';
import type { ConversationEvent, MessageWindow } from './conversation-event.ts';
import {
  toDocument,
  toMessage,
  type GroupChangedDocument,
  type LogDocument,
  type MessageChangedDocument,
  type MessageSentDocument,
} from './log-document.ts';
import type { Message } from './message.ts';

/** A message as it was sent, with what tells a repetition from another message. */
export interface SentMessage {
  readonly message: Message;
  readonly fingerprint: string;
}

/** A number in a conversation, and whoever reads on from there. */
export interface Place {
  readonly conversationId: string;
  readonly afterSeq: number;
}

const messageSent = { kind: 'MESSAGE_SENT' } as const;

/** Queries on the conversations' logs. */
export type ConversationLog = ReturnType<typeof createConversationLog>;

/** Opens the logs of all conversations: one row per event. */
export function createConversationLog(db: Db) {
  const declaration = collections.conversationEvents;
  const events = openCollection<LogDocument>(db, 'conversationEvents', declaration);
  const sentEvents = openCollection<MessageSentDocument>(db, 'conversationEvents', declaration);
  const findMessagesByIds = async (ids: readonly string[]): Promise<Message[]> => {
    if (ids.length === 0) return [];
    const rows = await sentEvents.find({ ...messageSent, _id: { $in: [...ids] } }).toArray();
    return rows.map(toMessage);
  };

  return {
    async appendMessages(tx: MongoTransaction, sent: readonly SentMessage[]): Promise<void> {
      await sentEvents.insertMany(
        sent.map(({ message, fingerprint }) => toDocument(message, fingerprint)),
        { session: tx.session },
      );
    },

    /** Appends the event of a change of a message; the change itself stands in the message's row. */
    async appendChange(
      tx: MongoTransaction,
      change: Omit<MessageChangedDocument, '_id'>,
    ): Promise<void> {
      const _id = `${change.conversationId}:${String(change.seq)}`;
      await events.insertOne({ _id, ...change }, { session: tx.session });
    },

    /** Appends what has changed about a group. */
    async appendGroupChanges(
      tx: MongoTransaction,
      changes: readonly Omit<GroupChangedDocument, '_id'>[],
    ): Promise<void> {
      const rows = changes.map((change) => ({
        _id: `${change.conversationId}:${String(change.seq)}`,
        ...change,
      }));
      await events.insertMany(rows, { session: tx.session });
    },

    /** What the sender has sent under this id. */
    async findSent(
      conversationId: string,
      senderId: string,
      clientMessageId: string,
    ): Promise<SentMessage | null> {
      const row = await sentEvents.findOne({
        ...messageSent,
        conversationId,
        'message.senderId': senderId,
        'message.clientMessageId': clientMessageId,
      });
      return row && { message: toMessage(row), fingerprint: row.message.fingerprint };
    },

    findMessagesByIds,

    /** The events that follow each of the places in one query, oldest first. */
    async listAfter(places: readonly Place[], limit: number): Promise<ConversationEvent[][]> {
      const pipelines = places.map(({ conversationId, afterSeq }, place) => [
        { $match: { conversationId, seq: { $gt: afterSeq } } },
        { $sort: { seq: 1 } },
        { $limit: limit },
        { $set: { place } },
      ]);
      const rows = await events
        .aggregate<LogDocument & { place: number }>(unite(events.collectionName, pipelines))
        .toArray();
      const changed = await findMessagesByIds(rows.flatMap(changedId));
      const found = Map.groupBy(rows, ({ place }) => place);
      return places.map((_, place) => withMessages(found.get(place) ?? [], changed));
    },

    /** The messages of each window in one query, in the order in which the window counts. */
    async findMessagesByWindows(windows: readonly MessageWindow[]): Promise<Message[][]> {
      const pipelines = unite(events.collectionName, windows.map(toPipeline));
      const rows = await sentEvents
        .aggregate<MessageSentDocument & { window: number }>(pipelines)
        .toArray();
      const found = Map.groupBy(rows, ({ window }) => window);
      return windows.map((_, window) => (found.get(window) ?? []).map(toMessage));
    },

    /** Per conversation the number through which its oldest events are from before a time. */
    async listOlder(before: Date, limit: number): Promise<Map<string, number>> {
      const rows = await events
        .find({ at: { $lt: before } }, { projection: { conversationId: 1, seq: 1 } })
        .sort({ at: 1 })
        .limit(limit)
        .toArray();
      const perConversation = Map.groupBy(rows, ({ conversationId }) => conversationId);
      return new Map(
        [...perConversation].map(([id, old]) => [id, Math.max(...old.map(({ seq }) => seq))]),
      );
    },

    async removeThrough({ session }: MongoTransaction, conversationId: string, seq: number) {
      await events.deleteMany({ conversationId, seq: { $lte: seq } }, { session });
    },

    /** How many messages of others lie within (after, through]. Notices are nobody's. */
    countOthers(
      { session }: MongoTransaction,
      range: { conversationId: string; userId: string; after: number; through: number },
    ): Promise<number> {
      return sentEvents.countDocuments(
        {
          ...messageSent,
          conversationId: range.conversationId,
          seq: { $gt: range.after, $lte: range.through },
          'message.senderId': { $nin: [range.userId, null] },
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

/** One pipeline that answers what each of them does. */
function unite(coll: string, [first = [], ...others]: readonly Document[][]): Document[] {
  return [...first, ...others.map((pipeline) => ({ $unionWith: { coll, pipeline } }))];
}

function toPipeline(window: MessageWindow, index: number): Document[] {
  const { conversationId, afterSeq, beforeSeq, fromEnd, limit, othersOf, mentioning } = window;
  const bounds = [
    ...(afterSeq === null ? [] : [{ seq: { $gt: afterSeq } }]),
    ...(beforeSeq === null ? [] : [{ seq: { $lt: beforeSeq } }]),
    ...(mentioning === undefined ? [] : [{ 'message.mentionedIds': mentioning }]),
    ...(othersOf === undefined ? [] : [{ 'message.senderId': { $nin: [othersOf, null] } }]),
  ];
  return [
    { $match: { ...messageSent, conversationId, ...(bounds.length > 0 && { $and: bounds }) } },
    { $sort: { seq: fromEnd ? -1 : 1 } },
    { $limit: limit },
    { $set: { window: index } },
  ];
}

function changedId(row: LogDocument): string[] {
  return 'messageId' in row ? [row.messageId] : [];
}

function withMessages(
  rows: readonly LogDocument[],
  changed: readonly Message[],
): ConversationEvent[] {
  const byId = new Map(changed.map((message) => [message.id, message]));
  const messageOf = (row: LogDocument) => {
    if (row.kind === 'MESSAGE_SENT') return toMessage(row);
    return 'messageId' in row ? (byId.get(row.messageId) ?? null) : null;
  };
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    message: messageOf(row),
    membershipChange: 'membershipChange' in row ? (row.membershipChange ?? null) : null,
  }));
}
