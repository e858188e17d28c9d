import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Filter } from 'mongodb';
import { collections } from './collections.ts';
import {
  emptyConversation,
  toConversation,
  type ConversationDocument,
} from './conversation-document.ts';
import { pairKey, type Conversation, type ConversationIdentity } from './conversation.ts';
import { newMembership, type MembershipDocument } from './membership-repository.ts';

/** Where a member keeps a conversation aside. */
export type Shelf = 'mutedBy' | 'archivedBy';

/** A place in the list of somebody's conversations. */
export interface ActivityKeyset {
  readonly lastActivityAt: Date;
  readonly id: string;
}

/** Queries on conversations. */
export type ConversationRepository = ReturnType<typeof createConversationRepository>;

/** Opens the repository of conversations. */
export function createConversationRepository(db: Db) {
  const conversations = openCollection<ConversationDocument>(
    db,
    'conversations',
    collections.conversations,
  );
  const memberships = openCollection<MembershipDocument>(
    db,
    'memberships',
    collections.memberships,
  );
  const find = async (filter: Filter<ConversationDocument>) =>
    (await conversations.find(filter).toArray()).map(toConversation);

  return {
    /** Those of them that exist and have this member. */
    findByIds: (ids: readonly string[], memberId: string) =>
      find({ _id: { $in: [...ids] }, memberIds: memberId }),

    /** Those of them that exist, for those who judge the membership of several people. */
    findForMany: (ids: readonly string[]) => find({ _id: { $in: [...ids] } }),

    /** The direct conversations of one person with each of the others. */
    findByPeers: (userId: string, peerIds: readonly string[]) =>
      find({ pairKey: { $in: peerIds.map((peerId) => pairKey(userId, peerId)) } }),

    findBySessionIds: (sessionIds: readonly string[], memberId: string) =>
      find({ sessionId: { $in: [...sessionIds] }, memberIds: memberId }),

    async isOpen(tx: MongoTransaction, identity: ConversationIdentity): Promise<boolean> {
      return (await conversations.countDocuments(keyOf(identity), { session: tx.session })) > 0;
    },

    /** Opens the conversation unless it is open; of several who try at once one succeeds. */
    async open(tx: MongoTransaction, identity: ConversationIdentity, now: Date): Promise<void> {
      const { session } = tx;
      const id = newId('cnv');
      const { upsertedCount } = await conversations.updateOne(
        keyOf(identity),
        {
          $setOnInsert: {
            kind: identity.kind,
            ...emptyConversation(id, identity.memberIds, now),
          },
        },
        { session, upsert: true },
      );
      if (upsertedCount === 0) return;
      await memberships.insertMany(
        identity.memberIds.map((userId) => newMembership(id, userId)),
        { session },
      );
    },

    /** A person's conversations, archived or not, the one with the latest activity first. */
    async listByMember(
      memberId: string,
      isArchived: boolean,
      { limit, after }: PageRequest<ActivityKeyset>,
    ): Promise<Page<Conversation>> {
      const rows = await conversations
        .find({
          memberIds: memberId,
          archivedBy: isArchived ? memberId : { $ne: memberId },
          ...(after && afterActivity(after)),
        })
        .sort({ lastActivityAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(rows.map(toConversation), limit);
    },

    /** Puts a conversation on a member's shelf or takes it off; null for one who is no member. */
    async shelve(
      { session }: MongoTransaction,
      { id, memberId, shelf, isOn }: { id: string; memberId: string; shelf: Shelf; isOn: boolean },
    ): Promise<Conversation | null> {
      const row = await conversations.findOneAndUpdate(
        { _id: id, memberIds: memberId },
        isOn ? { $addToSet: { [shelf]: memberId } } : { $pull: { [shelf]: memberId } },
        { session, returnDocument: 'after' },
      );
      return row && toConversation(row);
    },

    /** Notes that events through this number are no longer kept. */
    async noteRemoval({ session }: MongoTransaction, id: string, through: number): Promise<void> {
      const change = { $max: { removedThroughSeq: through } };
      await conversations.updateOne({ _id: id }, change, { session });
    },

    /** How many messages of others a person has not read anywhere. */
    async countUnread(userId: string): Promise<number> {
      const [sum] = await conversations
        .aggregate<{ unread: number }>([
          { $match: { memberIds: userId, messageCount: { $gt: 0 } } },
          {
            $lookup: {
              from: 'memberships',
              localField: '_id',
              foreignField: 'conversationId',
              pipeline: [{ $match: { userId } }, { $project: { othersRead: 1 } }],
              as: 'mine',
            },
          },
          { $set: { read: { $sum: '$mine.othersRead' }, own: `$sentCounts.${userId}` } },
          { $set: { readOrOwn: { $add: ['$read', { $ifNull: ['$own', 0] }] } } },
          { $set: { unread: { $max: [0, { $subtract: ['$messageCount', '$readOrOwn'] }] } } },
          { $group: { _id: null, unread: { $sum: '$unread' } } },
        ])
        .toArray();
      return sum?.unread ?? 0;
    },
  };
}

function keyOf(identity: ConversationIdentity) {
  return identity.kind === 'DIRECT'
    ? { pairKey: pairKey(...identity.memberIds) }
    : { sessionId: identity.sessionId };
}

function afterActivity({ lastActivityAt, id }: ActivityKeyset): Filter<ConversationDocument> {
  return {
    $or: [{ lastActivityAt: { $lt: lastActivityAt } }, { lastActivityAt, _id: { $lt: id } }],
  };
}
