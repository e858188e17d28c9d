import type { MatchResolvers } from '../generated/resolvers.ts';

export const Match: MatchResolvers = {
  async conversation({ user }, _, { conversationByPeer }) {
    const peerId = user?.id;
    if (peerId === undefined) return null;
    const conversation = await conversationByPeer.load(peerId);
    return conversation?.kind === 'DIRECT' ? conversation : null;
  },
};
