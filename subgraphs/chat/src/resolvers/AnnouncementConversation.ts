import type { AnnouncementConversationResolvers } from '../generated/resolvers.ts';
import { groupFields } from './GroupConversation.ts';

export const AnnouncementConversation: AnnouncementConversationResolvers = {
  ...groupFields,
  async __resolveReference({ id }, { conversationById }) {
    const conversation = await conversationById.load(id);
    return conversation?.kind === 'ANNOUNCEMENT' ? conversation : null;
  },
};
