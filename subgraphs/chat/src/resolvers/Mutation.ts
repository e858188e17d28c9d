import { requireMember } from '@skillswap/kit/viewer';
import type { OpenRefusal } from '../contact.ts';
import type { MarkReadRefusal } from '../conversation.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { markRead } from '../mark-read.ts';
import type { SendRefusal, SendRefusalCode } from '../message.ts';
import { openDirectConversation } from '../open-direct-conversation.ts';
import { sendMessage } from '../send-message.ts';

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
    const draft = { ...input, text: input.text ?? '', replyToId: input.replyToId ?? null };
    const { message, deduplicated, refusal } = await sendMessage(sending, member.id, draft);
    return { message, deduplicated, userErrors: refusal === null ? [] : [sendError(refusal)] };
  },

  async markRead(_, { input }, { viewer, reading }) {
    const member = requireMember(viewer);
    const { conversationId, seq } = input;
    const { conversation, refusal } = await markRead(reading, member.id, conversationId, seq);
    return { conversation, userErrors: refusal === null ? [] : [markReadError(refusal)] };
  },
};

const openMessages: Readonly<Record<OpenRefusal, string>> = {
  NOT_FOUND: 'There is nobody with this id whom you can write to.',
  YOURSELF: 'You cannot write to yourself.',
  NOT_ALLOWED: 'This person only talks with their mutual matches.',
  DAILY_LIMIT: 'You have begun talking with many new people today. Go on tomorrow.',
};

function openError(code: OpenRefusal) {
  return { code, message: openMessages[code], path: ['userId'] };
}

const sendMessages: Readonly<Record<SendRefusalCode, string>> = {
  NOT_FOUND: 'This is not in your conversations.',
  NOT_ALLOWED: 'This conversation is closed.',
  EMPTY: 'There is nothing to see in this.',
  TOO_LONG: 'This is too long.',
  INVALID_TEXT: 'This has characters that are no text.',
  IDEMPOTENCY_MISMATCH: 'You have sent another message under this id.',
  RATE_LIMITED: 'You send too many messages at once. Wait a moment.',
};

function sendError({ code, field }: SendRefusal) {
  return { code, message: sendMessages[code], path: field === null ? [] : [field] };
}

const markReadErrors: Readonly<Record<MarkReadRefusal, { message: string; path: string[] }>> = {
  NOT_FOUND: { message: 'You have no conversation with this id.', path: ['conversationId'] },
  OUT_OF_RANGE: { message: 'A seq is not negative.', path: ['seq'] },
};

function markReadError(code: MarkReadRefusal) {
  return { code, ...markReadErrors[code] };
}
