import { DateTime, LanguageTag } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { AnnouncementConversation } from './AnnouncementConversation.ts';
import { Conversation } from './Conversation.ts';
import { DirectConversation } from './DirectConversation.ts';
import { GroupConversation } from './GroupConversation.ts';
import { InboxEvent } from './InboxEvent.ts';
import { Match } from './Match.ts';
import { MemberMark } from './MemberMark.ts';
import { MembershipChange } from './MembershipChange.ts';
import { Message } from './Message.ts';
import { MessageReaction } from './MessageReaction.ts';
import { Mutation } from './Mutation.ts';
import { Participant } from './Participant.ts';
import { Query } from './Query.ts';
import { Session } from './Session.ts';
import { SessionConversation } from './SessionConversation.ts';
import { Subscription } from './Subscription.ts';
import { TypingEvent } from './TypingEvent.ts';
import { User } from './User.ts';

export const resolvers: Resolvers = {
  DateTime,
  LanguageTag,
  Query,
  Mutation,
  Subscription,
  Conversation,
  DirectConversation,
  SessionConversation,
  GroupConversation,
  AnnouncementConversation,
  Participant,
  MembershipChange,
  MemberMark,
  Message,
  MessageReaction,
  InboxEvent,
  TypingEvent,
  User,
  Session,
  Match,
};
