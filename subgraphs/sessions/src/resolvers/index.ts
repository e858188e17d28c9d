import { DateTime, LocalDate, LocalTime, TimeZone } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { AvailabilityPlan } from './AvailabilityPlan.ts';
import { InternalSession } from './InternalSession.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Reliability } from './Reliability.ts';
import { RescheduleRequest } from './RescheduleRequest.ts';
import { Session } from './Session.ts';
import { SessionDispute } from './SessionDispute.ts';
import { Subscription } from './Subscription.ts';
import { User } from './User.ts';

export const resolvers = {
  DateTime,
  LocalDate,
  LocalTime,
  TimeZone,
  AvailabilityPlan,
  InternalSession,
  Mutation,
  Query,
  Reliability,
  RescheduleRequest,
  Session,
  SessionDispute,
  Subscription,
  User,
} satisfies Resolvers;
