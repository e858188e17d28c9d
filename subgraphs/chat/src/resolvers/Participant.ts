import type { ParticipantResolvers } from '../generated/resolvers.ts';

export const Participant: ParticipantResolvers = {
  user: ({ userId }) => ({ id: userId }),
};
