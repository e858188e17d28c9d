import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { ConversationDocument } from './conversation-document.ts';

/** The numbers of conversations' events. */
export type ConversationSequence = ReturnType<typeof createConversationSequence>;

/** Messages that are to be numbered in one conversation; a sender is named once for each. */
export interface Taking {
  readonly conversationId: string;
  readonly senderIds: readonly string[];
}

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
     * Takes numbers for the messages of one conversation and answers the first; null when a sender
     * is no member or may not write here.
     */
    async takeForMessages(
      { session }: MongoTransaction,
      taking: Taking,
      now: Date,
    ): Promise<number | null> {
      const { filter, update } = toUpdate(taking, now);
      const options = { session, returnDocument: 'after', projection: { lastSeq: 1 } } as const;
      const row = await conversations.findOneAndUpdate(filter, update, options);
      return row === null ? null : firstOf(taking, row.lastSeq);
    },

    /**
     * The same for several conversations with as many commands as for two. It throws when a sender is
     * no member of one of them, which tells nothing of the others.
     */
    async takeForAll(
      { session }: MongoTransaction,
      takings: readonly Taking[],
      now: Date,
    ): Promise<number[]> {
      const updates = takings.map((taking) => ({ updateOne: toUpdate(taking, now) }));
      const { matchedCount } = await conversations.bulkWrite(updates, { session });
      if (matchedCount < takings.length) throw new Error('a sender who may not write here');
      const ids = takings.map(({ conversationId }) => conversationId);
      const rows = await conversations
        .find({ _id: { $in: ids } }, { session, projection: { lastSeq: 1 } })
        .toArray();
      const lastSeqs = new Map(rows.map(({ _id, lastSeq }) => [_id, lastSeq]));
      return takings.map((taking) => firstOf(taking, lastSeqs.get(taking.conversationId) ?? 0));
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

function firstOf({ senderIds }: Taking, lastSeq: number): number {
  return lastSeq - senderIds.length + 1;
}

/** The write that takes the numbers, and matches nothing unless all senders may write here. */
function toUpdate({ conversationId, senderIds }: Taking, now: Date) {
  const perSender = Map.groupBy(senderIds, (senderId) => `sentCounts.${senderId}`);
  const count = senderIds.length;
  return {
    filter: {
      _id: conversationId,
      memberIds: { $all: [...senderIds] },
      $or: [{ kind: { $ne: 'ANNOUNCEMENT' as const } }, { adminIds: { $all: [...senderIds] } }],
    },
    update: {
      $inc: {
        lastSeq: count,
        messageCount: count,
        ...Object.fromEntries([...perSender].map(([field, sent]) => [field, sent.length])),
      },
      $set: { lastActivityAt: now, isInboxBehind: true, archivedBy: [] },
    },
  };
}
