/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The reasons for which a skill is not added. */
export type AddSkillErrorCode =
  /** You already have this skill on this side, perhaps in another spelling. */
  | 'DUPLICATE'
  /** A language is not a BCP 47 tag, there is none, or there are more than 10. */
  | 'INVALID_LANGUAGES'
  /** The label has control characters or broken text. */
  | 'INVALID_TEXT'
  /** There is neither a label nor a subject, or the label shows nothing. */
  | 'LABEL_REQUIRED'
  /** There is no way to meet. */
  | 'MODES_REQUIRED'
  /** The label has more than 80 characters. */
  | 'TOO_LONG'
  /** You want to learn as many things as one can without a membership. */
  | 'TOO_MANY_LEARN_SKILLS'
  /** You have as many skills as one person can have. */
  | 'TOO_MANY_SKILLS'
  /** The catalogue has no such subject. */
  | 'UNKNOWN_TAG';

/** A skill to add. Give a label, a subject of the catalogue, or both. */
export type AddSkillInput = {
  /**
   * The skill's name in your own words, up to 80 characters. A name that the catalogue knows, in any
   * spelling, brings its subject along.
   */
  label?: string | null | undefined;
  /** The languages in which you teach or learn it, 1 to 10. */
  languages: Array<string>;
  /** To teach: up to which level. To learn: the level you are at. */
  level: SkillLevel;
  /** How you are willing to meet; at least one way. */
  modes: Array<SessionMode>;
  /** The slug of the catalogue's subject. Without a label its name is taken. */
  tagSlug?: string | number | null | undefined;
  /** Whether you teach it or want to learn it. */
  type: SkillType;
};

/** Who may see a part of a profile. Staff always may. */
export type Audience =
  /** Everybody, with or without an account. */
  | 'EVERYONE'
  /** Everybody who is logged in. */
  | 'MEMBERS'
  /** Only the person. */
  | 'NOBODY';

/** Who may make the first contact with a person. */
export type ContactPolicy =
  /** Everybody who is not blocked. */
  | 'EVERYONE'
  /** Only people with whom there is a mutual match. */
  | 'MATCHES';

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

/** The reasons for which interest is not recorded. */
export type ExpressInterestErrorCode =
  /** You have no match with this id. */
  | 'NOT_FOUND';

/** A match to be interested in. */
export type ExpressInterestInput = {
  /** The id of one of your matches. */
  matchId: string | number;
};

/** The reasons for which a log-in is refused. */
export type LogInErrorCode =
  /** The account is closed for good. */
  | 'ACCOUNT_BANNED'
  /** The account is closed for a time. */
  | 'ACCOUNT_SUSPENDED'
  /** The mailed link has not been used yet. */
  | 'EMAIL_NOT_VERIFIED'
  /** Address and password do not belong together. */
  | 'INVALID_CREDENTIALS'
  /** The device's name contains characters that are not text. */
  | 'INVALID_TEXT'
  /** The code is wrong, too old, or has been used. */
  | 'INVALID_TOTP'
  /** The device's name is too long. */
  | 'TOO_LONG'
  /** The account has a second factor: a code is needed as well. */
  | 'TOTP_REQUIRED';

/** What is needed to log in. */
export type LogInInput = {
  /** What the device calls itself, at most 100 characters. */
  deviceName?: string | null | undefined;
  /** The address of the account. */
  email: string;
  /** The password. */
  password: string;
  /** The current code of the second factor, or a recovery code, for accounts that have one. */
  totp?: string | null | undefined;
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
  conversationId: string | number;
  /** The `seq` up to which it is read. One beyond the latest event means everything so far. */
  seq: number;
};

/** The kinds of reason for a match. */
export type MatchReasonCode =
  /** You share a language for it. */
  | 'COMMON_LANGUAGE'
  /** Others have reviewed this person well. */
  | 'HIGH_REPUTATION'
  /** The other person wants to learn what you teach. */
  | 'LEARNS_WHAT_YOU_TEACH'
  /** You live near each other and both meet on site. */
  | 'NEARBY'
  /** You are free at the same times of the week. */
  | 'OVERLAPPING_AVAILABILITY'
  /** Each of you teaches what the other wants to learn. */
  | 'RECIPROCAL'
  /** The teacher's level suits the learner's. */
  | 'SUITABLE_LEVEL'
  /** The other person teaches what you want to learn. */
  | 'TEACHES_WHAT_YOU_LEARN'
  /** The other person has finished sessions of what you want to learn. */
  | 'VERIFIED_BY_SESSIONS';

