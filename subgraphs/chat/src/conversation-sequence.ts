import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { ConversationDocument } from './conversation-document.ts';

/** The numbers of conversations' events. */
export type ConversationSequence = ReturnType<typeof createConversationSequence>;

/**
 * Opens the numbering. A number and the event that bears it commit together, and a conversation
 * admits one such transaction at a time, so number N is visible only after N - 1 and none is ever
 * skipped.
 */
export function createConversationSequence(db: Db) {
  const conversations = openCollection<ConversationDocument>(
    db,
    'conversations',
    collections.conversations,
  );
  return {
    /**
     * Takes numbers for one message of each of these members and answers the first; null when one
     * of them is no member or may not write here.
     */
    async takeForMessages(
      { session }: MongoTransaction,
      conversationId: string,
      senderIds: readonly string[],
      now: Date,
    ): Promise<number | null> {
      const perSender = Map.groupBy(senderIds, (senderId) => `sentCounts.${senderId}`);
      const count = senderIds.length;
      const row = await conversations.findOneAndUpdate(
        {
          _id: conversationId,
          memberIds: { $all: [...senderIds] },
          $or: [{ kind: { $ne: 'ANNOUNCEMENT' } }, { adminIds: { $all: [...senderIds] } }],
        },
        {
          $inc: {
            lastSeq: count,
            messageCount: count,
            ...Object.fromEntries([...perSender].map(([field, sent]) => [field, sent.length])),
          },
          $set: { lastActivityAt: now, isInboxBehind: true, archivedBy: [] },
        },
        { session, returnDocument: 'after', projection: { lastSeq: 1 } },
      );
      return row === null ? null : row.lastSeq - count + 1;
    },

    /** Takes the number of a change that is no message; null when `memberId` is no member. */
    async takeForChange(
      { session }: MongoTransaction,
      conversationId: string,
      memberId: string,
    ): Promise<number | null> {
      const row = await conversations.findOneAndUpdate(
        { _id: conversationId, memberIds: memberId },
        { $inc: { lastSeq: 1 }, $set: { isInboxBehind: true } },
        { session, returnDocument: 'after', projection: { lastSeq: 1 } },
      );
      return row?.lastSeq ?? null;
    },

    /**
     * Takes the number of a notice in the session's conversation; null when that has been told of
     * this version or a later one.
     */
    async takeForNotice(
      { session }: MongoTransaction,
      { sessionId, version }: { sessionId: string; version: number },
      now: Date,
    ): Promise<{ conversationId: string; seq: number } | null> {
      const row = await conversations.findOneAndUpdate(
        { sessionId, sessionVersion: { $not: { $gte: version } } },
        {
          $inc: { lastSeq: 1 },
          $set: {
            sessionVersion: version,
            lastActivityAt: now,
            isInboxBehind: true,
            archivedBy: [],
          },
        },
        { session, returnDocument: 'after', projection: { lastSeq: 1 } },
      );
      return row && { conversationId: row._id, seq: row.lastSeq };
    },
  };
}
