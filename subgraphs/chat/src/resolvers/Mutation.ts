import { requireMember } from '@skillswap/kit/viewer';
import { deleteMessage, editMessage, reactToMessage } from '../change-message.ts';
import {
  addToGroup,
  leaveGroup,
  removeFromGroup,
  renameGroup,
  setGroupRole,
  type Changed,
} from '../change-group.ts';
import { createGroup } from '../create-group.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { keepAside } from '../keep-aside.ts';
import { markDelivered, markRead } from '../move-marks.ts';
import { openDirectConversation } from '../open-direct-conversation.ts';
import { sendMessage } from '../send-message.ts';
import { setTyping } from '../typing.ts';
import {
  addMembersError,
  createGroupError,
  removeMemberError,
  renameError,
  setRoleError,
} from '../group-errors.ts';
import {
  deleteError,
  editError,
  markError,
  noConversationError,
  openError,
  reactError,
  sendError,
  typingError,
} from '../user-errors.ts';

export const Mutation: MutationResolvers = {
  async openDirectConversation(_, { input }, { viewer, opening }) {
    const member = requireMember(viewer);
    const { conversation, refusal } = await openDirectConversation(
      opening,
      member.id,
      input.userId,
    );
    return { conversation, userErrors: refusal === null ? [] : [openError(refusal)] };
  },

  async sendMessage(_, { input }, { viewer, sending }) {
    const member = requireMember(viewer);
    const draft = {
      ...input,
      text: input.text ?? '',
      replyToId: input.replyToId ?? null,
      mentionedUserIds: input.mentionedUserIds ?? [],
    };
    const { message, deduplicated, refusal } = await sendMessage(sending, member.id, draft);
    return { message, deduplicated, userErrors: refusal === null ? [] : [sendError(refusal)] };
  },

  async createGroupConversation(_, { input }, { viewer, grouping }) {
    const { title, memberIds: userIds, idempotencyKey } = input;
    const kind = input.isAnnouncement ? 'ANNOUNCEMENT' : 'GROUP';
    const draft = { kind, title, userIds, idempotencyKey } as const;
    const { conversation, refusal } = await createGroup(grouping, requireMember(viewer).id, draft);
    return { conversation, userErrors: refusal === null ? [] : [createGroupError(refusal)] };
  },

  async addConversationMembers(_, { input: { conversationId, userIds } }, { viewer, grouping }) {
    const member = requireMember(viewer);
    const changed = await addToGroup(grouping, member.id, conversationId, userIds);
    return toGroupPayload(changed, addMembersError);
  },

  async removeConversationMember(_, { input }, { viewer, grouping }) {
    const { conversationId, userId } = input;
    const member = requireMember(viewer);
    const changed = await removeFromGroup(grouping, member.id, conversationId, userId);
    return toGroupPayload(changed, removeMemberError);
  },

  async leaveConversation(_, { input: { conversationId } }, { viewer, grouping }) {
    const { refusal } = await leaveGroup(grouping, requireMember(viewer).id, conversationId);
    return refusal === null
      ? { leftConversationId: conversationId, userErrors: [] }
      : { leftConversationId: null, userErrors: [noConversationError()] };
  },

  async setConversationRole(_, { input }, { viewer, grouping }) {
    const { conversationId, ...change } = input;
    const changed = await setGroupRole(grouping, requireMember(viewer).id, conversationId, change);
    return toGroupPayload(changed, setRoleError);
  },

  async renameConversation(_, { input: { conversationId, title } }, { viewer, grouping }) {
    const changed = await renameGroup(grouping, requireMember(viewer).id, conversationId, title);
    return toGroupPayload(changed, renameError);
  },

  async editMessage(_, { input }, { viewer, changing }) {
    const member = requireMember(viewer);
    const { messageId, text } = input;
    const { message, refusal } = await editMessage(changing, member.id, messageId, text);
    return { message, userErrors: refusal === null ? [] : [editError(refusal)] };
  },

  async deleteMessage(_, { input }, { viewer, changing }) {
    const member = requireMember(viewer);
    const { message, refusal } = await deleteMessage(changing, member.id, input.messageId);
    return { message, userErrors: refusal === null ? [] : [deleteError(refusal)] };
  },

  async reactToMessage(_, { input }, { viewer, changing }) {
    const member = requireMember(viewer);
    const reaction = { ...input, isGiven: input.isGiven ?? true };
    const { message, refusal } = await reactToMessage(changing, member.id, reaction);
    return { message, userErrors: refusal === null ? [] : [reactError(refusal)] };
  },

  async markRead(_, { input }, { viewer, reading }) {
    const member = requireMember(viewer);
    const { conversationId, seq } = input;
    const { conversation, refusal } = await markRead(reading, member.id, conversationId, seq);
    return { conversation, userErrors: refusal === null ? [] : [markError(refusal)] };
  },

  async markDelivered(_, { input }, { viewer, reading }) {
    const member = requireMember(viewer);
    const { conversationId, seq } = input;
    const { conversation, refusal } = await markDelivered(reading, member.id, conversationId, seq);
    return { conversation, userErrors: refusal === null ? [] : [markError(refusal)] };
  },

  async muteConversation(_, { input }, { viewer, keepingAside }) {
    const member = requireMember(viewer);
    const change = { shelf: 'mutedBy', isOn: input.isMuted ?? true } as const;
    const conversation = await keepAside(keepingAside, member.id, input.conversationId, change);
    return { conversation, userErrors: conversation === null ? [noConversationError()] : [] };
  },

  async archiveConversation(_, { input }, { viewer, keepingAside }) {
    const member = requireMember(viewer);
    const change = { shelf: 'archivedBy', isOn: input.isArchived ?? true } as const;
    const conversation = await keepAside(keepingAside, member.id, input.conversationId, change);
    return { conversation, userErrors: conversation === null ? [noConversationError()] : [] };
  },

  async setTyping(_, { input }, { viewer, typing }) {
    const { id: userId } = requireMember(viewer);
    const signal = { ...input, userId, isTyping: input.isTyping ?? true };
    const refusal = await setTyping(typing, signal);
    return { isTold: refusal === null, userErrors: refusal === null ? [] : [typingError(refusal)] };
  },
};

function toGroupPayload<Refusal, UserError>(
  { conversation, refusal }: Changed<Refusal>,
  toError: (refusal: Refusal) => UserError,
) {
  return conversation === null
    ? { conversation, userErrors: [toError(refusal)] }
    : { conversation, userErrors: [] };
}
