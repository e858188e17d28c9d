import type { InternalSessionResolvers } from '../generated/resolvers.ts';

export const InternalSession: InternalSessionResolvers = {
  noShowUserIds: ({ absentIds }) => [...absentIds],
};