/** What a match has come to, from your side. */
export type MatchStatus =
  /** You are interested; the other person has not answered. */
  | 'INTERESTED'
  /** Both are interested. */
  | 'MUTUAL'
  /** You have put it aside. */
  | 'PASSED'
  /** Neither shown interest nor put aside by you. */
  | 'SUGGESTED';

/** Where a membership is in its life. */
export type MembershipStatus =
  /** Paid and in force. */
  | 'ACTIVE'
  /** In force until the end of the paid period, and cancelled from then on. */
  | 'CANCEL_AT_PERIOD_END'
  /** Over. */
  | 'EXPIRED'
  /** In force although its renewal could not be charged yet. */
  | 'PAST_DUE'
  /** Bought, and waiting for its payment to be confirmed. */
  | 'PENDING'
  /** Out of force until what is owed is paid. */
  | 'SUSPENDED';

/** A place to meet. */
export type PlaceInput = {
  /** How people call the place, at most 200 characters. */
  label: string;
  /** Degrees north, -90 to 90. */
  latitude: number;
  /** Degrees east, -180 to 180. */
  longitude: number;
};

/** Changes of who may see which part of a profile. What is left out stays as it is. */
export type PrivacyInput = {
  /** Who may see what the person says about themselves. */
  bio?: Audience | null | undefined;
  /** Who may see the languages. */
  languages?: Audience | null | undefined;
  /** Who may see the place. With NOBODY it is not used for distances either. */
  location?: Audience | null | undefined;
  /** Who may see the picture. */
  photo?: Audience | null | undefined;
  /** Who may see whether the person is here, and when they were last. */
  presence?: Audience | null | undefined;
};

/** A proposal for a session. */
export type ProposeSessionInput = {
  /** When the session ends: 5 minutes to 12 hours after the start. */
  endAt: string;
  /** Any text of the client's choosing, at most 200 characters, the same when the call is repeated. */
  idempotencyKey: string | number;
  /** Who is to learn. Only given when the skill's owner proposes. */
  learnerId?: string | number | null | undefined;
  /** Whether to meet remotely or on site. */
  mode: SessionMode;
  /** Where to meet on site. Required for sessions on site, and not for others. */
  place?: PlaceInput | null | undefined;
  /** A skill that somebody teaches; its owner is the session's teacher. */
  skillId: string | number;
  /** When the session starts: in the future, at most a year ahead. */
  startAt: string;
  /** Whether messages about the session are to be translated for their readers; no when left out. */
  translatedChat?: boolean | null | undefined;
  /** Where to meet remotely, an https address. Not for sessions on site. */
  videoUrl?: string | null | undefined;
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
  clientMessageId: string | number;
  /** The conversation in which it is sent. */
  conversationId: string | number;
  /** Members to whose attention it is brought, at most 10. */
  mentionedUserIds?: Array<string | number> | null | undefined;
  /** The message of the same conversation that this one answers. */
  replyToId?: string | number | null | undefined;
  /**
   * What is written, 1 to 4,000 characters. White space around it is removed. A message without text
   * is refused as `EMPTY`.
   */
  text?: string | null | undefined;
};

/** What to do something with. */
export type SessionActionInput = {
  /**
   * The version that the client has seen. When the session has changed since, the answer is
   * STALE_VERSION.
   */
  expectedVersion?: number | null | undefined;
  /**
   * Why, for the other person to read; at most 500 characters. Kept when declining, cancelling,
   * reporting an absence or contesting it.
   */
  reason?: string | null | undefined;
  /** The session's id. */
  sessionId: string | number;
};

/** Why something about a session can be refused. */
export type SessionErrorCode =
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The input is not usable. */
  | 'INVALID_INPUT'
  /** The time has passed. */
  | 'IN_THE_PAST'
  /** The viewer may not do this. */
  | 'NOT_ALLOWED'
  /**
   * The time is outside of the availability of the person who is asked or, when it is agreed to, of one
   * of the two.
   */
  | 'NOT_AVAILABLE'
  /** What is named does not exist. */
  | 'NOT_FOUND'
  /** One of the two has a confirmed session at that time, or somebody else holds it for a moment. */
  | 'SLOT_TAKEN'
  /** The session has changed since the client read it. */
  | 'STALE_VERSION'
  /** The learner's time credits do not cover the session. */
  | 'TIME_CREDIT_LIMIT'
  /** It is too early for this. */
  | 'TOO_EARLY'
  /** It is too late for this. */
  | 'TOO_LATE'
  /** The session's status does not allow this. */
  | 'WRONG_STATUS';

