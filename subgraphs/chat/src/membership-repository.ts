import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { ClientSession, Db, Filter } from 'mongodb';
import { collections } from './collections.ts';
import type { Membership } from './conversation.ts';

/** A member's place in a conversation as it is stored. */
export interface MembershipDocument {
  conversationId: string;
  userId: string;
  readSeq: number;
  othersRead: number;
  inboxCursor: number;
  /** Absent until something is delivered. */
  deliveredSeq?: number;
}

/** The place of somebody who has just come and has read what there is. */
export function newMembership(
  conversationId: string,
  userId: string,
  { readSeq, othersRead }: Pick<Membership, 'readSeq' | 'othersRead'> = nothingRead,
): MembershipDocument {
  return { conversationId, userId, readSeq, othersRead, inboxCursor: 0 };
}

const nothingRead = { readSeq: 0, othersRead: 0 };

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
    filter: Filter<MembershipDocument>,
    session?: ClientSession,
  ): Promise<Membership[]> =>
    (await memberships.find(filter, session && { session }).toArray()).map(toMembership);

  return {
    /** One person's memberships in these conversations. */
    findByConversationIds: (userId: string, conversationIds: readonly string[]) =>
      find({ userId, conversationId: { $in: [...conversationIds] } }),

    /** These people's memberships in each of the conversations. */
    findOfMembers: (
      members: readonly { readonly conversationId: string; readonly userIds: readonly string[] }[],
    ) =>
      find({
        $or: members.map(({ conversationId, userIds }) => ({
          conversationId,
          userId: { $in: [...userIds] },
        })),
      }),

    /** Everybody's memberships in a conversation that the transaction changes. */
    findAll: ({ session }: MongoTransaction, conversationId: string) =>
      find({ conversationId }, session),

    async findOne(tx: MongoTransaction, userId: string, conversationId: string) {
      const [membership = null] = await find({ userId, conversationId }, tx.session);
      return membership;
    },

    async add({ session }: MongoTransaction, rows: readonly MembershipDocument[]): Promise<void> {
      if (rows.length > 0) await memberships.insertMany([...rows], { session });
    },

    async remove(
      { session }: MongoTransaction,
      conversationId: string,
      userIds: readonly string[],
    ) {
      await memberships.deleteMany({ conversationId, userId: { $in: [...userIds] } }, { session });
    },

    async moveReadMark(
      { session }: MongoTransaction,
      { conversationId, userId }: Membership,
      to: Pick<Membership, 'readSeq' | 'othersRead'>,
    ): Promise<void> {
      await memberships.updateOne({ conversationId, userId }, { $set: to }, { session });
    },

    /** False when it is as far already. */
    async moveDeliveredMark(
      { session }: MongoTransaction,
      { conversationId, userId }: Membership,
      deliveredSeq: number,
    ): Promise<boolean> {
      const { modifiedCount } = await memberships.updateOne(
        {
          conversationId,
          userId,
          readSeq: { $lt: deliveredSeq },
          deliveredSeq: { $not: { $gte: deliveredSeq } },
        },
        { $set: { deliveredSeq } },
        { session },
      );
      return modifiedCount === 1;
    },
  };
}

function toMembership(document: MembershipDocument): Membership {
  const { conversationId, userId, readSeq, othersRead, deliveredSeq = 0 } = document;
  const delivered = Math.max(deliveredSeq, readSeq);
  return { conversationId, userId, readSeq, othersRead, deliveredSeq: delivered };
}
