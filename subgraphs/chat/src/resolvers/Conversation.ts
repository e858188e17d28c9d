import type { Context } from '../context.ts';
import { unreadCount, type Conversation as ConversationRecord } from '../conversation.ts';
import type { ConversationResolvers } from '../generated/resolvers.ts';
import { shownMembers, visibleAfter } from '../group.ts';
import {
  firstMentionWindow,
  firstUnreadWindow,
  toMessageConnection,
  toMessageWindow,
  toVisible,
  type MessagePageArguments,
} from '../message-page.ts';
import { veilMessages } from '../veil-messages.ts';

const typeNames = {
  DIRECT: 'DirectConversation',
  SESSION: 'SessionConversation',
  GROUP: 'GroupConversation',
  ANNOUNCEMENT: 'AnnouncementConversation',
} as const;

export const Conversation: ConversationResolvers = {
  __resolveType: ({ kind }) => typeNames[kind],
  __resolveReference: ({ id }, { conversationById }) => conversationById.load(id),
};

/** Nobody but members comes to a conversation. */
function memberId({ viewer }: Context): string {
  return viewer.kind === 'member' ? viewer.id : '';
}

/** The fields that every kind of conversation has. */
export const conversationFields = {
  members: (conversation: ConversationRecord, _: object, context: Context) =>
    shownMembers(conversation, memberId(context)).map((id) => ({ id })),
  unreadCount: async (conversation: ConversationRecord, _: object, context: Context) =>
    unreadCount(conversation, await context.viewerMembership.load(conversation.id)),
  async firstUnreadSeq({ id }: ConversationRecord, _: object, context: Context) {
    const membership = await context.viewerMembership.load(id);
    if (membership === null) return null;
    const [first] = await context.messagesByWindow.load(firstUnreadWindow(membership));
    return first?.seq ?? null;
  },
  async firstUnreadMentionSeq({ id }: ConversationRecord, _: object, context: Context) {
    const membership = await context.viewerMembership.load(id);
    if (membership === null) return null;
    const [first] = await context.messagesByWindow.load(firstMentionWindow(membership));
    return first?.seq ?? null;
  },
  marks: (conversation: ConversationRecord, _: object, { marksByConversation }: Context) =>
    marksByConversation.load(conversation),
  isMuted: ({ mutedBy }: ConversationRecord, _: object, context: Context) =>
    mutedBy.includes(memberId(context)),
  isArchived: ({ archivedBy }: ConversationRecord, _: object, context: Context) =>
    archivedBy.includes(memberId(context)),
  async messages(conversation: ConversationRecord, page: MessagePageArguments, context: Context) {
    const window = toMessageWindow(conversation.id, page);
    const viewerId = memberId(context);
    const visible = toVisible(window, visibleAfter(conversation, viewerId));
    const messages = await context.messagesByWindow.load(visible);
    const { blocks } = context.following;
    return toMessageConnection(
      window,
      await veilMessages(blocks, viewerId, conversation, messages),
    );
  },
};