/** Whether people meet remotely or on site. */
export type SessionMode =
  /** At a place. */
  | 'ONSITE'
  /** By video. */
  | 'REMOTE';

/** How far a session has come. */
export type SessionStatus =
  /** One of the two has called it off. */
  | 'CANCELLED'
  /** Both have agreed; the time is reserved for both. */
  | 'CONFIRMED'
  /** The other person has answered with another proposal. */
  | 'COUNTERED'
  /** The other person has turned the proposal down. */
  | 'DECLINED'
  /** The two do not agree on whether it has taken place. */
  | 'DISPUTED'
  /** It has taken place. */
  | 'DONE'
  /** The proposal was not answered in time. */
  | 'EXPIRED'
  /** It has not taken place, because somebody did not come. */
  | 'NO_SHOW'
  /** One person has proposed it and the other has not answered. */
  | 'PROPOSED'
  /** Both have agreed and one of them has asked for another time. */
  | 'RESCHEDULE_PENDING';

/** Why a weekly availability can be refused. */
export type SetAvailabilityErrorCode =
  /** The time zone is not an IANA name. */
  | 'INVALID_TIME_ZONE'
  /** A window is not HH:MM to a later HH:MM of the same day. */
  | 'INVALID_WINDOW'
  /** A number is outside of its range. */
  | 'OUT_OF_RANGE'
  /** Two windows of a day overlap. */
  | 'OVERLAPPING_WINDOWS'
  /** There are more windows than allowed. */
  | 'TOO_MANY';

/** A weekly availability. */
export type SetAvailabilityInput = {
  /** Minutes to keep free before and after each session, 0 to 240; 0 when left out. */
  bufferMinutes?: number | null | undefined;
  /** How many sessions a day may have, 1 to 24; any number when left out. */
  maximumPerDay?: number | null | undefined;
  /** How many minutes ahead a session must be proposed, 0 to 43200; 0 when left out. */
  minimumNoticeMinutes?: number | null | undefined;
  /** The time zone in which days and hours are meant. */
  timeZone: string;
  /** The hours that repeat every week, at most 70 windows that do not overlap. An empty list means never. */
  weekly: Array<WeeklyWindowInput>;
};

/** The reasons for which a location is refused. */
export type SetLocationErrorCode =
  /** The label contains characters that are not text. */
  | 'INVALID_TEXT'
  /** There is no such place on Earth. */
  | 'OUT_OF_RANGE'
  /** The label is too long. */
  | 'TOO_LONG';

/** A place. */
export type SetLocationInput = {
  /** What to call the place, at most 100 characters. Everybody sees it. */
  label?: string | null | undefined;
  /** Degrees north, from -90 to 90. */
  latitude: number;
  /** Degrees east, from -180 to 180. */
  longitude: number;
};

/** The reasons for which a sign-up is refused. */
export type SignUpErrorCode =
  /** The text is empty. */
  | 'EMPTY'
  /** The text is no e-mail address. */
  | 'INVALID_EMAIL'
  /** There is no such language tag. */
  | 'INVALID_LANGUAGE'
  /** The text contains characters that are not text. */
  | 'INVALID_TEXT'
  /** There is no such time zone. */
  | 'INVALID_TIME_ZONE'
  /** The password is on a list of passwords that were stolen elsewhere. */
  | 'PASSWORD_BREACHED'
  /** The password is among those that are guessed first. */
  | 'PASSWORD_TOO_COMMON'
  /** The password is longer than 1,000 characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has fewer than 8 characters. */
  | 'PASSWORD_TOO_SHORT'
  /** The current terms of use have not been accepted. */
  | 'TERMS_NOT_ACCEPTED'
  /** The text is too long. */
  | 'TOO_LONG';

/** What is needed to ask for an account. */
export type SignUpInput = {
  /** The version of the terms of use that the person has accepted. The current version is "1". */
  acceptedTermsVersion: string;
  /** The name under which others will know the person, at most 80 characters. */
  displayName: string;
  /** The person's e-mail address. */
  email: string;
  /** The password, at least 8 characters of any kind. */
  password: string;
  /** The language in which the product writes to the person. English when it is left out. */
  preferredLanguage?: string | null | undefined;
  /** The time zone in which the person lives. */
  timeZone: string;
};

/**
 * How far somebody is. Of a skill to teach: up to which level. Of a skill to learn: the level the
 * person is at.
 */
