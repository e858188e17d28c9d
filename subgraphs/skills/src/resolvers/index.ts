import { DateTime, LanguageTag } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { LearningPlan } from './LearningPlan.ts';
import { LearningStep } from './LearningStep.ts';
import { Match } from './Match.ts';
import { MatchReason } from './MatchReason.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Skill } from './Skill.ts';
import { SkillTag } from './SkillTag.ts';
import { User } from './User.ts';
import { UserError } from './UserError.ts';

export const resolvers = {
  DateTime,
  LanguageTag,
  LearningPlan,
  LearningStep,
  Match,
  MatchReason,
  Mutation,
  Query,
  Skill,
  SkillTag,
  User,
  UserError,
} satisfies Resolvers;
