import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Conversation as ConversationRecord, DirectConversation as DirectConversationRecord, SessionConversation as SessionConversationRecord, GroupConversation as GroupConversationRecord, Membership } from '../conversation.ts';
import type { Participant as ParticipantRecord } from '../participant-page.ts';
import type { MembershipChange as MembershipChangeRecord } from '../group.ts';
import type { ConversationEvent as ConversationEventRecord } from '../conversation-event.ts';
import type { Message as MessageRecord } from '../message.ts';
import type { ReactionGroup } from '../reaction.ts';
import type { TypingSignal } from '../typing-channel.ts';
import type { InboxEntry } from '../inbox-repository.ts';
import type { EntityReference } from '@skillswap/kit/references';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339 text, always answered in UTC with milliseconds: 2026-01-31T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** A language as a BCP 47 tag, such as fr or pt-BR. */
  LanguageTag: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Why nobody was brought in. */
export type AddConversationMembersError = UserError & {
  __typename?: 'AddConversationMembersError';
  /** The reason for programs. */
  code: AddConversationMembersErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which nobody is brought in. */
export type AddConversationMembersErrorCode =
  /** The viewer has begun talking with as many new people as one may in a day. */
  | 'DAILY_LIMIT'
  /**
   * The viewer does not administer the group, or a person only talks with those whom they have a mutual
   * match with.
   */
  | 'NOT_ALLOWED'
  /** The viewer takes part in no group with this id, or cannot reach one of the people. */
  | 'NOT_FOUND'
  /** The group would have more than 100 members. */
  | 'TOO_MANY_MEMBERS';

/** People to bring into a group. */
export type AddConversationMembersInput = {
  /** The group's id. */
  conversationId: Scalars['ID']['input'];
  /** Who joins, at most 99. */
  userIds: Array<Scalars['ID']['input']>;
};

/** The group with its new members, or why nobody was brought in. */
export type AddConversationMembersPayload = {
  __typename?: 'AddConversationMembersPayload';
  /** The group, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<AddConversationMembersError>;
};

/** A group in which only those write who administer it; everybody reads and reacts. */
export type AnnouncementConversation = Conversation & {
  __typename?: 'AnnouncementConversation';
  /**
   * The `seq` of the first message that mentions the viewer and that they have not read. Null when
   * there is none.
   */
  firstUnreadMentionSeq?: Maybe<Scalars['Int']['output']>;
  /**
   * The `seq` of the first message of others that the viewer has not read, to begin with as `fromSeq`.
   * Null when everything is read.
   */
  firstUnreadSeq?: Maybe<Scalars['Int']['output']>;
  /** The conversation's id. */
  id: Scalars['ID']['output'];
  /** True when the viewer has put the conversation away. The next message brings it back. */
  isArchived: Scalars['Boolean']['output'];
  /** True when the viewer does not want to be notified of what happens here. */
  isMuted: Scalars['Boolean']['output'];
  /** The `seq` of the latest event, 0 when nothing has happened yet. */
  lastSeq: Scalars['Int']['output'];
  /** How far each of `members` has received and read the conversation. */
  marks: Array<MemberMark>;
  /** How many people take part. */
  memberCount: Scalars['Int']['output'];
  /**
   * The ten who have been here longest, the viewer in place of the last unless they are among them.
   * All are in `participants`.
   */
  members: Array<Maybe<User>>;
  /**
   * The messages since the viewer has joined, oldest first. `first` with `after` pages forward, `last` with `before` pages back
   * from the newest. A deleted message stays in its place without its text.
   */
  messages: MessageConnection;
  /** Everybody who takes part, with what they may do and how far they have come. */
  participants: ParticipantConnection;
  /** What the group is called. */
  title: Scalars['String']['output'];
  /** How many messages the others have sent since the point to which the viewer has read. */
  unreadCount: Scalars['Int']['output'];
  /** What the viewer may do here. */
  viewerRole: ConversationRole;
};


/** A group in which only those write who administer it; everybody reads and reacts. */
export type AnnouncementConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A group in which only those write who administer it; everybody reads and reacts. */
export type AnnouncementConversationParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Why a conversation was not put away. */
export type ArchiveConversationError = UserError & {
  __typename?: 'ArchiveConversationError';
  /** The reason for programs. */
  code: ArchiveConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a conversation is not put away. */
export type ArchiveConversationErrorCode =
  /** The viewer has no such conversation. */
  | 'NOT_FOUND';

/** A conversation to put away. */
export type ArchiveConversationInput = {
  /** The conversation's id. */
  conversationId: Scalars['ID']['input'];
  /** True to put it away, false to take it back. */
  isArchived?: Scalars['Boolean']['input'];
};

/** The conversation as it is now, or why nothing was changed. */
export type ArchiveConversationPayload = {
  __typename?: 'ArchiveConversationPayload';
  /** The conversation, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ArchiveConversationError>;
};

/** A place where people write to each other. Only its members see it. */
export type Conversation = {
  /**
   * The `seq` of the first message that mentions the viewer and that they have not read. Null when
   * there is none.
   */
  firstUnreadMentionSeq?: Maybe<Scalars['Int']['output']>;
  /**
   * The `seq` of the first message of others that the viewer has not read, to begin with as `fromSeq`.
   * Null when everything is read.
   */
  firstUnreadSeq?: Maybe<Scalars['Int']['output']>;
  /** The conversation's id. */
  id: Scalars['ID']['output'];
  /** True when the viewer has put the conversation away. The next message brings it back. */
  isArchived: Scalars['Boolean']['output'];
  /** True when the viewer does not want to be notified of what happens here. */
  isMuted: Scalars['Boolean']['output'];
  /** The `seq` of the latest event, 0 when nothing has happened yet. */
  lastSeq: Scalars['Int']['output'];
  /**
   * How far each of `members` has received and read the conversation. In conversations of two
   * `inboxEvents` tells when one moves.
   */
  marks: Array<MemberMark>;
  /** Who takes part, the viewer included; of a group those ten who have been there longest. */
  members: Array<Maybe<User>>;
  /**
   * The messages, oldest first. `first` with `after` pages forward, `last` with `before` pages back
   * from the newest. A deleted message stays in its place without its text.
   */
  messages: MessageConnection;
  /** How many messages others have sent since the point to which the viewer has read. */
  unreadCount: Scalars['Int']['output'];
};


/** A place where people write to each other. Only its members see it. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of conversations. */
export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  /** The conversations of this page. */
  edges: Array<ConversationEdge>;
  /** Where this page stands within the list. */
  pageInfo: PageInfo;
};

/** A conversation and its place in the list. */
export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  /** The place, to continue from. */
  cursor: Scalars['String']['output'];
  /** The conversation. */
  node: Conversation;
};

/** Something that happened in a conversation. */
export type ConversationEvent = {
  __typename?: 'ConversationEvent';
  /** What the event is about. */
  kind: ConversationEventKind;
  /** What has changed about a member. Null for events of another kind. */
  membershipChange?: Maybe<MembershipChange>;
  /**
   * The message that it is about, as it is now. Null when it is not about a message or the message is
   * no longer kept.
   */
  message?: Maybe<Message>;
  /** The event's number: one more than that of the event before it. */
  seq: Scalars['Int']['output'];
};

/** What an event of a conversation is about. */
export type ConversationEventKind =
  /**
   * The events up to this `seq` are no longer kept one by one, or were before the viewer joined; read
   * the messages instead and go on from here.
   */
  | 'GAP'
  /** Somebody has joined, left or been given another role. */
  | 'MEMBERSHIP_CHANGED'
  /** A message was deleted. */
  | 'MESSAGE_DELETED'
  /** A message has got another text. */
  | 'MESSAGE_EDITED'
  /** A message was sent; its `seq` is the event's. */
  | 'MESSAGE_SENT'
  /** The reactions to a message have changed. */
  | 'REACTION_CHANGED'
  /** The group is called something else. */
  | 'TITLE_CHANGED';

/** What somebody may do in a group. */
export type ConversationRole =
  /** To add and remove members, to rename the group, and to write announcements. */
  | 'ADMIN'
  /** To take part. */
  | 'MEMBER'
  /**
   * Everything; there is one at a time. Without them the place falls to whoever has administered
   * longest, or been there longest.
   */
  | 'OWNER';

/** Why a group was not opened. */
export type CreateGroupConversationError = UserError & {
  __typename?: 'CreateGroupConversationError';
  /** The reason for programs. */
  code: CreateGroupConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a group is not opened. */
export type CreateGroupConversationErrorCode =
  /** The viewer has begun talking with as many new people as one may in a day. */
  | 'DAILY_LIMIT'
  /** There is nothing to see in a text. */
  | 'EMPTY'
  /** The viewer has opened another group under this key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A text has characters that are no text. */
  | 'INVALID_TEXT'
  /** The person only talks with those whom they have a mutual match with. */
  | 'NOT_ALLOWED'
  /** Among them is somebody whom the viewer cannot reach. */
  | 'NOT_FOUND'
  /** A text is longer than it may be. */
  | 'TOO_LONG'
  /** The group would have more than 100 members. */
  | 'TOO_MANY_MEMBERS';

/** A group to open. */
export type CreateGroupConversationInput = {
  /** A key that the client makes up for this group and keeps when it asks again; 1 to 128 characters. */
  idempotencyKey: Scalars['ID']['input'];
  /** True for a group in which only those write who administer it. */
  isAnnouncement?: Scalars['Boolean']['input'];
  /** Who takes part beside the viewer, at most 99. */
  memberIds: Array<Scalars['ID']['input']>;
  /** What it is called, 1 to 100 characters. */
  title: Scalars['String']['input'];
};

/** The group, or why there is none. */
export type CreateGroupConversationPayload = {
  __typename?: 'CreateGroupConversationPayload';
  /** The group, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CreateGroupConversationError>;
};

/** Why a message was not deleted. */
export type DeleteMessageError = UserError & {
  __typename?: 'DeleteMessageError';
  /** The reason for programs. */
  code: DeleteMessageErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a message is not deleted. */
export type DeleteMessageErrorCode =
  /** There is no message with this id in the viewer's conversations. */
  | 'NOT_FOUND'
  /** Somebody else has sent the message. */
  | 'NOT_YOURS';

/** A message to delete. */
export type DeleteMessageInput = {
  /** The message's id. */
  messageId: Scalars['ID']['input'];
};

/** The message as it is now, or why nothing was changed. */
export type DeleteMessagePayload = {
  __typename?: 'DeleteMessagePayload';
  /** The message, null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<DeleteMessageError>;
};

/** The conversation of two people. Every pair of people has at most one. */
export type DirectConversation = Conversation & {
  __typename?: 'DirectConversation';
  /**
   * The `seq` of the first message that mentions the viewer and that they have not read. Null when
   * there is none.
   */
  firstUnreadMentionSeq?: Maybe<Scalars['Int']['output']>;
  /**
   * The `seq` of the first message of others that the viewer has not read, to begin with as `fromSeq`.
   * Null when everything is read.
   */
  firstUnreadSeq?: Maybe<Scalars['Int']['output']>;
  /** The conversation's id. */
  id: Scalars['ID']['output'];
  /** True when the viewer has put the conversation away. The next message brings it back. */
  isArchived: Scalars['Boolean']['output'];
  /** True when the viewer does not want to be notified of what happens here. */
  isMuted: Scalars['Boolean']['output'];
  /** The `seq` of the latest event, 0 when nothing has happened yet. */
  lastSeq: Scalars['Int']['output'];
  /**
   * How far each member has received and read the conversation. A mark that moves is told by
   * `inboxEvents`.
   */
  marks: Array<MemberMark>;
  /** The two people, the viewer included. */
  members: Array<Maybe<User>>;
  /**
   * The messages, oldest first. `first` with `after` pages forward, `last` with `before` pages back
   * from the newest. A deleted message stays in its place without its text.
   */
  messages: MessageConnection;
  /** The person whom the viewer writes to. */
  peer?: Maybe<User>;
  /** How many messages the other person has sent since the point to which the viewer has read. */
  unreadCount: Scalars['Int']['output'];
};


/** The conversation of two people. Every pair of people has at most one. */
export type DirectConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Why a message was not edited. */
export type EditMessageError = UserError & {
  __typename?: 'EditMessageError';
  /** The reason for programs. */
  code: EditMessageErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a message keeps its text. */
export type EditMessageErrorCode =
  /** The message is deleted. */
  | 'DELETED'
  /** There is nothing to see in the text. */
  | 'EMPTY'
  /** The text has characters that are no text. */
  | 'INVALID_TEXT'
  /** The conversation is closed for now. What was written stays readable. */
  | 'NOT_ALLOWED'
  /** There is no message with this id in the viewer's conversations. */
  | 'NOT_FOUND'
  /** Somebody else has sent the message. */
  | 'NOT_YOURS'
  /** The viewer does this too often; a moment later it works again. */
  | 'RATE_LIMITED'
  /** The text is longer than it may be. */
  | 'TOO_LONG';

/** Another text for a message. */
export type EditMessageInput = {
  /** The message's id. */
  messageId: Scalars['ID']['input'];
  /** The new text, 1 to 4,000 characters. White space around it is removed. */
  text: Scalars['String']['input'];
};

/** The message as it is now, or why nothing was changed. */
export type EditMessagePayload = {
  __typename?: 'EditMessagePayload';
  /** The message, null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<EditMessageError>;
};

/**
 * A conversation of up to 100 people. Whoever joins sees what happens from then on, and nobody learns
 * of a block here: the messages of somebody with whom there is one look like deleted ones of nobody.
 */
export type GroupConversation = Conversation & {
  __typename?: 'GroupConversation';
  /**
   * The `seq` of the first message that mentions the viewer and that they have not read. Null when
   * there is none.
   */
  firstUnreadMentionSeq?: Maybe<Scalars['Int']['output']>;
  /**
   * The `seq` of the first message of others that the viewer has not read, to begin with as `fromSeq`.
   * Null when everything is read.
   */
  firstUnreadSeq?: Maybe<Scalars['Int']['output']>;
  /** The conversation's id. */
  id: Scalars['ID']['output'];
  /** True when the viewer has put the conversation away. The next message brings it back. */
  isArchived: Scalars['Boolean']['output'];
  /** True when the viewer does not want to be notified of what happens here. */
  isMuted: Scalars['Boolean']['output'];
  /** The `seq` of the latest event, 0 when nothing has happened yet. */
  lastSeq: Scalars['Int']['output'];
  /** How far each of `members` has received and read the conversation. */
  marks: Array<MemberMark>;
  /** How many people take part. */
  memberCount: Scalars['Int']['output'];
  /**
   * The ten who have been here longest, the viewer in place of the last unless they are among them.
   * All are in `participants`.
   */
  members: Array<Maybe<User>>;
  /**
   * The messages since the viewer has joined, oldest first. `first` with `after` pages forward, `last` with `before` pages back
   * from the newest. A deleted message stays in its place without its text.
   */
  messages: MessageConnection;
  /** Everybody who takes part, with what they may do and how far they have come. */
  participants: ParticipantConnection;
  /** What the group is called. */
  title: Scalars['String']['output'];
  /** How many messages the others have sent since the point to which the viewer has read. */
  unreadCount: Scalars['Int']['output'];
  /** What the viewer may do here. */
  viewerRole: ConversationRole;
};


/**
 * A conversation of up to 100 people. Whoever joins sees what happens from then on, and nobody learns
 * of a block here: the messages of somebody with whom there is one look like deleted ones of nobody.
 */
export type GroupConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A conversation of up to 100 people. Whoever joins sees what happens from then on, and nobody learns
 * of a block here: the messages of somebody with whom there is one look like deleted ones of nobody.
 */
export type GroupConversationParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A change of one of the viewer's conversations. */
export type InboxEvent = {
  __typename?: 'InboxEvent';
  /** The conversation as it is now. */
  conversation: Conversation;
  /** The change's place among the viewer's changes, to go on from. */
  cursor: Scalars['String']['output'];
};

/** Why a group was not left. */
export type LeaveConversationError = UserError & {
  __typename?: 'LeaveConversationError';
  /** The reason for programs. */
  code: LeaveConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a group is not left. */
export type LeaveConversationErrorCode =
  /** The viewer takes part in no group with this id. */
  | 'NOT_FOUND';

/** A group to leave. */
export type LeaveConversationInput = {
  /** The group's id. */
  conversationId: Scalars['ID']['input'];
};

/** The group that was left, or why it was not. */
export type LeaveConversationPayload = {
  __typename?: 'LeaveConversationPayload';
  /** The group's id, null when it was refused. */
  leftConversationId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<LeaveConversationError>;
};

/** Why a delivery mark was not recorded. */
export type MarkDeliveredError = UserError & {
  __typename?: 'MarkDeliveredError';
  /** The reason for programs. */
  code: MarkDeliveredErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a delivery mark is not recorded. */
export type MarkDeliveredErrorCode =
  /** The viewer has no such conversation. */
  | 'NOT_FOUND'
  /** The seq is negative. */
  | 'OUT_OF_RANGE';

/** How far a conversation has arrived. */
export type MarkDeliveredInput = {
  /** The conversation's id. */
  conversationId: Scalars['ID']['input'];
  /** The `seq` up to which it has arrived. One beyond the latest event means everything so far. */
  seq: Scalars['Int']['input'];
};

/** The conversation as it is now, or why nothing was changed. */
export type MarkDeliveredPayload = {
  __typename?: 'MarkDeliveredPayload';
  /** The conversation, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarkDeliveredError>;
};

/** Why a read mark was not recorded. */
export type MarkReadError = UserError & {
  __typename?: 'MarkReadError';
  /** The reason for programs. */
  code: MarkReadErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a read mark is not recorded. */
export type MarkReadErrorCode =
  /** The viewer has no such conversation. */
  | 'NOT_FOUND'
  /** The seq is negative. */
  | 'OUT_OF_RANGE';

/** How far a conversation is read. */
export type MarkReadInput = {
  /** The conversation's id. */
  conversationId: Scalars['ID']['input'];
  /** The `seq` up to which it is read. One beyond the latest event means everything so far. */
  seq: Scalars['Int']['input'];
};

/** The conversation with its new unread count, or why nothing was recorded. */
export type MarkReadPayload = {
  __typename?: 'MarkReadPayload';
  /** The conversation, null when the mark was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarkReadError>;
};

export type Match = {
  __typename?: 'Match';
  /** The viewer's conversation with the matched person, null while they have none. */
  conversation?: Maybe<DirectConversation>;
  id: Scalars['ID']['output'];
  user?: Maybe<User>;
};

/** How far a member has come in a conversation. */
export type MemberMark = {
  __typename?: 'MemberMark';
  /** The `seq` up to which everything has reached one of the member's devices. */
  deliveredSeq: Scalars['Int']['output'];
  /** The `seq` up to which the member has read. */
  readSeq: Scalars['Int']['output'];
  /** The member. */
  user?: Maybe<User>;
};

/** Somebody has come to a group, gone from it, or may do something else there than before. */
export type MembershipChange = {
  __typename?: 'MembershipChange';
  /** Who did it; the person themselves when they left. */
  actor?: Maybe<User>;
  /** What has happened. */
  kind: MembershipChangeKind;
  /** What the person may do from then on. Null for somebody who has gone. */
  role?: Maybe<ConversationRole>;
  /** To whom. */
  user?: Maybe<User>;
};

/** What can happen to a membership. */
export type MembershipChangeKind =
  /** Somebody was brought in. */
  | 'JOINED'
  /** Somebody has left by themselves. */
  | 'LEFT'
  /** Somebody was sent away. */
  | 'REMOVED'
  /** Somebody was given another role. */
  | 'ROLE_CHANGED';

/** Something a member wrote in a conversation, or a notice of a change. Only the conversation's members see it. */
export type Message = {
  __typename?: 'Message';
  /** The id under which the sender's client sent it. Null for everyone but the sender. */
  clientMessageId?: Maybe<Scalars['ID']['output']>;
  /** The conversation in which it was sent. */
  conversation: Conversation;
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was deleted, null when it is not. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its text was last changed, null when it never was. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The message's id. */
  id: Scalars['ID']['output'];
  /**
   * The language that the sender prefers, as a hint for translation, or the language of a notice's
   * words. Null when it is not known.
   */
  language?: Maybe<Scalars['LanguageTag']['output']>;
  /** The members to whose attention its sender has brought it. */
  mentions: Array<Maybe<User>>;
  /** True when the viewer is one of them. */
  mentionsViewer: Scalars['Boolean']['output'];
  /**
   * What a message announces that nobody wrote, in the conversation of a session. Null for what people
   * write. Notices count as unread for nobody.
   */
  notice?: Maybe<NoticeKind>;
  /** The emojis that members have given it, the one that came first first. */
  reactions: Array<MessageReaction>;
  /** The message that this one answers, null when it answers none. */
  replyTo?: Maybe<Message>;
  /** Who sent it. Null for a notice. */
  sender?: Maybe<User>;
  /**
   * Its place in the conversation. Events of other kinds take numbers too, so the numbers of messages
   * ascend without being consecutive.
   */
  seq: Scalars['Int']['output'];
  /**
   * What was written; a notice is in the words of the viewer's language, French or English. Null once
   * the message is deleted.
   */
  text?: Maybe<Scalars['String']['output']>;
  /**
   * Its text in another language. Null when it is in that language already, is deleted, or cannot be
   * translated. The text itself stays as it was written.
   */
  translation?: Maybe<MessageTranslation>;
};


/** Something a member wrote in a conversation, or a notice of a change. Only the conversation's members see it. */
export type MessageTranslationArgs = {
  language: Scalars['LanguageTag']['input'];
};

/** A page of messages. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The messages of this page, oldest first. */
  edges: Array<MessageEdge>;
  /** Where this page stands within the conversation. */
  pageInfo: PageInfo;
};

/** A message and its place in the conversation. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** The place, to continue from. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Message;
};

/** An emoji that members have given a message. */
export type MessageReaction = {
  __typename?: 'MessageReaction';
  /** How many members have given it. */
  count: Scalars['Int']['output'];
  /** The emoji. */
  emoji: Scalars['String']['output'];
  /** True when the viewer is one of them. */
  isViewers: Scalars['Boolean']['output'];
  /** Who has given it, the first ten, the first first. */
  people: Array<Maybe<User>>;
};

/** A message's text in another language. */
export type MessageTranslation = {
  __typename?: 'MessageTranslation';
  /** The language. */
  language: Scalars['LanguageTag']['output'];
  /** The text in it. */
  text: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Brings people into a group that the viewer administers, by the rules of first contact. Those who
   * take part already stay as they are.
   */
  addConversationMembers: AddConversationMembersPayload;
  /** Puts a conversation away for the viewer, or takes it back. Other members notice nothing. */
  archiveConversation: ArchiveConversationPayload;
  /**
   * Opens a group with the viewer as its owner. Doing so again under the same `idempotencyKey` opens
   * nothing new and answers the group that was opened the first time.
   */
  createGroupConversation: CreateGroupConversationPayload;
  /**
   * Deletes a message of the viewer. It stays in its place without text and reactions; those who
   * follow the conversation get a `MESSAGE_DELETED` event. Deleting again changes nothing.
   */
  deleteMessage: DeleteMessagePayload;
  /**
   * Gives a message of the viewer another text. It keeps its place and its `seq`; those who follow the
   * conversation get a `MESSAGE_EDITED` event.
   */
  editMessage: EditMessagePayload;
  /** Leaves a group. The viewer sees nothing of it from then on. */
  leaveConversation: LeaveConversationPayload;
  /** Records how far a conversation has reached one of the viewer's devices. A mark never moves back. */
  markDelivered: MarkDeliveredPayload;
  /** Records how far the viewer has read a conversation. A mark never moves back. */
  markRead: MarkReadPayload;
  /** Ends or resumes the viewer's notifications of a conversation. Other members notice nothing. */
  muteConversation: MuteConversationPayload;
  /**
   * Opens the one conversation that the viewer and another person share, or answers the one they
   * already have.
   */
  openDirectConversation: OpenDirectConversationPayload;
  /**
   * Gives a message an emoji of the viewer, or takes it back. Doing so again changes nothing; those
   * who follow the conversation get a `REACTION_CHANGED` event.
   */
  reactToMessage: ReactToMessagePayload;
  /** Sends somebody away from a group: an administrator a member, the owner anybody else. */
  removeConversationMember: RemoveConversationMemberPayload;
  /** Gives a group that the viewer administers another title. */
  renameConversation: RenameConversationPayload;
  /**
   * Sends a message. Sending again with the same `clientMessageId` sends nothing new and answers the
   * message that was sent the first time, so a client may repeat until it has an answer.
   */
  sendMessage: SendMessagePayload;
  /**
   * Gives a member of a group another role. Only its owner does; making somebody else the owner makes
   * the viewer an administrator.
   */
  setConversationRole: SetConversationRolePayload;
  /**
   * Tells the other members who follow `typing` now that the viewer is writing, or has stopped. A
   * client says so again every few seconds while it goes on.
   */
  setTyping: SetTypingPayload;
};


export type MutationAddConversationMembersArgs = {
  input: AddConversationMembersInput;
};


export type MutationArchiveConversationArgs = {
  input: ArchiveConversationInput;
};


export type MutationCreateGroupConversationArgs = {
  input: CreateGroupConversationInput;
};


export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationLeaveConversationArgs = {
  input: LeaveConversationInput;
};


export type MutationMarkDeliveredArgs = {
  input: MarkDeliveredInput;
};


export type MutationMarkReadArgs = {
  input: MarkReadInput;
};


export type MutationMuteConversationArgs = {
  input: MuteConversationInput;
};


export type MutationOpenDirectConversationArgs = {
  input: OpenDirectConversationInput;
};


export type MutationReactToMessageArgs = {
  input: ReactToMessageInput;
};


export type MutationRemoveConversationMemberArgs = {
  input: RemoveConversationMemberInput;
};


export type MutationRenameConversationArgs = {
  input: RenameConversationInput;
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationSetConversationRoleArgs = {
  input: SetConversationRoleInput;
};


export type MutationSetTypingArgs = {
  input: SetTypingInput;
};

/** Why a conversation was not muted. */
export type MuteConversationError = UserError & {
  __typename?: 'MuteConversationError';
  /** The reason for programs. */
  code: MuteConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a conversation is not muted. */
export type MuteConversationErrorCode =
  /** The viewer has no such conversation. */
  | 'NOT_FOUND';

/** A conversation to mute. */
export type MuteConversationInput = {
  /** The conversation's id. */
  conversationId: Scalars['ID']['input'];
  /** True to end notifications, false to resume them. */
  isMuted?: Scalars['Boolean']['input'];
};

/** The conversation as it is now, or why nothing was changed. */
export type MuteConversationPayload = {
  __typename?: 'MuteConversationPayload';
  /** The conversation, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MuteConversationError>;
};

/** What a notice announces. */
export type NoticeKind =
  /** The session was cancelled. */
  | 'SESSION_CANCELLED'
  /** The session is confirmed. */
  | 'SESSION_CONFIRMED'
  /** The session was declined. */
  | 'SESSION_DECLINED'
  /** The session is over. */
  | 'SESSION_DONE'
  /** Nobody answered the session's proposal in time. */
  | 'SESSION_EXPIRED'
  /** Somebody did not come to the session. */
  | 'SESSION_NO_SHOW'
  /** The session has moved to another time. */
  | 'SESSION_RESCHEDULED';

/** Why a conversation was not opened. */
export type OpenDirectConversationError = UserError & {
  __typename?: 'OpenDirectConversationError';
  /** The reason for programs. */
  code: OpenDirectConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a conversation is not opened. */
export type OpenDirectConversationErrorCode =
  /** The viewer has begun talking with as many new people as one may in a day. */
  | 'DAILY_LIMIT'
  /** This person only talks with those whom they have a mutual match with. */
  | 'NOT_ALLOWED'
  /** There is nobody with this id whom the viewer can reach. */
  | 'NOT_FOUND'
  /** One does not write to oneself. */
  | 'YOURSELF';

/** With whom to talk. */
export type OpenDirectConversationInput = {
  /** The other person's id. */
  userId: Scalars['ID']['input'];
};

/** The conversation, or why there is none. */
export type OpenDirectConversationPayload = {
  __typename?: 'OpenDirectConversationPayload';
  /** The conversation of the two, null when it was refused. */
  conversation?: Maybe<DirectConversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OpenDirectConversationError>;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge, null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when there is something before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge, null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Somebody who takes part in a group. */
export type Participant = {
  __typename?: 'Participant';
  /** The `seq` up to which everything has reached one of their devices. */
  deliveredSeq: Scalars['Int']['output'];
  /** The `seq` up to which they have read. */
  readSeq: Scalars['Int']['output'];
  /** What they may do. */
  role: ConversationRole;
  /** The person. */
  user?: Maybe<User>;
};

/** A page of participants. */
export type ParticipantConnection = {
  __typename?: 'ParticipantConnection';
  /** The participants of this page. */
  edges: Array<ParticipantEdge>;
  /** Where this page stands within the list. */
  pageInfo: PageInfo;
};

/** A participant and their place in the list. */
export type ParticipantEdge = {
  __typename?: 'ParticipantEdge';
  /** The place, to continue from. */
  cursor: Scalars['String']['output'];
  /** The participant. */
  node: Participant;
};

export type Query = {
  __typename?: 'Query';
  /**
   * A conversation of the viewer. Null when there is none with this id or the viewer is not one of its
   * members.
   */
  conversation?: Maybe<Conversation>;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};

/** Why the reactions were not changed. */
export type ReactToMessageError = UserError & {
  __typename?: 'ReactToMessageError';
  /** The reason for programs. */
  code: ReactToMessageErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which the reactions stay as they are. */
export type ReactToMessageErrorCode =
  /** The message is deleted. */
  | 'DELETED'
  /** The conversation is closed for now. What was written stays readable. */
  | 'NOT_ALLOWED'
  /** The text is not exactly one emoji. */
  | 'NOT_AN_EMOJI'
  /** There is no message with this id in the viewer's conversations. */
  | 'NOT_FOUND'
  /** The viewer does this too often; a moment later it works again. */
  | 'RATE_LIMITED'
  /** The viewer has given this message ten emojis already. */
  | 'TOO_MANY';

/** An emoji for a message. */
export type ReactToMessageInput = {
  /** Exactly one emoji. */
  emoji: Scalars['String']['input'];
  /** True to give it, false to take it back. */
  isGiven?: Scalars['Boolean']['input'];
  /** The message's id. */
  messageId: Scalars['ID']['input'];
};

/** The message as it is now, or why nothing was changed. */
export type ReactToMessagePayload = {
  __typename?: 'ReactToMessagePayload';
  /** The message, null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ReactToMessageError>;
};

/** Why somebody stays in a group. */
export type RemoveConversationMemberError = UserError & {
  __typename?: 'RemoveConversationMemberError';
  /** The reason for programs. */
  code: RemoveConversationMemberErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which somebody stays in a group. */
export type RemoveConversationMemberErrorCode =
  /** The viewer does not administer the group, or the person is not one whom they may send away. */
  | 'NOT_ALLOWED'
  /** The viewer takes part in no group with this id, or it has no such member. */
  | 'NOT_FOUND';

/** Somebody to send away from a group. */
export type RemoveConversationMemberInput = {
  /** The group's id. */
  conversationId: Scalars['ID']['input'];
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** The group without the person, or why they stay. */
export type RemoveConversationMemberPayload = {
  __typename?: 'RemoveConversationMemberPayload';
  /** The group, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<RemoveConversationMemberError>;
};

/** Why a title was not given. */
export type RenameConversationError = UserError & {
  __typename?: 'RenameConversationError';
  /** The reason for programs. */
  code: RenameConversationErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a title is not given. */
export type RenameConversationErrorCode =
  /** There is nothing to see in the title. */
  | 'EMPTY'
  /** The title has characters that are no text. */
  | 'INVALID_TEXT'
  /** The viewer does not administer the group. */
  | 'NOT_ALLOWED'
  /** The viewer takes part in no group with this id. */
  | 'NOT_FOUND'
  /** The title is longer than it may be. */
  | 'TOO_LONG';

/** A title to give. */
export type RenameConversationInput = {
  /** The group's id. */
  conversationId: Scalars['ID']['input'];
  /** What the group is called from now on, 1 to 100 characters. */
  title: Scalars['String']['input'];
};

/** The group as it is now, or why nothing was changed. */
export type RenameConversationPayload = {
  __typename?: 'RenameConversationPayload';
  /** The group, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<RenameConversationError>;
};

/** Why a message was not sent. */
export type SendMessageError = UserError & {
  __typename?: 'SendMessageError';
  /** The reason for programs. */
  code: SendMessageErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a message is not sent. */
export type SendMessageErrorCode =
  /** There is nothing to see in the text. */
  | 'EMPTY'
  /** Another message was sent under this `clientMessageId`. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The text has characters that are no text. */
  | 'INVALID_TEXT'
  /**
   * The conversation is closed for now, or only those write who administer it. What was written stays
   * readable.
   */
  | 'NOT_ALLOWED'
  /**
   * The viewer has no such conversation, or the conversation has no such message to answer or no such
   * member to mention.
   */
  | 'NOT_FOUND'
  /** The viewer sends too many messages at once; a moment later it works again. */
  | 'RATE_LIMITED'
  /** The text is longer than it may be, or more people are mentioned. */
  | 'TOO_LONG';

/** A message to send. */
export type SendMessageInput = {
  /** An id that the client makes up for this message and keeps when it sends again; 1 to 128 characters. */
  clientMessageId: Scalars['ID']['input'];
  /** The conversation in which it is sent. */
  conversationId: Scalars['ID']['input'];
  /** Members to whose attention it is brought, at most 10. */
  mentionedUserIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The message of the same conversation that this one answers. */
  replyToId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * What is written, 1 to 4,000 characters. White space around it is removed. A message without text
   * is refused as `EMPTY`.
   */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The message that was sent, or why it was not. */
export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  /** True when the message had been sent before under this `clientMessageId`. */
  deduplicated: Scalars['Boolean']['output'];
  /** The message, null when it was refused. */
  message?: Maybe<Message>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SendMessageError>;
};

export type Session = {
  __typename?: 'Session';
  /** The conversation that belongs to the session. Null for everyone but its members. */
  conversation?: Maybe<SessionConversation>;
  id: Scalars['ID']['output'];
};

/**
 * The conversation that belongs to a session, between its teacher and its learner. It opens when the
 * session is proposed.
 */
export type SessionConversation = Conversation & {
  __typename?: 'SessionConversation';
  /**
   * The `seq` of the first message that mentions the viewer and that they have not read. Null when
   * there is none.
   */
  firstUnreadMentionSeq?: Maybe<Scalars['Int']['output']>;
  /**
   * The `seq` of the first message of others that the viewer has not read, to begin with as `fromSeq`.
   * Null when everything is read.
   */
  firstUnreadSeq?: Maybe<Scalars['Int']['output']>;
  /** The conversation's id. */
  id: Scalars['ID']['output'];
  /** True when the viewer has put the conversation away. The next message brings it back. */
  isArchived: Scalars['Boolean']['output'];
  /** True when the viewer does not want to be notified of what happens here. */
  isMuted: Scalars['Boolean']['output'];
  /** The `seq` of the latest event, 0 when nothing has happened yet. */
  lastSeq: Scalars['Int']['output'];
  /**
   * How far each member has received and read the conversation. A mark that moves is told by
   * `inboxEvents`.
   */
  marks: Array<MemberMark>;
  /** The session's teacher and learner, the viewer included. */
  members: Array<Maybe<User>>;
  /**
   * The messages, oldest first. `first` with `after` pages forward, `last` with `before` pages back
   * from the newest. A deleted message stays in its place without its text.
   */
  messages: MessageConnection;
  /** The session that is talked about. */
  session?: Maybe<Session>;
  /** How many messages the others have sent since the point to which the viewer has read. */
  unreadCount: Scalars['Int']['output'];
};


/**
 * The conversation that belongs to a session, between its teacher and its learner. It opens when the
 * session is proposed.
 */
export type SessionConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Why a role was not given. */
export type SetConversationRoleError = UserError & {
  __typename?: 'SetConversationRoleError';
  /** The reason for programs. */
  code: SetConversationRoleErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a role is not given. */
export type SetConversationRoleErrorCode =
  /** The viewer is not the owner, or would give a role to themselves. */
  | 'NOT_ALLOWED'
  /** The viewer takes part in no group with this id, or it has no such member. */
  | 'NOT_FOUND';

/** A role to give. */
export type SetConversationRoleInput = {
  /** The group's id. */
  conversationId: Scalars['ID']['input'];
  /** What they may do from now on. */
  role: ConversationRole;
  /** The member's id. */
  userId: Scalars['ID']['input'];
};

/** The group as it is now, or why nothing was changed. */
export type SetConversationRolePayload = {
  __typename?: 'SetConversationRolePayload';
  /** The group, null when it was refused. */
  conversation?: Maybe<Conversation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SetConversationRoleError>;
};

/** Why a sign of typing was not passed on. */
export type SetTypingError = UserError & {
  __typename?: 'SetTypingError';
  /** The reason for programs. */
  code: SetTypingErrorCode;
  /** The reason in words for people. */
  message: Scalars['String']['output'];
  /** The input field that the reason is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a sign of typing is not passed on. */
export type SetTypingErrorCode =
  /** The conversation is closed for now. What was written stays readable. */
  | 'NOT_ALLOWED'
  /** The viewer has no such conversation. */
  | 'NOT_FOUND'
  /** The viewer says so too often. */
  | 'RATE_LIMITED';

/** A sign of typing to pass on. */
export type SetTypingInput = {
  /** The conversation's id. */
  conversationId: Scalars['ID']['input'];
  /** True while writing, false at the end of it. */
  isTyping?: Scalars['Boolean']['input'];
};

/** Whether the sign was passed on, or why it was not. */
export type SetTypingPayload = {
  __typename?: 'SetTypingPayload';
  /** True when it was passed on to whoever follows. */
  isTold: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SetTypingError>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What happens in one conversation of the viewer, in order and without holes: first everything after
   * `afterSeq`, then what happens from now on. Without `afterSeq` it begins with what happens next.
   */
  conversationEvents: ConversationEvent;
  /**
   * Changes of the viewer's conversations as a list shows them: a new conversation, a new message, a
   * moved read mark. Several changes of one conversation may arrive as one event, which shows its
   * latest state. Without `afterCursor` it begins with what happens next.
   */
  inboxEvents: InboxEvent;
  /**
   * The other members' signs of typing in one conversation of the viewer, from now on. They are kept
   * nowhere and one may be lost: a client takes a person who has not been told of for six seconds as
   * not typing.
   */
  typing: TypingEvent;
};


export type SubscriptionConversationEventsArgs = {
  afterSeq?: InputMaybe<Scalars['Int']['input']>;
  conversationId: Scalars['ID']['input'];
};


export type SubscriptionInboxEventsArgs = {
  afterCursor?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionTypingArgs = {
  conversationId: Scalars['ID']['input'];
};

/** A sign of typing. */
export type TypingEvent = {
  __typename?: 'TypingEvent';
  /** True when the person is writing, false when they have stopped. */
  isTyping: Scalars['Boolean']['output'];
  /** Who it is about. */
  user?: Maybe<User>;
};

export type User = {
  __typename?: 'User';
  /**
   * The person's conversations, the one with the latest activity first. Only the person themselves
   * reads them.
   */
  conversations?: Maybe<ConversationConnection>;
  id: Scalars['ID']['output'];
  /** How many unread messages all conversations have together. Only the person themselves reads it. */
  unreadTotal?: Maybe<Scalars['Int']['output']>;
};


export type UserConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  archived?: Scalars['Boolean']['input'];
  first: Scalars['Int']['input'];
};

/**
 * Why a mutation did not do what was asked, in a form that the person who asked can act on. Each
 * mutation has its own type with its own codes.
 */
export type UserError = {
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  AnnouncementConversation: AnnouncementConversation;
  Conversation: Conversation;
  DirectConversation: DirectConversation;
  GroupConversation: GroupConversation;
  Match: Match;
  Message: Message;
  Session: Session;
  SessionConversation: SessionConversation;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AnnouncementConversation:
    ( { __typename: 'AnnouncementConversation' }
    & GraphQLRecursivePick<FederationTypes['AnnouncementConversation'], {"id":true}> );
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  DirectConversation:
    ( { __typename: 'DirectConversation' }
    & GraphQLRecursivePick<FederationTypes['DirectConversation'], {"id":true}> );
  GroupConversation:
    ( { __typename: 'GroupConversation' }
    & GraphQLRecursivePick<FederationTypes['GroupConversation'], {"id":true}> );
  Match:
    ( { __typename: 'Match' }
    & GraphQLRecursivePick<FederationTypes['Match'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Match'], {"user":{"id":true}}> ) );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  SessionConversation:
    ( { __typename: 'SessionConversation' }
    & GraphQLRecursivePick<FederationTypes['SessionConversation'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Conversation:
    | ( GroupConversationRecord )
    | ( DirectConversationRecord )
    | ( GroupConversationRecord )
    | ( SessionConversationRecord )
  ;
  UserError:
    | ( AddConversationMembersError )
    | ( ArchiveConversationError )
    | ( CreateGroupConversationError )
    | ( DeleteMessageError )
    | ( EditMessageError )
    | ( LeaveConversationError )
    | ( MarkDeliveredError )
    | ( MarkReadError )
    | ( MuteConversationError )
    | ( OpenDirectConversationError )
    | ( ReactToMessageError )
    | ( RemoveConversationMemberError )
    | ( RenameConversationError )
    | ( SendMessageError )
    | ( SetConversationRoleError )
    | ( SetTypingError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddConversationMembersError: ResolverTypeWrapper<AddConversationMembersError>;
  AddConversationMembersErrorCode: AddConversationMembersErrorCode;
  AddConversationMembersInput: AddConversationMembersInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddConversationMembersPayload: ResolverTypeWrapper<Omit<AddConversationMembersPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  AnnouncementConversation: ResolverTypeWrapper<GroupConversationRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ArchiveConversationError: ResolverTypeWrapper<ArchiveConversationError>;
  ArchiveConversationErrorCode: ArchiveConversationErrorCode;
  ArchiveConversationInput: ArchiveConversationInput;
  ArchiveConversationPayload: ResolverTypeWrapper<Omit<ArchiveConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  Conversation: ResolverTypeWrapper<ConversationRecord>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges'> & { edges: Array<ResolversTypes['ConversationEdge']> }>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationEvent: ResolverTypeWrapper<ConversationEventRecord>;
  ConversationEventKind: ConversationEventKind;
  ConversationRole: ConversationRole;
  CreateGroupConversationError: ResolverTypeWrapper<CreateGroupConversationError>;
  CreateGroupConversationErrorCode: CreateGroupConversationErrorCode;
  CreateGroupConversationInput: CreateGroupConversationInput;
  CreateGroupConversationPayload: ResolverTypeWrapper<Omit<CreateGroupConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteMessageError: ResolverTypeWrapper<DeleteMessageError>;
  DeleteMessageErrorCode: DeleteMessageErrorCode;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: ResolverTypeWrapper<Omit<DeleteMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  DirectConversation: ResolverTypeWrapper<DirectConversationRecord>;
  EditMessageError: ResolverTypeWrapper<EditMessageError>;
  EditMessageErrorCode: EditMessageErrorCode;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: ResolverTypeWrapper<Omit<EditMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  GroupConversation: ResolverTypeWrapper<GroupConversationRecord>;
  InboxEvent: ResolverTypeWrapper<InboxEntry>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  LeaveConversationError: ResolverTypeWrapper<LeaveConversationError>;
  LeaveConversationErrorCode: LeaveConversationErrorCode;
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: ResolverTypeWrapper<LeaveConversationPayload>;
  MarkDeliveredError: ResolverTypeWrapper<MarkDeliveredError>;
  MarkDeliveredErrorCode: MarkDeliveredErrorCode;
  MarkDeliveredInput: MarkDeliveredInput;
  MarkDeliveredPayload: ResolverTypeWrapper<Omit<MarkDeliveredPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  MarkReadError: ResolverTypeWrapper<MarkReadError>;
  MarkReadErrorCode: MarkReadErrorCode;
  MarkReadInput: MarkReadInput;
  MarkReadPayload: ResolverTypeWrapper<Omit<MarkReadPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  Match: ResolverTypeWrapper<Omit<Match, 'conversation' | 'user'> & { conversation?: Maybe<ResolversTypes['DirectConversation']>, user?: Maybe<ResolversTypes['User']> }>;
  MemberMark: ResolverTypeWrapper<Membership>;
  MembershipChange: ResolverTypeWrapper<MembershipChangeRecord>;
  MembershipChangeKind: MembershipChangeKind;
  Message: ResolverTypeWrapper<MessageRecord>;
  MessageConnection: ResolverTypeWrapper<Omit<MessageConnection, 'edges'> & { edges: Array<ResolversTypes['MessageEdge']> }>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageReaction: ResolverTypeWrapper<ReactionGroup>;
  MessageTranslation: ResolverTypeWrapper<MessageTranslation>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MuteConversationError: ResolverTypeWrapper<MuteConversationError>;
  MuteConversationErrorCode: MuteConversationErrorCode;
  MuteConversationInput: MuteConversationInput;
  MuteConversationPayload: ResolverTypeWrapper<Omit<MuteConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  NoticeKind: NoticeKind;
  OpenDirectConversationError: ResolverTypeWrapper<OpenDirectConversationError>;
  OpenDirectConversationErrorCode: OpenDirectConversationErrorCode;
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: ResolverTypeWrapper<Omit<OpenDirectConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['DirectConversation']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Participant: ResolverTypeWrapper<ParticipantRecord>;
  ParticipantConnection: ResolverTypeWrapper<Omit<ParticipantConnection, 'edges'> & { edges: Array<ResolversTypes['ParticipantEdge']> }>;
  ParticipantEdge: ResolverTypeWrapper<Omit<ParticipantEdge, 'node'> & { node: ResolversTypes['Participant'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReactToMessageError: ResolverTypeWrapper<ReactToMessageError>;
  ReactToMessageErrorCode: ReactToMessageErrorCode;
  ReactToMessageInput: ReactToMessageInput;
  ReactToMessagePayload: ResolverTypeWrapper<Omit<ReactToMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  RemoveConversationMemberError: ResolverTypeWrapper<RemoveConversationMemberError>;
  RemoveConversationMemberErrorCode: RemoveConversationMemberErrorCode;
  RemoveConversationMemberInput: RemoveConversationMemberInput;
  RemoveConversationMemberPayload: ResolverTypeWrapper<Omit<RemoveConversationMemberPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  RenameConversationError: ResolverTypeWrapper<RenameConversationError>;
  RenameConversationErrorCode: RenameConversationErrorCode;
  RenameConversationInput: RenameConversationInput;
  RenameConversationPayload: ResolverTypeWrapper<Omit<RenameConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  SendMessageError: ResolverTypeWrapper<SendMessageError>;
  SendMessageErrorCode: SendMessageErrorCode;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  Session: ResolverTypeWrapper<EntityReference>;
  SessionConversation: ResolverTypeWrapper<SessionConversationRecord>;
  SetConversationRoleError: ResolverTypeWrapper<SetConversationRoleError>;
  SetConversationRoleErrorCode: SetConversationRoleErrorCode;
  SetConversationRoleInput: SetConversationRoleInput;
  SetConversationRolePayload: ResolverTypeWrapper<Omit<SetConversationRolePayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  SetTypingError: ResolverTypeWrapper<SetTypingError>;
  SetTypingErrorCode: SetTypingErrorCode;
  SetTypingInput: SetTypingInput;
  SetTypingPayload: ResolverTypeWrapper<SetTypingPayload>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TypingEvent: ResolverTypeWrapper<TypingSignal>;
  User: ResolverTypeWrapper<EntityReference>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddConversationMembersError: AddConversationMembersError;
  AddConversationMembersInput: AddConversationMembersInput;
  ID: Scalars['ID']['output'];
  AddConversationMembersPayload: Omit<AddConversationMembersPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  AnnouncementConversation: GroupConversationRecord;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ArchiveConversationError: ArchiveConversationError;
  ArchiveConversationInput: ArchiveConversationInput;
  ArchiveConversationPayload: Omit<ArchiveConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  Conversation: ConversationRecord;
  ConversationConnection: Omit<ConversationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConversationEdge']> };
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationEvent: ConversationEventRecord;
  CreateGroupConversationError: CreateGroupConversationError;
  CreateGroupConversationInput: CreateGroupConversationInput;
  CreateGroupConversationPayload: Omit<CreateGroupConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  DateTime: Scalars['DateTime']['output'];
  DeleteMessageError: DeleteMessageError;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: Omit<DeleteMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  DirectConversation: DirectConversationRecord;
  EditMessageError: EditMessageError;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: Omit<EditMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  GroupConversation: GroupConversationRecord;
  InboxEvent: InboxEntry;
  LanguageTag: Scalars['LanguageTag']['output'];
  LeaveConversationError: LeaveConversationError;
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: LeaveConversationPayload;
  MarkDeliveredError: MarkDeliveredError;
  MarkDeliveredInput: MarkDeliveredInput;
  MarkDeliveredPayload: Omit<MarkDeliveredPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  MarkReadError: MarkReadError;
  MarkReadInput: MarkReadInput;
  MarkReadPayload: Omit<MarkReadPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  Match: Omit<Match, 'conversation' | 'user'> & { conversation?: Maybe<ResolversParentTypes['DirectConversation']>, user?: Maybe<ResolversParentTypes['User']> } | FederationReferenceTypes['Match'];
  MemberMark: Membership;
  MembershipChange: MembershipChangeRecord;
  Message: MessageRecord;
  MessageConnection: Omit<MessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['MessageEdge']> };
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageReaction: ReactionGroup;
  MessageTranslation: MessageTranslation;
  Mutation: Record<PropertyKey, never>;
  MuteConversationError: MuteConversationError;
  MuteConversationInput: MuteConversationInput;
  MuteConversationPayload: Omit<MuteConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  OpenDirectConversationError: OpenDirectConversationError;
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: Omit<OpenDirectConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['DirectConversation']> };
  PageInfo: PageInfo;
  Participant: ParticipantRecord;
  ParticipantConnection: Omit<ParticipantConnection, 'edges'> & { edges: Array<ResolversParentTypes['ParticipantEdge']> };
  ParticipantEdge: Omit<ParticipantEdge, 'node'> & { node: ResolversParentTypes['Participant'] };
  Query: Record<PropertyKey, never>;
  ReactToMessageError: ReactToMessageError;
  ReactToMessageInput: ReactToMessageInput;
  ReactToMessagePayload: Omit<ReactToMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  RemoveConversationMemberError: RemoveConversationMemberError;
  RemoveConversationMemberInput: RemoveConversationMemberInput;
  RemoveConversationMemberPayload: Omit<RemoveConversationMemberPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  RenameConversationError: RenameConversationError;
  RenameConversationInput: RenameConversationInput;
  RenameConversationPayload: Omit<RenameConversationPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  SendMessageError: SendMessageError;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  Session: EntityReference;
  SessionConversation: SessionConversationRecord;
  SetConversationRoleError: SetConversationRoleError;
  SetConversationRoleInput: SetConversationRoleInput;
  SetConversationRolePayload: Omit<SetConversationRolePayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  SetTypingError: SetTypingError;
  SetTypingInput: SetTypingInput;
  SetTypingPayload: SetTypingPayload;
  Subscription: Record<PropertyKey, never>;
  TypingEvent: TypingSignal;
  User: EntityReference;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  String: Scalars['String']['output'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
  field: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddConversationMembersErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddConversationMembersError'] = ResolversParentTypes['AddConversationMembersError']> = {
  code?: Resolver<ResolversTypes['AddConversationMembersErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddConversationMembersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddConversationMembersPayload'] = ResolversParentTypes['AddConversationMembersPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['AddConversationMembersError']>, ParentType, ContextType>;
};

export type AnnouncementConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnouncementConversation'] = ResolversParentTypes['AnnouncementConversation'], FederationReferenceType extends FederationReferenceTypes['AnnouncementConversation'] = FederationReferenceTypes['AnnouncementConversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AnnouncementConversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  firstUnreadMentionSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstUnreadSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['MemberMark']>, ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<AnnouncementConversationMessagesArgs>>;
  participants?: Resolver<ResolversTypes['ParticipantConnection'], ParentType, ContextType, RequireFields<AnnouncementConversationParticipantsArgs, 'first'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerRole?: Resolver<ResolversTypes['ConversationRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchiveConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveConversationError'] = ResolversParentTypes['ArchiveConversationError']> = {
  code?: Resolver<ResolversTypes['ArchiveConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchiveConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveConversationPayload'] = ResolversParentTypes['ArchiveConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ArchiveConversationError']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveType: TypeResolveFn<'AnnouncementConversation' | 'DirectConversation' | 'GroupConversation' | 'SessionConversation', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEvent'] = ResolversParentTypes['ConversationEvent']> = {
  kind?: Resolver<ResolversTypes['ConversationEventKind'], ParentType, ContextType>;
  membershipChange?: Resolver<Maybe<ResolversTypes['MembershipChange']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateGroupConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateGroupConversationError'] = ResolversParentTypes['CreateGroupConversationError']> = {
  code?: Resolver<ResolversTypes['CreateGroupConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateGroupConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateGroupConversationPayload'] = ResolversParentTypes['CreateGroupConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CreateGroupConversationError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMessageError'] = ResolversParentTypes['DeleteMessageError']> = {
  code?: Resolver<ResolversTypes['DeleteMessageErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMessagePayload'] = ResolversParentTypes['DeleteMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['DeleteMessageError']>, ParentType, ContextType>;
};

export type DirectConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DirectConversation'] = ResolversParentTypes['DirectConversation'], FederationReferenceType extends FederationReferenceTypes['DirectConversation'] = FederationReferenceTypes['DirectConversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DirectConversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  firstUnreadMentionSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstUnreadSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['MemberMark']>, ParentType, ContextType>;
  members?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<DirectConversationMessagesArgs>>;
  peer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditMessageError'] = ResolversParentTypes['EditMessageError']> = {
  code?: Resolver<ResolversTypes['EditMessageErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditMessagePayload'] = ResolversParentTypes['EditMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EditMessageError']>, ParentType, ContextType>;
};

export type GroupConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupConversation'] = ResolversParentTypes['GroupConversation'], FederationReferenceType extends FederationReferenceTypes['GroupConversation'] = FederationReferenceTypes['GroupConversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GroupConversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  firstUnreadMentionSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstUnreadSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['MemberMark']>, ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<GroupConversationMessagesArgs>>;
  participants?: Resolver<ResolversTypes['ParticipantConnection'], ParentType, ContextType, RequireFields<GroupConversationParticipantsArgs, 'first'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerRole?: Resolver<ResolversTypes['ConversationRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LeaveConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaveConversationError'] = ResolversParentTypes['LeaveConversationError']> = {
  code?: Resolver<ResolversTypes['LeaveConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeaveConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaveConversationPayload'] = ResolversParentTypes['LeaveConversationPayload']> = {
  leftConversationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LeaveConversationError']>, ParentType, ContextType>;
};

export type MarkDeliveredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkDeliveredError'] = ResolversParentTypes['MarkDeliveredError']> = {
  code?: Resolver<ResolversTypes['MarkDeliveredErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkDeliveredPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkDeliveredPayload'] = ResolversParentTypes['MarkDeliveredPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarkDeliveredError']>, ParentType, ContextType>;
};

export type MarkReadErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkReadError'] = ResolversParentTypes['MarkReadError']> = {
  code?: Resolver<ResolversTypes['MarkReadErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkReadPayload'] = ResolversParentTypes['MarkReadPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarkReadError']>, ParentType, ContextType>;
};

export type MatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Match'] = ResolversParentTypes['Match'], FederationReferenceType extends FederationReferenceTypes['Match'] = FederationReferenceTypes['Match']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Match']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['DirectConversation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MemberMarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberMark'] = ResolversParentTypes['MemberMark']> = {
  deliveredSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type MembershipChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MembershipChange'] = ResolversParentTypes['MembershipChange']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MembershipChangeKind'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ConversationRole']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clientMessageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  mentions?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  mentionsViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['NoticeKind']>, ParentType, ContextType>;
  reactions?: Resolver<Array<ResolversTypes['MessageReaction']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sender?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  translation?: Resolver<Maybe<ResolversTypes['MessageTranslation']>, ParentType, ContextType, RequireFields<MessageTranslationArgs, 'language'>>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReaction'] = ResolversParentTypes['MessageReaction']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isViewers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  people?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
};

export type MessageTranslationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageTranslation'] = ResolversParentTypes['MessageTranslation']> = {
  language?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addConversationMembers: Resolver<ResolversTypes['AddConversationMembersPayload'], ParentType, ContextType, RequireFields<MutationAddConversationMembersArgs, 'input'>>;
  archiveConversation: Resolver<ResolversTypes['ArchiveConversationPayload'], ParentType, ContextType, RequireFields<MutationArchiveConversationArgs, 'input'>>;
  createGroupConversation: Resolver<ResolversTypes['CreateGroupConversationPayload'], ParentType, ContextType, RequireFields<MutationCreateGroupConversationArgs, 'input'>>;
  deleteMessage: Resolver<ResolversTypes['DeleteMessagePayload'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'input'>>;
  editMessage: Resolver<ResolversTypes['EditMessagePayload'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  leaveConversation: Resolver<ResolversTypes['LeaveConversationPayload'], ParentType, ContextType, RequireFields<MutationLeaveConversationArgs, 'input'>>;
  markDelivered: Resolver<ResolversTypes['MarkDeliveredPayload'], ParentType, ContextType, RequireFields<MutationMarkDeliveredArgs, 'input'>>;
  markRead: Resolver<ResolversTypes['MarkReadPayload'], ParentType, ContextType, RequireFields<MutationMarkReadArgs, 'input'>>;
  muteConversation: Resolver<ResolversTypes['MuteConversationPayload'], ParentType, ContextType, RequireFields<MutationMuteConversationArgs, 'input'>>;
  openDirectConversation: Resolver<ResolversTypes['OpenDirectConversationPayload'], ParentType, ContextType, RequireFields<MutationOpenDirectConversationArgs, 'input'>>;
  reactToMessage: Resolver<ResolversTypes['ReactToMessagePayload'], ParentType, ContextType, RequireFields<MutationReactToMessageArgs, 'input'>>;
  removeConversationMember: Resolver<ResolversTypes['RemoveConversationMemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveConversationMemberArgs, 'input'>>;
  renameConversation: Resolver<ResolversTypes['RenameConversationPayload'], ParentType, ContextType, RequireFields<MutationRenameConversationArgs, 'input'>>;
  sendMessage: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  setConversationRole: Resolver<ResolversTypes['SetConversationRolePayload'], ParentType, ContextType, RequireFields<MutationSetConversationRoleArgs, 'input'>>;
  setTyping: Resolver<ResolversTypes['SetTypingPayload'], ParentType, ContextType, RequireFields<MutationSetTypingArgs, 'input'>>;
};

export type MuteConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MuteConversationError'] = ResolversParentTypes['MuteConversationError']> = {
  code?: Resolver<ResolversTypes['MuteConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MuteConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MuteConversationPayload'] = ResolversParentTypes['MuteConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MuteConversationError']>, ParentType, ContextType>;
};

export type OpenDirectConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenDirectConversationError'] = ResolversParentTypes['OpenDirectConversationError']> = {
  code?: Resolver<ResolversTypes['OpenDirectConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenDirectConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenDirectConversationPayload'] = ResolversParentTypes['OpenDirectConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['DirectConversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OpenDirectConversationError']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  deliveredSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ConversationRole'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ParticipantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParticipantConnection'] = ResolversParentTypes['ParticipantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ParticipantEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ParticipantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParticipantEdge'] = ResolversParentTypes['ParticipantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Participant'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  conversation: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
};

export type ReactToMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactToMessageError'] = ResolversParentTypes['ReactToMessageError']> = {
  code?: Resolver<ResolversTypes['ReactToMessageErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactToMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactToMessagePayload'] = ResolversParentTypes['ReactToMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReactToMessageError']>, ParentType, ContextType>;
};

export type RemoveConversationMemberErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveConversationMemberError'] = ResolversParentTypes['RemoveConversationMemberError']> = {
  code?: Resolver<ResolversTypes['RemoveConversationMemberErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveConversationMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveConversationMemberPayload'] = ResolversParentTypes['RemoveConversationMemberPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RemoveConversationMemberError']>, ParentType, ContextType>;
};

export type RenameConversationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameConversationError'] = ResolversParentTypes['RenameConversationError']> = {
  code?: Resolver<ResolversTypes['RenameConversationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenameConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameConversationPayload'] = ResolversParentTypes['RenameConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RenameConversationError']>, ParentType, ContextType>;
};

export type SendMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessageError'] = ResolversParentTypes['SendMessageError']> = {
  code?: Resolver<ResolversTypes['SendMessageErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  deduplicated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SendMessageError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['SessionConversation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SessionConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionConversation'] = ResolversParentTypes['SessionConversation'], FederationReferenceType extends FederationReferenceTypes['SessionConversation'] = FederationReferenceTypes['SessionConversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SessionConversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  firstUnreadMentionSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstUnreadSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['MemberMark']>, ParentType, ContextType>;
  members?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<SessionConversationMessagesArgs>>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetConversationRoleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetConversationRoleError'] = ResolversParentTypes['SetConversationRoleError']> = {
  code?: Resolver<ResolversTypes['SetConversationRoleErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetConversationRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetConversationRolePayload'] = ResolversParentTypes['SetConversationRolePayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetConversationRoleError']>, ParentType, ContextType>;
};

export type SetTypingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTypingError'] = ResolversParentTypes['SetTypingError']> = {
  code?: Resolver<ResolversTypes['SetTypingErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetTypingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTypingPayload'] = ResolversParentTypes['SetTypingPayload']> = {
  isTold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetTypingError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationEvents: SubscriptionResolver<ResolversTypes['ConversationEvent'], "conversationEvents", ParentType, ContextType, RequireFields<SubscriptionConversationEventsArgs, 'conversationId'>>;
  inboxEvents: SubscriptionResolver<ResolversTypes['InboxEvent'], "inboxEvents", ParentType, ContextType, Partial<SubscriptionInboxEventsArgs>>;
  typing: SubscriptionResolver<ResolversTypes['TypingEvent'], "typing", ParentType, ContextType, RequireFields<SubscriptionTypingArgs, 'conversationId'>>;
};

export type TypingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypingEvent'] = ResolversParentTypes['TypingEvent']> = {
  isTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<UserConversationsArgs, 'archived' | 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unreadTotal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AddConversationMembersError' | 'ArchiveConversationError' | 'CreateGroupConversationError' | 'DeleteMessageError' | 'EditMessageError' | 'LeaveConversationError' | 'MarkDeliveredError' | 'MarkReadError' | 'MuteConversationError' | 'OpenDirectConversationError' | 'ReactToMessageError' | 'RemoveConversationMemberError' | 'RenameConversationError' | 'SendMessageError' | 'SetConversationRoleError' | 'SetTypingError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddConversationMembersError?: AddConversationMembersErrorResolvers<ContextType>;
  AddConversationMembersPayload?: AddConversationMembersPayloadResolvers<ContextType>;
  AnnouncementConversation?: AnnouncementConversationResolvers<ContextType>;
  ArchiveConversationError?: ArchiveConversationErrorResolvers<ContextType>;
  ArchiveConversationPayload?: ArchiveConversationPayloadResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationEvent?: ConversationEventResolvers<ContextType>;
  CreateGroupConversationError?: CreateGroupConversationErrorResolvers<ContextType>;
  CreateGroupConversationPayload?: CreateGroupConversationPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteMessageError?: DeleteMessageErrorResolvers<ContextType>;
  DeleteMessagePayload?: DeleteMessagePayloadResolvers<ContextType>;
  DirectConversation?: DirectConversationResolvers<ContextType>;
  EditMessageError?: EditMessageErrorResolvers<ContextType>;
  EditMessagePayload?: EditMessagePayloadResolvers<ContextType>;
  GroupConversation?: GroupConversationResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  LeaveConversationError?: LeaveConversationErrorResolvers<ContextType>;
  LeaveConversationPayload?: LeaveConversationPayloadResolvers<ContextType>;
  MarkDeliveredError?: MarkDeliveredErrorResolvers<ContextType>;
  MarkDeliveredPayload?: MarkDeliveredPayloadResolvers<ContextType>;
  MarkReadError?: MarkReadErrorResolvers<ContextType>;
  MarkReadPayload?: MarkReadPayloadResolvers<ContextType>;
  Match?: MatchResolvers<ContextType>;
  MemberMark?: MemberMarkResolvers<ContextType>;
  MembershipChange?: MembershipChangeResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageReaction?: MessageReactionResolvers<ContextType>;
  MessageTranslation?: MessageTranslationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MuteConversationError?: MuteConversationErrorResolvers<ContextType>;
  MuteConversationPayload?: MuteConversationPayloadResolvers<ContextType>;
  OpenDirectConversationError?: OpenDirectConversationErrorResolvers<ContextType>;
  OpenDirectConversationPayload?: OpenDirectConversationPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  ParticipantConnection?: ParticipantConnectionResolvers<ContextType>;
  ParticipantEdge?: ParticipantEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReactToMessageError?: ReactToMessageErrorResolvers<ContextType>;
  ReactToMessagePayload?: ReactToMessagePayloadResolvers<ContextType>;
  RemoveConversationMemberError?: RemoveConversationMemberErrorResolvers<ContextType>;
  RemoveConversationMemberPayload?: RemoveConversationMemberPayloadResolvers<ContextType>;
  RenameConversationError?: RenameConversationErrorResolvers<ContextType>;
  RenameConversationPayload?: RenameConversationPayloadResolvers<ContextType>;
  SendMessageError?: SendMessageErrorResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConversation?: SessionConversationResolvers<ContextType>;
  SetConversationRoleError?: SetConversationRoleErrorResolvers<ContextType>;
  SetConversationRolePayload?: SetConversationRolePayloadResolvers<ContextType>;
  SetTypingError?: SetTypingErrorResolvers<ContextType>;
  SetTypingPayload?: SetTypingPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TypingEvent?: TypingEventResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
};
