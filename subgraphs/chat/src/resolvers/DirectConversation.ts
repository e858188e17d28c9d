import { peerOf } from '../conversation.ts';
import type { DirectConversationResolvers } from '../generated/resolvers.ts';
import { conversationFields } from './Conversation.ts';

export const DirectConversation: DirectConversationResolvers = {
  ...conversationFields,
  async __resolveReference({ id }, { conversationById }) {
    const conversation = await conversationById.load(id);
    return conversation?.kind === 'DIRECT' ? conversation : null;
  },
  peer(conversation, _, { viewer }) {
    const id = viewer.kind === 'member' ? peerOf(conversation, viewer.id) : null;
    return id === null ? null : { id };
  },
};
