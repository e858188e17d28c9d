import { isSelf } from '@skillswap/kit/viewer';
import type { MessageResolvers } from '../generated/resolvers.ts';
import { groupReactions } from '../reaction.ts';

export const Message: MessageResolvers = {
  __resolveReference: ({ id }, { messageById }) => messageById.load(id),
  async conversation({ conversationId }, _, { conversationById }) {
    const conversation = await conversationById.load(conversationId);
    if (conversation === null) throw new Error('a message outside the viewer’s conversations');
    return conversation;
  },
  clientMessageId: ({ senderId, clientMessageId }, _, { viewer }) =>
    isSelf(viewer, senderId) ? clientMessageId : null,
  sender: ({ senderId }) => ({ id: senderId }),
  replyTo: ({ replyToId }, _, { messageById }) =>
    replyToId === null ? null : messageById.load(replyToId),
  reactions: ({ reactions }) => groupReactions(reactions),
};
