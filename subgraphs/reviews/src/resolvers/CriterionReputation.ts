import type { CriterionReputationResolvers } from '../generated/resolvers.ts';

const names = {
  punctuality: 'PUNCTUALITY',
  pedagogy: 'PEDAGOGY',
  engagement: 'ENGAGEMENT',
  communication: 'COMMUNICATION',
} as const;

export const CriterionReputation: CriterionReputationResolvers = {
  criterion: ({ criterion }) => names[criterion],
};
