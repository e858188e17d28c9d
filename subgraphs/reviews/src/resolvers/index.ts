import { DateTime } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { CriterionReputation } from './CriterionReputation.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Review } from './Review.ts';
import { ReviewFeedback } from './ReviewFeedback.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';

export const resolvers: Resolvers = {
  DateTime,
  CriterionReputation,
  Mutation,
  Query,
  Review,
  ReviewFeedback,
  Session,
  User,
};
