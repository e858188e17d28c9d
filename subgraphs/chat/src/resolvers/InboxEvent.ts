import { requireMember } from '@skillswap/kit/viewer';
import { encodeInboxCursor } from '../follow.ts';
import type { InboxEventResolvers } from '../generated/resolvers.ts';

export const InboxEvent: InboxEventResolvers = {
  cursor: ({ cursor }, _, { viewer }) => encodeInboxCursor(requireMember(viewer).id, cursor),
  async conversation({ conversationId }, _, { conversationById }) {
    const conversation = await conversationById.load(conversationId);
    if (conversation === null) throw new Error('an inbox entry without its conversation');
    return conversation;
  },
};
