import type { MessageReactionResolvers } from '../generated/resolvers.ts';

export const MessageReaction: MessageReactionResolvers = {
  count: ({ userIds }) => userIds.length,
  people: ({ userIds }) => userIds.slice(0, 10).map((id) => ({ id })),
  isViewers: ({ userIds }, _, { viewer }) =>
    viewer.kind === 'member' && userIds.includes(viewer.id),
};
