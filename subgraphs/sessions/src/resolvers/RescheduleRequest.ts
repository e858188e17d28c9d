import type { RescheduleRequestResolvers } from '../generated/resolvers.ts';

export const RescheduleRequest: RescheduleRequestResolvers = {
  requestedBy: ({ requestedById }) => ({ id: requestedById }),
};