export type SkillLevel =
  /** Works alone on anything. */
  | 'ADVANCED'
  /** First steps. */
  | 'BEGINNER'
  /** Works alone with some help. */
  | 'INTERMEDIATE';

/** The side of a skill. */
export type SkillType =
  /** The person wants to learn it. */
  | 'LEARN'
  /** The person teaches it. */
  | 'TEACH';

/** The reasons for which submitReview refuses a review. */
export type SubmitReviewErrorCode =
  /** The viewer has reviewed this session already. */
  | 'ALREADY_REVIEWED'
  /** A text is blank, too long, or has characters that text does not have. */
  | 'INVALID_TEXT'
  /** The viewer missed this session and cannot review it. */
  | 'NOT_ALLOWED'
  /** The session is not done. */
  | 'NOT_DONE'
  /** The viewer takes part in no session with this id. */
  | 'NOT_FOUND'
  /** A rating lies outside 1 to 5. */
  | 'OUT_OF_RANGE'
  /** The 14 days for reviewing this session are over. */
  | 'WINDOW_CLOSED';

/** A review as its author writes it. */
export type SubmitReviewInput = {
  /** Words that everybody may read once the review is published, at most 2000 characters. */
  comment?: string | null | undefined;
  /** How well the other person communicated, from 1 to 5. */
  communication: number;
  /** How engaged the other person was, from 1 to 5. */
  engagement: number;
  /** How well the other person taught or learnt, from 1 to 5. */
  pedagogy: number;
  /** Words for the platform alone, at most 2000 characters; the other person never reads them. */
  privateFeedback?: string | null | undefined;
  /** How punctual the other person was, from 1 to 5. */
  punctuality: number;
  /** The session, which must be done. */
  sessionId: string | number;
  /** The overall impression, from 1 to 5. */
  stars: number;
};

/** How the product looks. */
export type Theme =
  /** Light on dark. */
  | 'DARK'
  /** Dark on light. */
  | 'LIGHT'
  /** As the device says. */
  | 'SYSTEM';

/** The reasons for which a profile is not changed. */
export type UpdateProfileErrorCode =
  /** The text is empty. */
  | 'EMPTY'
  /** There is no such language tag. */
  | 'INVALID_LANGUAGE'
  /** The text contains characters that are not text. */
  | 'INVALID_TEXT'
  /** There is no such time zone. */
  | 'INVALID_TIME_ZONE'
  /** The text is too long. */
  | 'TOO_LONG'
  /** There are more than 20 languages. */
  | 'TOO_MANY';

/** Changes to a profile and its settings. What is left out stays as it is. */
export type UpdateProfileInput = {
  /** What the person says about themselves, plain text of at most 2,000 characters. Null removes it. */
  bio?: string | null | undefined;
  /** Who may make the first contact with the person. */
  contactableBy?: ContactPolicy | null | undefined;
  /** The name under which others know the person, at most 80 characters. */
  displayName?: string | null | undefined;
  /** The languages in which the person teaches and learns, at most 20, most familiar first. */
  languages?: Array<string> | null | undefined;
  /** The language in which the product writes to the person. */
  preferredLanguage?: string | null | undefined;
  /** Who may see which part of the profile. */
  privacy?: PrivacyInput | null | undefined;
  /** How the product looks on the person's devices. */
  theme?: Theme | null | undefined;
  /** The time zone in which the person lives. */
  timeZone?: string | null | undefined;
};

/** The reasons for which a link does not open an account. */
export type VerifyEmailErrorCode =
  /** The device's name contains characters that are not text. */
  | 'INVALID_TEXT'
  /** The link is unknown, too old, or has been used. */
  | 'INVALID_TOKEN'
  /** The device's name is too long. */
  | 'TOO_LONG';

/** What is needed to open an account. */
export type VerifyEmailInput = {
  /** What the device calls itself, at most 100 characters. */
  deviceName?: string | null | undefined;
  /** The secret at the end of the mailed link. */
  token: string;
};

/** A day of the week. */
export type Weekday =
  /** The fifth day of the week. */
  | 'FRIDAY'
  /** The first day of the week. */
  | 'MONDAY'
  /** The sixth day of the week. */
  | 'SATURDAY'
  /** The seventh day of the week. */
  | 'SUNDAY'
  /** The fourth day of the week. */
  | 'THURSDAY'
  /** The second day of the week. */
  | 'TUESDAY'
  /** The third day of the week. */
  | 'WEDNESDAY';

