import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import {
  emptyConversation,
  toConversation,
  type ConversationDocument,
} from './conversation-document.ts';
import type { GroupConversation } from './conversation.ts';
import { isGroup } from './group.ts';

/** A group that is to be opened. */
export interface NewGroup {
  readonly id: string;
  readonly kind: GroupConversation['kind'];
  readonly title: string;
  readonly ownerId: string;
  /** The owner first. */
  readonly memberIds: readonly string[];
  /** Names it once among what its owner has opened. */
  readonly creationKey: string;
  /** Tells whether a repeated request is the same. */
  readonly fingerprint: string;
}

/** Queries on groups, for those who change them. */
export type GroupRepository = ReturnType<typeof createGroupRepository>;

/** Opens the groups, which are conversations. */
export function createGroupRepository(db: Db) {
  const conversations = openCollection<ConversationDocument>(
    db,
    'conversations',
    collections.conversations,
  );
  return {
    /** What was opened under this key. */
    async findCreated(
      creationKey: string,
    ): Promise<{ readonly group: GroupConversation; readonly fingerprint: string } | null> {
      const row = await conversations.findOne({ creationKey });
      const group = row && toConversation(row);
      return group !== null && isGroup(group)
        ? { group, fingerprint: row?.fingerprint ?? '' }
        : null;
    },

    /** Opens a group; the index `created_once` refuses a second one under its key. */
    async insert({ session }: MongoTransaction, group: NewGroup, now: Date): Promise<void> {
      const { id, ownerId, memberIds, ...rest } = group;
      await conversations.insertOne(
        {
          ...emptyConversation(id, memberIds, now),
          ...rest,
          ownerId,
          adminIds: [ownerId],
          joinedSeqs: {},
        },
        { session },
      );
    },

    async find({ session }: MongoTransaction, id: string): Promise<GroupConversation | null> {
      const row = await conversations.findOne({ _id: id }, { session });
      const conversation = row && toConversation(row);
      return conversation !== null && isGroup(conversation) ? conversation : null;
    },

    /**
     * Stores a group that was found in the same transaction and takes numbers for its events; of
     * two transactions that change it at once the store lets one begin again.
     */
    async save({ session }: MongoTransaction, group: GroupConversation, events: number) {
      const { id, title, ownerId, adminIds, memberIds, joinedSeqs, mutedBy, archivedBy } = group;
      const people = { ownerId, adminIds: [...adminIds], memberIds: [...memberIds], joinedSeqs };
      const aside = { mutedBy: [...mutedBy], archivedBy: [...archivedBy] };
      await conversations.updateOne(
        { _id: id },
        { $inc: { lastSeq: events }, $set: { title, ...people, ...aside, isInboxBehind: true } },
        { session },
      );
    },
  };
}
