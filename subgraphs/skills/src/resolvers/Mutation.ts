import type { MutationResolvers } from '../generated/resolvers.ts';
import { matchMutations } from './match-mutations.ts';
import { planMutations } from './plan-mutations.ts';
import { skillMutations } from './skill-mutations.ts';
import { tagMutations } from './tag-mutations.ts';

export const Mutation: MutationResolvers = {
  ...skillMutations,
  ...matchMutations,
  ...planMutations,
  ...tagMutations,
};
