import type { PlanResolvers } from '../generated/resolvers.ts';

export const Plan: PlanResolvers = {
  __resolveReference: ({ code }, { planByCode }) => planByCode.load(code),
};
