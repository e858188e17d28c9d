import type { Context } from '../context.ts';
import { unreadCount, type Conversation as ConversationRecord } from '../conversation.ts';
import type { ConversationResolvers } from '../generated/resolvers.ts';
import {
  firstUnreadWindow,
  toMessageConnection,
  toMessageWindow,
  type MessagePageArguments,
} from '../message-page.ts';

export const Conversation: ConversationResolvers = {
  __resolveType: ({ kind }) => (kind === 'DIRECT' ? 'DirectConversation' : 'SessionConversation'),
  __resolveReference: ({ id }, { conversationById }) => conversationById.load(id),
};

/** The fields that every kind of conversation has. */
export const conversationFields = {
  members: ({ memberIds }: ConversationRecord) => memberIds.map((id) => ({ id })),
  unreadCount: async (conversation: ConversationRecord, _: object, context: Context) =>
    unreadCount(conversation, await context.viewerMembership.load(conversation.id)),
  async firstUnreadSeq({ id }: ConversationRecord, _: object, context: Context) {
    const membership = await context.viewerMembership.load(id);
    if (membership === null) return null;
    const [first] = await context.messagesByWindow.load(firstUnreadWindow(membership));
    return first?.seq ?? null;
  },
  marks: ({ id }: ConversationRecord, _: object, { marksByConversation }: Context) =>
    marksByConversation.load(id),
  isMuted: ({ mutedBy }: ConversationRecord, _: object, { viewer }: Context) =>
    viewer.kind === 'member' && mutedBy.includes(viewer.id),
  isArchived: ({ archivedBy }: ConversationRecord, _: object, { viewer }: Context) =>
    viewer.kind === 'member' && archivedBy.includes(viewer.id),
  async messages({ id }: ConversationRecord, page: MessagePageArguments, context: Context) {
    const window = toMessageWindow(id, page);
    // One message more than asked for tells whether the list goes on.
    const oneMore = { ...window, limit: window.limit + 1 };
    return toMessageConnection(window, await context.messagesByWindow.load(oneMore));
  },
};
