import type { ReliabilityResolvers } from '../generated/resolvers.ts';
import { reliabilityScore } from '../reliability.ts';

export const Reliability: ReliabilityResolvers = { score: reliabilityScore };