/** Hours that are to repeat every week. */
export type WeeklyWindowInput = {
  /** The day of the week. */
  day: Weekday;
  /** When the window closes, later than `start`; 24:00 is the end of the day. */
  end: string;
  /** When the window opens. */
  start: string;
};

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { mailSent: boolean, userErrors: Array<{ code: SignUpErrorCode, message: string, path: Array<string> }> } };

export type VerifyEmailMutationVariables = Exact<{
  input: VerifyEmailInput;
}>;


export type VerifyEmailMutation = { verifyEmail: { auth: { accessToken: string, refreshToken: string } | null, user: { id: string, displayName: string } | null, userErrors: Array<{ code: VerifyEmailErrorCode, message: string, path: Array<string> }> } };

export type LogInMutationVariables = Exact<{
  input: LogInInput;
}>;


export type LogInMutation = { logIn: { auth: { accessToken: string, refreshToken: string } | null, user: { id: string, displayName: string } | null, userErrors: Array<{ code: LogInErrorCode, message: string, path: Array<string> }> } };

export type AddSkillMutationVariables = Exact<{
  input: AddSkillInput;
}>;


export type AddSkillMutation = { addSkill: { skill: { id: string, label: string, type: SkillType } | null, userErrors: Array<{ code: AddSkillErrorCode, message: string, path: Array<string> }> } };

export type SetAvailabilityMutationVariables = Exact<{
  input: SetAvailabilityInput;
}>;


export type SetAvailabilityMutation = { setAvailability: { availability: { timeZone: string, weekly: Array<{ day: Weekday, start: string, end: string }> } | null, userErrors: Array<{ code: SetAvailabilityErrorCode, message: string, path: Array<string> }> } };

export type MatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type MatchesQuery = { viewer: { id: string, matches: { edges: Array<{ node: { id: string, score: number, status: MatchStatus, reasons: Array<{ code: MatchReasonCode, text: string }>, user: { id: string, displayName: string } | null, teachesViewer: Array<{ id: string, label: string }>, learnsFromViewer: Array<{ id: string, label: string }>, conversation: { id: string } | null } }> } | null } | null };

export type ExpressInterestMutationVariables = Exact<{
  input: ExpressInterestInput;
}>;


export type ExpressInterestMutation = { expressInterest: { match: { id: string, status: MatchStatus } | null, userErrors: Array<{ code: ExpressInterestErrorCode, message: string, path: Array<string> }> } };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage: { deduplicated: boolean, message: { id: string, seq: number, text: string | null } | null, userErrors: Array<{ code: SendMessageErrorCode, message: string, path: Array<string> }> } };

export type MarkReadMutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type MarkReadMutation = { markRead: { conversation:
      | { id: string, unreadCount: number }
      | { id: string, unreadCount: number }
      | { id: string, unreadCount: number }
      | { id: string, unreadCount: number }
     | null, userErrors: Array<{ code: MarkReadErrorCode, message: string, path: Array<string> }> } };

export type ConversationEventsSubscriptionVariables = Exact<{
  conversationId: string | number;
  afterSeq?: number | null | undefined;
}>;


export type ConversationEventsSubscription = { conversationEvents: { seq: number, kind: ConversationEventKind, message: { id: string, text: string | null, sender: { id: string, displayName: string } | null } | null } };

export type OpenSlotsQueryVariables = Exact<{
  userId: string | number;
  from: string;
  to: string;
  durationMinutes: number;
}>;


export type OpenSlotsQuery = { user: { id: string, timeZone: string, openSlots: Array<{ startAt: string, endAt: string }> | null } | null };

export type ProposeSessionMutationVariables = Exact<{
  input: ProposeSessionInput;
}>;


export type ProposeSessionMutation = { proposeSession: { session: { id: string, status: SessionStatus, version: number, startAt: string, endAt: string } | null, alternatives: Array<{ startAt: string }> | null, userErrors: Array<{ code: SessionErrorCode, message: string, path: Array<string> }> } };

export type ConfirmSessionMutationVariables = Exact<{
  input: SessionActionInput;
}>;


export type ConfirmSessionMutation = { confirmSession: { session: { id: string, status: SessionStatus, version: number } | null, userErrors: Array<{ code: SessionErrorCode, message: string, path: Array<string> }> } };

export type MarkSessionDoneMutationVariables = Exact<{
  input: SessionActionInput;
}>;


export type MarkSessionDoneMutation = { markSessionDone: { session: { id: string, status: SessionStatus, version: number } | null, userErrors: Array<{ code: SessionErrorCode, message: string, path: Array<string> }> } };

