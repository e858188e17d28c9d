import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { ClientSession, Db } from 'mongodb';
import { collections } from './collections.ts';
import type { Membership } from './conversation.ts';

interface MembershipDocument {
  conversationId: string;
  userId: string;
  readSeq: number;
  othersRead: number;
  inboxCursor: number;
}

/** Queries on members' places in conversations. */
export type MembershipRepository = ReturnType<typeof createMembershipRepository>;

/** Opens the repository of memberships. */
export function createMembershipRepository(db: Db) {
  const memberships = openCollection<MembershipDocument>(
    db,
    'memberships',
    collections.memberships,
  );
  const find = async (
    userId: string,
    conversationIds: readonly string[],
    session?: ClientSession,
  ): Promise<Membership[]> =>
    memberships
      .find({ userId, conversationId: { $in: [...conversationIds] } }, session && { session })
      .project<Membership>({ _id: 0, conversationId: 1, userId: 1, readSeq: 1, othersRead: 1 })
      .toArray();

  return {
    /** One person's memberships in these conversations. */
    findByConversationIds: (userId: string, conversationIds: readonly string[]) =>
      find(userId, conversationIds),

    async findOne(tx: MongoTransaction, userId: string, conversationId: string) {
      const [membership = null] = await find(userId, [conversationId], tx.session);
      return membership;
    },

    async moveReadMark(
      { session }: MongoTransaction,
      { conversationId, userId }: Membership,
      to: Pick<Membership, 'readSeq' | 'othersRead'>,
    ): Promise<void> {
      await memberships.updateOne({ conversationId, userId }, { $set: to }, { session });
    },
  };
}
