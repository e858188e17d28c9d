import type { SessionResolvers } from '../generated/resolvers.ts';

export const Session: SessionResolvers = {
  async conversation({ id }, _, { conversationBySession }) {
    const conversation = await conversationBySession.load(id);
    return conversation?.kind === 'SESSION' ? conversation : null;
  },
};
