import { DateTime, LanguageTag, TimeZone } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { AuthSession } from './AuthSession.ts';
import { Mutation } from './Mutation.ts';
import { Partner } from './Partner.ts';
import { PartnerKey } from './PartnerKey.ts';
import { Query } from './Query.ts';
import { RegisteredOperation } from './RegisteredOperation.ts';
import { User } from './User.ts';

/** Every resolver of this subgraph, by type. */
export const resolvers = {
  DateTime,
  LanguageTag,
  TimeZone,
  Query,
  Mutation,
  User,
  AuthSession,
  Partner,
  PartnerKey,
  RegisteredOperation,
} satisfies Resolvers;
