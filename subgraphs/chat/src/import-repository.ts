import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import { MongoBulkWriteError, type Db } from 'mongodb';
import { collections } from './collections.ts';
import type { ConversationDocument } from './conversation-document.ts';
import type { MessageSentDocument } from './log-document.ts';
import { newMembership, type MembershipDocument } from './membership-repository.ts';

/** Stores whole conversations at once. */
export type ImportRepository = ReturnType<typeof createImportRepository>;

/**
 * Opens what imports write. The messages come first and nobody sees them: every path to a message
 * leads through its conversation's row, which comes last, in one transaction with its members.
 */
export function createImportRepository(db: Db) {
  const { conversations: declared, conversationEvents, memberships } = collections;
  const rows = openCollection<ConversationDocument>(db, 'conversations', declared);
  const events = openCollection<MessageSentDocument>(db, 'conversationEvents', conversationEvents);
  const members = openCollection<MembershipDocument>(db, 'memberships', memberships);
  return {
    /** The ids of the conversations that pairs have, by pair. */
    async findByPairs(pairKeys: readonly string[]): Promise<Map<string, string>> {
      const found = await rows
        .find({ pairKey: { $in: [...pairKeys] } }, { projection: { pairKey: 1 } })
        .toArray();
      return new Map(found.map(({ _id, pairKey = '' }) => [pairKey, _id]));
    },

    /** Stores messages in any order; those that are there already stay as they are. */
    async insertEvents(batch: readonly MessageSentDocument[]): Promise<void> {
      try {
        await events.insertMany(batch, { ordered: false });
      } catch (error) {
        if (!(error instanceof MongoBulkWriteError)) throw error;
        const failures = [error.writeErrors].flat();
        const isThere = failures.every((failure) => failure.code === 11_000);
        if (!isThere || failures.length === 0) throw error;
      }
    },

    /**
     * Makes the conversation be there, read by both to its end. False when the pair has one; it
     * throws when a message is missing.
     */
    async complete({ session }: MongoTransaction, row: ConversationDocument): Promise<boolean> {
      const stored = await events.countDocuments({ conversationId: row._id }, { session });
      if (stored !== row.lastSeq) throw new Error(`${row._id} has ${String(stored)} messages`);
      const { matchedCount } = await rows.updateOne(
        { pairKey: row.pairKey ?? '' },
        { $setOnInsert: row },
        { session, upsert: true },
      );
      if (matchedCount > 0) return false;
      await members.insertMany(
        row.memberIds.map((userId) =>
          newMembership(row._id, userId, {
            readSeq: row.lastSeq,
            othersRead: row.messageCount - (row.sentCounts[userId] ?? 0),
          }),
        ),
        { session },
      );
      return true;
    },
  };
}
