import { requireMember } from '@skillswap/kit/viewer';
import { encodeInboxCursor, noConversation } from '../follow.ts';
import type { InboxEventResolvers } from '../generated/resolvers.ts';

export const InboxEvent: InboxEventResolvers = {
  cursor: ({ cursor }, _, { viewer }) => encodeInboxCursor(requireMember(viewer).id, cursor),
  async conversation({ conversationId }, _, { conversationById }) {
    const conversation = await conversationById.load(conversationId);
    // The member has left since this was read.
    if (conversation === null) throw noConversation();
    return conversation;
  },
};
