import type { SessionConversationResolvers } from '../generated/resolvers.ts';
import { conversationFields } from './Conversation.ts';

export const SessionConversation: SessionConversationResolvers = {
  ...conversationFields,
  async __resolveReference({ id }, { conversationById }) {
    const conversation = await conversationById.load(id);
    return conversation?.kind === 'SESSION' ? conversation : null;
  },
  session: ({ sessionId }) => ({ id: sessionId }),
};
