import { openCollection } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** A conversation whose members' inboxes are to be told. */
export interface BehindConversation {
  readonly conversationId: string;
  readonly memberIds: readonly string[];
  readonly lastSeq: number;
}

/** Queries on the conversations that have moved on without their members' inboxes. */
export type InboxBacklog = ReturnType<typeof createInboxBacklog>;

/** Opens the backlog: whatever changes a conversation puts it there by `isInboxBehind`. */
export function createInboxBacklog(db: Db) {
  const conversations = openCollection<{
    _id: string;
    memberIds: string[];
    lastSeq: number;
    isInboxBehind: boolean;
  }>(db, 'conversations', collections.conversations);
  return {
    async list(limit: number): Promise<BehindConversation[]> {
      const rows = await conversations
        .find({ isInboxBehind: true }, { projection: { memberIds: 1, lastSeq: 1 } })
        .limit(limit)
        .toArray();
      return rows.map(({ _id, memberIds, lastSeq }) => ({
        conversationId: _id,
        memberIds,
        lastSeq,
      }));
    },

    /** Takes conversations off the backlog, except those where something has happened since. */
    async remove(told: readonly BehindConversation[]): Promise<void> {
      await conversations.bulkWrite(
        told.map(({ conversationId, lastSeq }) => ({
          updateOne: {
            filter: { _id: conversationId, lastSeq },
            update: { $set: { isInboxBehind: false } },
          },
        })),
        { ordered: false },
      );
    },
  };
}