export type SessionReviewsQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionReviewsQuery = { session: { id: string, status: SessionStatus, viewerCanReview: boolean | null, reviews: Array<{ id: string, stars: number, comment: string | null, reviewer: { id: string } | null }> | null } | null };

export type SubmitReviewMutationVariables = Exact<{
  input: SubmitReviewInput;
}>;


export type SubmitReviewMutation = { submitReview: { review: { id: string, stars: number, publishedAt: string | null } | null, userErrors: Array<{ code: SubmitReviewErrorCode, message: string, path: Array<string> }> } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { viewer: { id: string, displayName: string, photoUrl: string | null, unreadTotal: number | null, reputation: { score: number, count: number } | null, reliability: { score: number, done: number } | null, membership: { id: string, status: MembershipStatus, plan: { code: string, name: string } } | null, timeCredits: { balanceMinutes: number } | null, matches: { edges: Array<{ node: { id: string, score: number, status: MatchStatus, reasons: Array<{ code: MatchReasonCode, text: string }>, user: { id: string, displayName: string, photoUrl: string | null, languages: Array<string>, reputation: { score: number, count: number } | null } | null, teachesViewer: Array<{ id: string, label: string, level: SkillLevel }>, learnsFromViewer: Array<{ id: string, label: string, level: SkillLevel }> } }> } | null, sessions: { edges: Array<{ node: { id: string, startAt: string, endAt: string, status: SessionStatus, mode: SessionMode, viewerCanReview: boolean | null, skill: { id: string, label: string } | null, teacher: { id: string, displayName: string } | null, learner: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, reviews: Array<{ id: string, stars: number }> | null } }> } | null } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { user: { id: string } | null, userErrors: Array<{ code: UpdateProfileErrorCode, message: string, path: Array<string> }> } };

export type SetLocationMutationVariables = Exact<{
  input: SetLocationInput;
}>;


export type SetLocationMutation = { setLocation: { user: { id: string } | null, userErrors: Array<{ code: SetLocationErrorCode, message: string, path: Array<string> }> } };


export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailSent"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const VerifyEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const LogInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LogIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LogInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<LogInMutation, LogInMutationVariables>;
export const AddSkillDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddSkill"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddSkillInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addSkill"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"skill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddSkillMutation, AddSkillMutationVariables>;
export const SetAvailabilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAvailability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetAvailabilityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setAvailability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetAvailabilityMutation, SetAvailabilityMutationVariables>;
export const MatchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Matches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teachesViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"learnsFromViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MatchesQuery, MatchesQueryVariables>;
export const ExpressInterestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExpressInterest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExpressInterestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expressInterest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"match"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ExpressInterestMutation, ExpressInterestMutationVariables>;
export const SendMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deduplicated"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SendMessageMutation, SendMessageMutationVariables>;
export const MarkReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkReadMutation, MarkReadMutationVariables>;
export const ConversationEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ConversationEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"conversationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversationEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"conversationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"conversationId"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterSeq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConversationEventsSubscription, ConversationEventsSubscriptionVariables>;
export const OpenSlotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenSlots"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"durationMinutes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"openSlots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"durationMinutes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"durationMinutes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"endAt"}}]}}]}}]}}]} as unknown as DocumentNode<OpenSlotsQuery, OpenSlotsQueryVariables>;
export const ProposeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"endAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ProposeSessionMutation, ProposeSessionMutationVariables>;
export const ConfirmSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmSessionMutation, ConfirmSessionMutationVariables>;
export const MarkSessionDoneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkSessionDone"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markSessionDone"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkSessionDoneMutation, MarkSessionDoneMutationVariables>;
export const SessionReviewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SessionReviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReview"}},{"kind":"Field","name":{"kind":"Name","value":"reviews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stars"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionReviewsQuery, SessionReviewsQueryVariables>;
export const SubmitReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stars"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitReviewMutation, SubmitReviewMutationVariables>;
export const HomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Home"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"unreadTotal"}},{"kind":"Field","name":{"kind":"Name","value":"reputation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reliability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"done"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balanceMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"reputation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"teachesViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"learnsFromViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"endAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"skill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teacher"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReview"}},{"kind":"Field","name":{"kind":"Name","value":"reviews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stars"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const UpdateProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const SetLocationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetLocation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetLocationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setLocation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetLocationMutation, SetLocationMutationVariables>;