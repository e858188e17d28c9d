import type { TimeCreditEntryResolvers } from '../generated/resolvers.ts';

export const TimeCreditEntry: TimeCreditEntryResolvers = {
  session: ({ sessionId }) => (sessionId === null ? null : { id: sessionId }),
};
