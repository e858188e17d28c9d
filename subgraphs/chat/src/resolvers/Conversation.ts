import type { Context } from '../context.ts';
import { unreadCount, type Conversation as ConversationRecord } from '../conversation.ts';
import type { ConversationResolvers } from '../generated/resolvers.ts';
import {
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
  async messages({ id }: ConversationRecord, page: MessagePageArguments, context: Context) {
    const window = toMessageWindow(id, page);
    // One message more than asked for tells whether the list goes on.
    const oneMore = { ...window, limit: window.limit + 1 };
    return toMessageConnection(window, await context.messagesByWindow.load(oneMore));
  },
};
