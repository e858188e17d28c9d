import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** A conversation of somebody and the place of its latest change among all their changes. */
export interface InboxEntry {
  readonly cursor: number;
  readonly conversationId: string;
}

/** A conversation that has changed for these members. */
export interface InboxChange {
  readonly conversationId: string;
  readonly memberIds: readonly string[];
}

/** Queries on inboxes. */
export type InboxRepository = ReturnType<typeof createInboxRepository>;

/**
 * Opens the inboxes: every person's changes are numbered, and each of their conversations bears the
 * number of its latest change. Earlier changes of a conversation are not kept: an inbox tells the
 * latest state.
 */
export function createInboxRepository(db: Db) {
  const heads = openCollection<{ _id: string; cursor: number }>(
    db,
    'inboxHeads',
    collections.inboxHeads,
  );
  const memberships = openCollection<{
    userId: string;
    conversationId: string;
    inboxCursor: number;
  }>(db, 'memberships', collections.memberships);

  return {
    async head(userId: string): Promise<number> {
      return (await heads.findOne({ _id: userId }))?.cursor ?? 0;
    },

    /** The conversations that have changed after a cursor, in the order of their latest change. */
    async listAfter(userId: string, cursor: number, limit: number): Promise<InboxEntry[]> {
      const rows = await memberships
        .find({ userId, inboxCursor: { $gt: cursor } })
        .sort({ inboxCursor: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ inboxCursor, conversationId }) => ({
        cursor: inboxCursor,
        conversationId,
      }));
    },

    /**
     * Numbers these changes. A person's head admits one transaction at a time, so a number is
     * visible only after all lower ones.
     */
    async record({ session }: MongoTransaction, changes: readonly InboxChange[]): Promise<void> {
      const changed = Map.groupBy(
        changes.flatMap(({ conversationId, memberIds }) =>
          memberIds.map((userId) => ({ userId, conversationId })),
        ),
        ({ userId }) => userId,
      );
      const userIds = [...changed.keys()];
      if (userIds.length === 0) return;
      await heads.bulkWrite(
        userIds.map((userId) => ({
          updateOne: {
            filter: { _id: userId },
            update: { $inc: { cursor: changed.get(userId)?.length ?? 0 } },
            upsert: true,
          },
        })),
        { session },
      );
      const rows = await heads.find({ _id: { $in: userIds } }, { session }).toArray();
      await memberships.bulkWrite(
        rows.flatMap(({ _id: userId, cursor }) =>
          (changed.get(userId) ?? []).map(({ conversationId }, behind) => ({
            updateOne: {
              filter: { conversationId, userId },
              update: { $set: { inboxCursor: cursor - behind } },
            },
          })),
        ),
        { session },
      );
    },
  };
}
