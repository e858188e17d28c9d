import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Session as SessionRecord, VisiblePlace, Reschedule, Dispute } from '../session.ts';
import type { Availability } from '../availability.ts';
import type { Reliability as ReliabilityRecord } from '../reliability.ts';
import type { CalendarFeed as CalendarFeedRecord } from '../calendar-feed-repository.ts';
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
  /** A day of the calendar as YYYY-MM-DD, without a time zone. */
  LocalDate: { input: string; output: string; }
  /** A time of day as HH:MM on a 24 hour clock; 24:00 is the end of the day. */
  LocalTime: { input: string; output: string; }
  /**
   * The name of a time zone in the IANA database, such as Europe/Paris. Offsets such as +02:00 are not
   * time zones.
   */
  TimeZone: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Days on which other hours are to hold than every week. */
export type AddAvailabilityExceptionInput = {
  /** The first day. */
  firstDay: Scalars['LocalDate']['input'];
  /** The last day, at most a year after the first; the first day alone when left out. */
  lastDay?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The hours that hold on each of these days, at most ten windows; none when left out. */
  windows?: InputMaybe<Array<DayWindowInput>>;
};

/** Days on which other hours hold than every week. */
export type AvailabilityException = {
  __typename?: 'AvailabilityException';
  /** The first day. */
  firstDay: Scalars['LocalDate']['output'];
  /** The exception's id. */
  id: Scalars['ID']['output'];
  /** The last day. */
  lastDay: Scalars['LocalDate']['output'];
  /** The hours that hold on each of these days; none when the person is away. */
  windows: Array<DayWindow>;
};

/** Why a change to the exceptions was refused. */
export type AvailabilityExceptionError = UserError & {
  __typename?: 'AvailabilityExceptionError';
  /** The reason, for programs. */
  code: AvailabilityExceptionErrorCode;
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
};

/** Why a change to the exceptions can be refused. */
export type AvailabilityExceptionErrorCode =
  /** A day is not YYYY-MM-DD, or the last day is before the first or more than a year after it. */
  | 'INVALID_DAY'
  /** A window is not HH:MM to a later HH:MM of the same day. */
  | 'INVALID_WINDOW'
  /** There is no such exception. */
  | 'NOT_FOUND'
  /** There is no weekly availability from which to make an exception. */
  | 'NO_AVAILABILITY'
  /** Another exception holds on one of the days. */
  | 'OVERLAPPING_EXCEPTION'
  /** Two windows overlap. */
  | 'OVERLAPPING_WINDOWS'
  /** There are more windows or exceptions than allowed. */
  | 'TOO_MANY';

/** What became of a change to the exceptions. */
export type AvailabilityExceptionPayload = {
  __typename?: 'AvailabilityExceptionPayload';
  /** The availability as it is now; null when the change was refused. */
  availability?: Maybe<AvailabilityPlan>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<AvailabilityExceptionError>;
};

/** When a person is open to sessions, by the clock of their time zone. */
export type AvailabilityPlan = {
  __typename?: 'AvailabilityPlan';
  /** Minutes that stay free before and after each session. */
  bufferMinutes: Scalars['Int']['output'];
  /**
   * Days on which other hours hold than every week, in the calendar's order. Only the person may read
   * it.
   */
  exceptions?: Maybe<Array<AvailabilityException>>;
  /** How many sessions a day may have; null for any number. */
  maximumPerDay?: Maybe<Scalars['Int']['output']>;
  /** How many minutes ahead a session must be proposed. */
  minimumNoticeMinutes: Scalars['Int']['output'];
  /** The time zone in which the plan's days and hours are meant. */
  timeZone: Scalars['TimeZone']['output'];
  /** The hours that repeat every week. */
  weekly: Array<WeeklyWindow>;
};

/** A calendar feed of somebody's agreed sessions. */
export type CalendarFeed = {
  __typename?: 'CalendarFeed';
  /** When its address was made. */
  createdAt: Scalars['DateTime']['output'];
};

/** Why something about a calendar feed was refused. */
export type CalendarFeedError = UserError & {
  __typename?: 'CalendarFeedError';
  /** The reason, for programs. */
  code: CalendarFeedErrorCode;
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
};

/** Why something about a calendar feed can be refused. */
export type CalendarFeedErrorCode =
  /** The viewer may not do this. */
  | 'NOT_ALLOWED';

/** Another time for a session that was proposed. */
export type CounterProposeSessionInput = {
  /** When the session is to end: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /**
   * The version that the client has seen. When the session has changed since, the answer is
   * STALE_VERSION.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The session's id. */
  sessionId: Scalars['ID']['input'];
  /** When the session is to start: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
};

/** A new calendar feed. */
export type CreateCalendarFeedPayload = {
  __typename?: 'CreateCalendarFeedPayload';
  /** The feed's address, for calendar programs. It cannot be read again. */
  url?: Maybe<Scalars['String']['output']>;
  /** Why there is none; empty when there is one. */
  userErrors: Array<CalendarFeedError>;
};

/** Hours of a day. */
export type DayWindow = {
  __typename?: 'DayWindow';
  /** When the window closes. */
  end: Scalars['LocalTime']['output'];
  /** When the window opens. */
  start: Scalars['LocalTime']['output'];
};

/** Hours of a day. */
export type DayWindowInput = {
  /** When the window closes, later than `start`; 24:00 is the end of the day. */
  end: Scalars['LocalTime']['input'];
  /** When the window opens. */
  start: Scalars['LocalTime']['input'];
};

/** A moderator's decision over a disputed session. */
export type DecideSessionOutcomeInput = {
  /** The ids of those who did not come: one of the two, both, or nobody when the session took place. */
  absenteeIds: Array<Scalars['ID']['input']>;
  /** The session's id. */
  sessionId: Scalars['ID']['input'];
  /** Words that the two people read, at most 2000 characters. */
  statement?: InputMaybe<Scalars['String']['input']>;
};

/** A time to hold. */
export type HoldSlotInput = {
  /** When the time ends: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /** When the time starts: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
  /** The person with whom the session is to be. */
  userId: Scalars['ID']['input'];
};

/** What became of a time that was to be held. */
export type HoldSlotPayload = {
  __typename?: 'HoldSlotPayload';
  /** Other times that are open to both; only with SLOT_TAKEN. */
  alternatives?: Maybe<Array<Slot>>;
  /** The held time; null when holding it was refused. */
  hold?: Maybe<SlotHold>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SessionError>;
};

/** The facts about a session that other subgraphs decide by. */
export type InternalSession = {
  __typename?: 'InternalSession';
  /** When the session became DONE; null before. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the session ends. */
  endAt: Scalars['DateTime']['output'];
  /** The session's id. */
  id: Scalars['ID']['output'];
  /** The id of the person who learns. */
  learnerId: Scalars['ID']['output'];
  /** The ids of those who did not come. */
  noShowUserIds: Array<Scalars['ID']['output']>;
  /** How far the session has come. */
  status: SessionStatus;
  /** The id of the person who teaches. */
  teacherId: Scalars['ID']['output'];
  /** Counts the changes of the session. */
  version: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds an exception to the viewer's weekly availability: days away, or days with other hours. */
  addAvailabilityException: AvailabilityExceptionPayload;
  /**
   * Cancels a confirmed session before it starts, or takes one's own proposal back. Within 24 hours of
   * the start it counts as a late cancellation.
   */
  cancelSession: SessionPayload;
  /**
   * Accepts a proposal. Only the person to whom it was made can do so. When one of the two has a
   * confirmed session at that time, the answer is SLOT_TAKEN with other times that are open to both.
   * When the viewer's own availability no longer allows the time, or the other person's no longer does
   * that did when they proposed it, the answer is NOT_AVAILABLE: the hours, exceptions, buffers and
   * sessions a day count as they are now, the notice does not.
   */
  confirmSession: SessionPayload;
  /**
   * Says that one was there, against the other person's report: the session becomes DISPUTED until a
   * moderator has decided, and counts for nobody's reliability meanwhile. Only the person who was
   * reported can do so, once, within 48 hours of the report.
   */
  contestOutcome: SessionPayload;
  /**
   * Answers a proposal with another time. Only the person to whom it was made can do so; now the other
   * one confirms, declines, or proposes yet another time. The session stays the same session. Not for
   * sessions that are answered together with others.
   */
  counterProposeSession: SessionPayload;
  /**
   * Makes a calendar feed of the viewer's agreed sessions, to which calendar programs can subscribe. Its
   * address is a secret: whoever has it reads the feed, and it is answered this once. The address that
   * was made before ends.
   */
  createCalendarFeed: CreateCalendarFeedPayload;
  /**
   * Decides over a disputed session, once and for all: it becomes DONE when nobody is named as absent,
   * else NO_SHOW.
   */
  decideSessionOutcome: SessionPayload;
  /** Turns a proposal down. Only the person to whom it was made can do so. */
  declineSession: SessionPayload;
  /**
   * Keeps a time free for the viewer and somebody else for five minutes, while the viewer fills in a
   * proposal: until then nobody else can be agreed with at that time, by either of them. A session
   * between the two that is confirmed meanwhile takes the held time over. A person holds one time at
   * once, a new hold takes the place of the one before, and at most thirty a day.
   */
  holdSlot: HoldSlotPayload;
  /**
   * Says that a session has taken place, once it has ended. It is DONE when both have said so, or 48
   * hours after one has and nobody objected.
   */
  markSessionDone: SessionPayload;
  /**
   * Proposes the same session week after week, at the same hour of the same weekday. Its sessions are
   * answered together: confirming or declining one of them, or taking it back, does so with all.
   * Afterwards each is a session of its own. Repeating the call answers like `proposeSession`.
   */
  proposeSeries: SessionsPayload;
  /**
   * Proposes a session on a skill that somebody teaches. A learner proposes to the skill's owner; the
   * owner proposes to a learner by naming them. Repeating the call with the same idempotency key
   * and the same input answers the session that the first call made.
   */
  proposeSession: SessionPayload;
  /**
   * Proposes to somebody that each teaches the other once. The two sessions are answered together:
   * confirming or declining one of them, or taking it back, does so with both. Afterwards each is a
   * session of its own. Repeating the call answers like `proposeSession`.
   */
  proposeSwap: SessionsPayload;
  /** Gives a held time back before its five minutes are over. Only the person who holds it can do so. */
  releaseSlot: ReleaseSlotPayload;
  /** Removes an exception, so that the weekly availability holds on its days again. */
  removeAvailabilityException: AvailabilityExceptionPayload;
  /**
   * Says that the other person did not come. Possible from 15 minutes after the start. When the other
   * one has said that the session took place, it becomes DISPUTED instead of NO_SHOW.
   */
  reportNoShow: SessionPayload;
  /**
   * Asks for another time for a confirmed session before it starts. The session keeps its time until
   * the other person agrees, and stays the same session afterwards. The request ends by itself when
   * it is not answered within seven days, or before either time begins.
   */
  requestReschedule: SessionPayload;
  /**
   * Answers a request for another time. Only the person to whom it was made can accept; either of the
   * two can turn it down or take it back, and the session keeps its time. When one of the two has
   * another session at the new time, the answer is SLOT_TAKEN and the request stays; when one of them is
   * no longer available then, as for confirmSession, it is NOT_AVAILABLE.
   */
  respondToReschedule: SessionPayload;
  /** Ends the viewer's calendar feed: its address answers nothing any more. */
  revokeCalendarFeed: RevokeCalendarFeedPayload;
  /** Replaces the viewer's weekly availability. Exceptions stay as they are. */
  setAvailability: SetAvailabilityPayload;
};


export type MutationAddAvailabilityExceptionArgs = {
  input: AddAvailabilityExceptionInput;
};


export type MutationCancelSessionArgs = {
  input: SessionActionInput;
};


export type MutationConfirmSessionArgs = {
  input: SessionActionInput;
};


export type MutationContestOutcomeArgs = {
  input: SessionActionInput;
};


export type MutationCounterProposeSessionArgs = {
  input: CounterProposeSessionInput;
};


export type MutationDecideSessionOutcomeArgs = {
  input: DecideSessionOutcomeInput;
};


export type MutationDeclineSessionArgs = {
  input: SessionActionInput;
};


export type MutationHoldSlotArgs = {
  input: HoldSlotInput;
};


export type MutationMarkSessionDoneArgs = {
  input: SessionActionInput;
};


export type MutationProposeSeriesArgs = {
  input: ProposeSeriesInput;
};


export type MutationProposeSessionArgs = {
  input: ProposeSessionInput;
};


export type MutationProposeSwapArgs = {
  input: ProposeSwapInput;
};


export type MutationReleaseSlotArgs = {
  input: ReleaseSlotInput;
};


export type MutationRemoveAvailabilityExceptionArgs = {
  input: RemoveAvailabilityExceptionInput;
};


export type MutationReportNoShowArgs = {
  input: SessionActionInput;
};


export type MutationRequestRescheduleArgs = {
  input: RequestRescheduleInput;
};


export type MutationRespondToRescheduleArgs = {
  input: RespondToRescheduleInput;
};


export type MutationSetAvailabilityArgs = {
  input: SetAvailabilityInput;
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

/** A place to meet. */
export type Place = {
  __typename?: 'Place';
  /** How people call the place. */
  label: Scalars['String']['output'];
  /** Degrees north, when the viewer may know exactly. */
  latitude?: Maybe<Scalars['Float']['output']>;
  /** Degrees east, when the viewer may know exactly. */
  longitude?: Maybe<Scalars['Float']['output']>;
};

/** A place to meet. */
export type PlaceInput = {
  /** How people call the place, at most 200 characters. */
  label: Scalars['String']['input'];
  /** Degrees north, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** A session that is to repeat every week. */
export type ProposeSeriesInput = {
  /** When the first session ends: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /** Any text of the client's choosing, at most 200 characters, the same when the call is repeated. */
  idempotencyKey: Scalars['ID']['input'];
  /** Who is to learn. Only given when the skill's owner proposes. */
  learnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to meet remotely or on site. */
  mode: SessionMode;
  /** Where to meet on site. Required for sessions on site, and not for others. */
  place?: InputMaybe<PlaceInput>;
  /** A skill that somebody teaches; its owner is the teacher of all sessions. */
  skillId: Scalars['ID']['input'];
  /** When the first session starts: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
  /** The zone by whose clock the hour stays the same when clocks change; the viewer's when left out. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Whether messages about the sessions are to be translated for their readers; no when left out. */
  translatedChat?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where to meet remotely, an https address. Not for sessions on site. */
  videoUrl?: InputMaybe<Scalars['String']['input']>;
  /** How many weeks, and so sessions: 2 to 12. */
  weeks: Scalars['Int']['input'];
};

/** A proposal for a session. */
export type ProposeSessionInput = {
  /** When the session ends: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /** Any text of the client's choosing, at most 200 characters, the same when the call is repeated. */
  idempotencyKey: Scalars['ID']['input'];
  /** Who is to learn. Only given when the skill's owner proposes. */
  learnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to meet remotely or on site. */
  mode: SessionMode;
  /** Where to meet on site. Required for sessions on site, and not for others. */
  place?: InputMaybe<PlaceInput>;
  /** A skill that somebody teaches; its owner is the session's teacher. */
  skillId: Scalars['ID']['input'];
  /** When the session starts: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
  /** Whether messages about the session are to be translated for their readers; no when left out. */
  translatedChat?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where to meet remotely, an https address. Not for sessions on site. */
  videoUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Two sessions in which each of two people teaches the other. */
export type ProposeSwapInput = {
  /** Any text of the client's choosing, at most 200 characters, the same when the call is repeated. */
  idempotencyKey: Scalars['ID']['input'];
  /** The session in which the viewer learns, on a skill of the other person. */
  learn: SwapSessionInput;
  /** The session that the viewer teaches, on a skill of their own. */
  teach: SwapSessionInput;
};

export type Query = {
  __typename?: 'Query';
  /** The facts about a session that other subgraphs decide by. */
  internalSession?: Maybe<InternalSession>;
  /** Disputed sessions that wait for a moderator, the earliest start first. */
  openSessionDisputes: SessionConnection;
  /**
   * One session. Only its teacher and its learner, and administrators, can see it, and moderators once
   * there has been a dispute; for everyone else it does not exist.
   */
  session?: Maybe<Session>;
};


export type QueryInternalSessionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOpenSessionDisputesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QuerySessionArgs = {
  id: Scalars['ID']['input'];
};

/** Which held time to give back. */
export type ReleaseSlotInput = {
  /** The hold's id. */
  holdId: Scalars['ID']['input'];
};

/** What became of a held time that was to be given back. */
export type ReleaseSlotPayload = {
  __typename?: 'ReleaseSlotPayload';
  /** The id of the hold that is no more; null when there was none. */
  releasedHoldId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was given back; empty when something was. */
  userErrors: Array<SessionError>;
};

/** How far one can count on a person's coming, from the sessions that they had agreed to. */
export type Reliability = {
  __typename?: 'Reliability';
  /** Sessions that have taken place. */
  done: Scalars['Int']['output'];
  /** Sessions that the person cancelled less than 24 hours before the start. */
  lateCancellations: Scalars['Int']['output'];
  /** Sessions to which the person did not come. */
  noShows: Scalars['Int']['output'];
  /** From 0 to 1; 1 when nothing has gone wrong yet. Absence weighs twice as much as a late cancellation. */
  score: Scalars['Float']['output'];
};

/** Which exception to remove. */
export type RemoveAvailabilityExceptionInput = {
  /** The exception's id. */
  exceptionId: Scalars['ID']['input'];
};

/** Another time for a confirmed session. */
export type RequestRescheduleInput = {
  /** When the session is to end instead: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /**
   * The version that the client has seen. When the session has changed since, the answer is
   * STALE_VERSION.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the other person to read; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The session's id. */
  sessionId: Scalars['ID']['input'];
  /** When the session is to start instead: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
};

/** A request for another time for a confirmed session. */
export type RescheduleRequest = {
  __typename?: 'RescheduleRequest';
  /** When the session is to end instead. */
  endAt: Scalars['DateTime']['output'];
  /** When the request ends without an answer. */
  expiresAt: Scalars['DateTime']['output'];
  /** Why, in the words of the person who asks. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The person who asks for the other time. */
  requestedBy?: Maybe<User>;
  /** When the session is to start instead. */
  startAt: Scalars['DateTime']['output'];
};

/** The answer to a request for another time. */
export type RespondToRescheduleInput = {
  /** True moves the session to the new time, false lets it keep its own. */
  accept: Scalars['Boolean']['input'];
  /**
   * The version that the client has seen. When the session has changed since, the answer is
   * STALE_VERSION.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The session's id. */
  sessionId: Scalars['ID']['input'];
};

/** What became of the calendar feed that was to end. */
export type RevokeCalendarFeedPayload = {
  __typename?: 'RevokeCalendarFeedPayload';
  /** Whether there was one. */
  revoked: Scalars['Boolean']['output'];
  /** Why it goes on; empty when there is none any more. */
  userErrors: Array<CalendarFeedError>;
};

/**
 * An appointment between a teacher and a learner. Only the two of them, and administrators, can see it;
 * moderators can see those over which there has been a dispute.
 */
export type Session = {
  __typename?: 'Session';
  /** Those who did not come, when the session is NO_SHOW. */
  absentees: Array<Maybe<User>>;
  /** Whether the session was cancelled less than 24 hours before its start. */
  cancelledLate: Scalars['Boolean']['output'];
  /** Until when the person who was reported absent can contest it; null when nobody can. */
  contestableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When the session was proposed. */
  createdAt: Scalars['DateTime']['output'];
  /** The person who proposed the session. */
  createdBy?: Maybe<User>;
  /** The two people's disagreement on whether the session took place; null when there has been none. */
  dispute?: Maybe<SessionDispute>;
  /** When the session became DONE; null before. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the session ends. */
  endAt: Scalars['DateTime']['output'];
  /** The sessions together with which this one was proposed; null for a single one. */
  group?: Maybe<SessionGroup>;
  /** The session's id. */
  id: Scalars['ID']['output'];
  /** The person who learns. */
  learner?: Maybe<User>;
  /** Whether the two meet remotely or on site. */
  mode: SessionMode;
  /**
   * The person whose proposal the other one has answered or is to answer: the first one's, until
   * somebody proposes another time.
   */
  offeredBy?: Maybe<User>;
  /**
   * Where to meet on site. Coordinates are there for the two participants while the session is
   * CONFIRMED.
   */
  place?: Maybe<Place>;
  /** The reason that was given when the session was declined or cancelled, or an absence reported. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The other time that one of the two has asked for, while the session is RESCHEDULE_PENDING. */
  reschedule?: Maybe<RescheduleRequest>;
  /** The skill that is taught. */
  skill?: Maybe<Skill>;
  /** When the session starts. */
  startAt: Scalars['DateTime']['output'];
  /** How far the session has come. */
  status: SessionStatus;
  /** The person who teaches. */
  teacher?: Maybe<User>;
  /** Whether messages about this session are to be translated for their readers. */
  translatedChat: Scalars['Boolean']['output'];
  /**
   * The place of this version among the viewer's own session updates, for `mySessionUpdates`. Null for
   * those who do not take part.
   */
  updateCursor?: Maybe<Scalars['String']['output']>;
  /** Counts the changes of this session, from 1. */
  version: Scalars['Int']['output'];
  /** Where to meet remotely. Only the two participants can read it. */
  videoUrl?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer can cancel this session now. */
  viewerCanCancel: Scalars['Boolean']['output'];
  /** Whether the viewer can confirm this session now. */
  viewerCanConfirm: Scalars['Boolean']['output'];
  /** Whether the viewer was reported absent and can contest it now. */
  viewerCanContest: Scalars['Boolean']['output'];
};

/** What to do something with. */
export type SessionActionInput = {
  /**
   * The version that the client has seen. When the session has changed since, the answer is
   * STALE_VERSION.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Why, for the other person to read; at most 500 characters. Kept when declining, cancelling,
   * reporting an absence or contesting it.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The session's id. */
  sessionId: Scalars['ID']['input'];
};

/** A list of sessions. */
export type SessionConnection = {
  __typename?: 'SessionConnection';
  /** The sessions of this page. */
  edges: Array<SessionEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** Two people's disagreement on whether their session took place. */
export type SessionDispute = {
  __typename?: 'SessionDispute';
  /** When a moderator decided; null before. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** The person whose word turned the outcome into a dispute. */
  openedBy?: Maybe<User>;
  /** Why, in the words of the person who opened it. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The moderator's words for the two; null when there are none. */
  statement?: Maybe<Scalars['String']['output']>;
};

/** A session in a list. */
export type SessionEdge = {
  __typename?: 'SessionEdge';
  /** Where the session stands in the list. */
  cursor: Scalars['String']['output'];
  /** The session. */
  node: Session;
};

/** Why something about a session was refused. */
export type SessionError = UserError & {
  __typename?: 'SessionError';
  /** The reason, for programs. */
  code: SessionErrorCode;
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
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

/** Sessions that were proposed together and are answered together. */
export type SessionGroup = {
  __typename?: 'SessionGroup';
  /** The group's id. */
  id: Scalars['ID']['output'];
  /** What makes them belong together. */
  kind: SessionGroupKind;
  /** All of them, the earliest start first. */
  sessions: Array<Session>;
};

/** What makes sessions belong together. */
export type SessionGroupKind =
  /** The same session week after week. */
  | 'SERIES'
  /** Each of the two teaches the other once. */
  | 'SWAP';

/** Whether people meet remotely or on site. */
export type SessionMode =
  /** At a place. */
  | 'ONSITE'
  /** By video. */
  | 'REMOTE';

/** What became of a session. */
export type SessionPayload = {
  __typename?: 'SessionPayload';
  /** Other times that are open to both; only with SLOT_TAKEN. */
  alternatives?: Maybe<Array<Slot>>;
  /** The session as it is now; null when what was asked for was refused. */
  session?: Maybe<Session>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SessionError>;
};

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

/** What became of sessions that were proposed together. */
export type SessionsPayload = {
  __typename?: 'SessionsPayload';
  /** Other times that are open to both; only with SLOT_TAKEN. */
  alternatives?: Maybe<Array<Slot>>;
  /** The sessions, the earliest start first; null when the proposal was refused. */
  sessions?: Maybe<Array<Session>>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SessionError>;
};

/** Why a weekly availability was refused. */
export type SetAvailabilityError = UserError & {
  __typename?: 'SetAvailabilityError';
  /** The reason, for programs. */
  code: SetAvailabilityErrorCode;
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
};

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
  bufferMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** How many sessions a day may have, 1 to 24; any number when left out. */
  maximumPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** How many minutes ahead a session must be proposed, 0 to 43200; 0 when left out. */
  minimumNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The time zone in which days and hours are meant. */
  timeZone: Scalars['TimeZone']['input'];
  /** The hours that repeat every week, at most 70 windows that do not overlap. An empty list means never. */
  weekly: Array<WeeklyWindowInput>;
};

/** What became of the new weekly availability. */
export type SetAvailabilityPayload = {
  __typename?: 'SetAvailabilityPayload';
  /** The availability as it is now; null when it was refused. */
  availability?: Maybe<AvailabilityPlan>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<SetAvailabilityError>;
};

export type Skill = {
  __typename?: 'Skill';
  id: Scalars['ID']['output'];
};

/** A time that is open to two people. */
export type Slot = {
  __typename?: 'Slot';
  /** When the slot ends. */
  endAt: Scalars['DateTime']['output'];
  /** When the slot starts. */
  startAt: Scalars['DateTime']['output'];
};

/** A time that is kept free for two people while one of them fills in a proposal. */
export type SlotHold = {
  __typename?: 'SlotHold';
  /** When the held time ends. */
  endAt: Scalars['DateTime']['output'];
  /** When the hold ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** The hold's id. */
  id: Scalars['ID']['output'];
  /** When the held time starts. */
  startAt: Scalars['DateTime']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Every version of every session of the viewer, in the order in which they came about. */
  mySessionUpdates: Session;
  /**
   * Every version of one session as it comes about. With `afterVersion` the versions after that one
   * are answered first, so that nothing is missed between two connections.
   */
  sessionUpdated: Session;
};


export type SubscriptionMySessionUpdatesArgs = {
  afterCursor?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionSessionUpdatedArgs = {
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
  sessionId: Scalars['ID']['input'];
};

/** One half of a swap. */
export type SwapSessionInput = {
  /** When the session ends: 5 minutes to 12 hours after the start. */
  endAt: Scalars['DateTime']['input'];
  /** Whether to meet remotely or on site. */
  mode: SessionMode;
  /** Where to meet on site. Required for sessions on site, and not for others. */
  place?: InputMaybe<PlaceInput>;
  /** The skill that is taught. */
  skillId: Scalars['ID']['input'];
  /** When the session starts: in the future, at most a year ahead. */
  startAt: Scalars['DateTime']['input'];
  /** Whether messages about the session are to be translated for their readers; no when left out. */
  translatedChat?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where to meet remotely, an https address. Not for sessions on site. */
  videoUrl?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  /**
   * When this person is open to sessions week by week; null when they have not said, in which case they
   * are open at any time.
   */
  availability?: Maybe<AvailabilityPlan>;
  /** The calendar feed of this person's sessions; null when they have none. Only the person may read it. */
  calendarFeed?: Maybe<CalendarFeed>;
  id: Scalars['ID']['output'];
  /**
   * Times that are open for this person and for the viewer: inside both people's availability, free
   * for both, and starting on the quarter hour in this person's time zone. Slots may overlap each other.
   */
  openSlots?: Maybe<Array<Slot>>;
  /** How far one can count on this person's coming. */
  reliability?: Maybe<Reliability>;
  /** The sessions of this person, the latest start first. Only the person may read it. */
  sessions?: Maybe<SessionConnection>;
};


export type UserOpenSlotsArgs = {
  durationMinutes: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type UserSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<Array<SessionStatus>>;
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

/** Hours that repeat every week. */
export type WeeklyWindow = {
  __typename?: 'WeeklyWindow';
  /** The day of the week. */
  day: Weekday;
  /** When the window closes. */
  end: Scalars['LocalTime']['output'];
  /** When the window opens. */
  start: Scalars['LocalTime']['output'];
};

/** Hours that are to repeat every week. */
export type WeeklyWindowInput = {
  /** The day of the week. */
  day: Weekday;
  /** When the window closes, later than `start`; 24:00 is the end of the day. */
  end: Scalars['LocalTime']['input'];
  /** When the window opens. */
  start: Scalars['LocalTime']['input'];
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
  Session: Session;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( AvailabilityExceptionError )
    | ( CalendarFeedError )
    | ( SessionError )
    | ( SetAvailabilityError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddAvailabilityExceptionInput: AddAvailabilityExceptionInput;
  AvailabilityException: ResolverTypeWrapper<AvailabilityException>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AvailabilityExceptionError: ResolverTypeWrapper<AvailabilityExceptionError>;
  AvailabilityExceptionErrorCode: AvailabilityExceptionErrorCode;
  AvailabilityExceptionPayload: ResolverTypeWrapper<Omit<AvailabilityExceptionPayload, 'availability'> & { availability?: Maybe<ResolversTypes['AvailabilityPlan']> }>;
  AvailabilityPlan: ResolverTypeWrapper<Availability>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CalendarFeed: ResolverTypeWrapper<CalendarFeedRecord>;
  CalendarFeedError: ResolverTypeWrapper<CalendarFeedError>;
  CalendarFeedErrorCode: CalendarFeedErrorCode;
  CounterProposeSessionInput: CounterProposeSessionInput;
  CreateCalendarFeedPayload: ResolverTypeWrapper<CreateCalendarFeedPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayWindow: ResolverTypeWrapper<DayWindow>;
  DayWindowInput: DayWindowInput;
  DecideSessionOutcomeInput: DecideSessionOutcomeInput;
  HoldSlotInput: HoldSlotInput;
  HoldSlotPayload: ResolverTypeWrapper<HoldSlotPayload>;
  InternalSession: ResolverTypeWrapper<SessionRecord>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Place: ResolverTypeWrapper<VisiblePlace>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PlaceInput: PlaceInput;
  ProposeSeriesInput: ProposeSeriesInput;
  ProposeSessionInput: ProposeSessionInput;
  ProposeSwapInput: ProposeSwapInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReleaseSlotInput: ReleaseSlotInput;
  ReleaseSlotPayload: ResolverTypeWrapper<ReleaseSlotPayload>;
  Reliability: ResolverTypeWrapper<ReliabilityRecord>;
  RemoveAvailabilityExceptionInput: RemoveAvailabilityExceptionInput;
  RequestRescheduleInput: RequestRescheduleInput;
  RescheduleRequest: ResolverTypeWrapper<Reschedule>;
  RespondToRescheduleInput: RespondToRescheduleInput;
  RevokeCalendarFeedPayload: ResolverTypeWrapper<RevokeCalendarFeedPayload>;
  Session: ResolverTypeWrapper<SessionRecord>;
  SessionActionInput: SessionActionInput;
  SessionConnection: ResolverTypeWrapper<Omit<SessionConnection, 'edges'> & { edges: Array<ResolversTypes['SessionEdge']> }>;
  SessionDispute: ResolverTypeWrapper<Dispute>;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  SessionError: ResolverTypeWrapper<SessionError>;
  SessionErrorCode: SessionErrorCode;
  SessionGroup: ResolverTypeWrapper<Omit<SessionGroup, 'sessions'> & { sessions: Array<ResolversTypes['Session']> }>;
  SessionGroupKind: SessionGroupKind;
  SessionMode: SessionMode;
  SessionPayload: ResolverTypeWrapper<Omit<SessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  SessionStatus: SessionStatus;
  SessionsPayload: ResolverTypeWrapper<Omit<SessionsPayload, 'sessions'> & { sessions?: Maybe<Array<ResolversTypes['Session']>> }>;
  SetAvailabilityError: ResolverTypeWrapper<SetAvailabilityError>;
  SetAvailabilityErrorCode: SetAvailabilityErrorCode;
  SetAvailabilityInput: SetAvailabilityInput;
  SetAvailabilityPayload: ResolverTypeWrapper<Omit<SetAvailabilityPayload, 'availability'> & { availability?: Maybe<ResolversTypes['AvailabilityPlan']> }>;
  Skill: ResolverTypeWrapper<EntityReference>;
  Slot: ResolverTypeWrapper<Slot>;
  SlotHold: ResolverTypeWrapper<SlotHold>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SwapSessionInput: SwapSessionInput;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  User: ResolverTypeWrapper<EntityReference>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  Weekday: Weekday;
  WeeklyWindow: ResolverTypeWrapper<WeeklyWindow>;
  WeeklyWindowInput: WeeklyWindowInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddAvailabilityExceptionInput: AddAvailabilityExceptionInput;
  AvailabilityException: AvailabilityException;
  ID: Scalars['ID']['output'];
  AvailabilityExceptionError: AvailabilityExceptionError;
  AvailabilityExceptionPayload: Omit<AvailabilityExceptionPayload, 'availability'> & { availability?: Maybe<ResolversParentTypes['AvailabilityPlan']> };
  AvailabilityPlan: Availability;
  Int: Scalars['Int']['output'];
  CalendarFeed: CalendarFeedRecord;
  CalendarFeedError: CalendarFeedError;
  CounterProposeSessionInput: CounterProposeSessionInput;
  CreateCalendarFeedPayload: CreateCalendarFeedPayload;
  DateTime: Scalars['DateTime']['output'];
  DayWindow: DayWindow;
  DayWindowInput: DayWindowInput;
  DecideSessionOutcomeInput: DecideSessionOutcomeInput;
  HoldSlotInput: HoldSlotInput;
  HoldSlotPayload: HoldSlotPayload;
  InternalSession: SessionRecord;
  LocalDate: Scalars['LocalDate']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Place: VisiblePlace;
  Float: Scalars['Float']['output'];
  PlaceInput: PlaceInput;
  ProposeSeriesInput: ProposeSeriesInput;
  ProposeSessionInput: ProposeSessionInput;
  ProposeSwapInput: ProposeSwapInput;
  Query: Record<PropertyKey, never>;
  ReleaseSlotInput: ReleaseSlotInput;
  ReleaseSlotPayload: ReleaseSlotPayload;
  Reliability: ReliabilityRecord;
  RemoveAvailabilityExceptionInput: RemoveAvailabilityExceptionInput;
  RequestRescheduleInput: RequestRescheduleInput;
  RescheduleRequest: Reschedule;
  RespondToRescheduleInput: RespondToRescheduleInput;
  RevokeCalendarFeedPayload: RevokeCalendarFeedPayload;
  Session: SessionRecord;
  SessionActionInput: SessionActionInput;
  SessionConnection: Omit<SessionConnection, 'edges'> & { edges: Array<ResolversParentTypes['SessionEdge']> };
  SessionDispute: Dispute;
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  SessionError: SessionError;
  SessionGroup: Omit<SessionGroup, 'sessions'> & { sessions: Array<ResolversParentTypes['Session']> };
  SessionPayload: Omit<SessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  SessionsPayload: Omit<SessionsPayload, 'sessions'> & { sessions?: Maybe<Array<ResolversParentTypes['Session']>> };
  SetAvailabilityError: SetAvailabilityError;
  SetAvailabilityInput: SetAvailabilityInput;
  SetAvailabilityPayload: Omit<SetAvailabilityPayload, 'availability'> & { availability?: Maybe<ResolversParentTypes['AvailabilityPlan']> };
  Skill: EntityReference;
  Slot: Slot;
  SlotHold: SlotHold;
  Subscription: Record<PropertyKey, never>;
  SwapSessionInput: SwapSessionInput;
  TimeZone: Scalars['TimeZone']['output'];
  User: EntityReference;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  WeeklyWindow: WeeklyWindow;
  WeeklyWindowInput: WeeklyWindowInput;
  String: Scalars['String']['output'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
  field: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AvailabilityExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityException'] = ResolversParentTypes['AvailabilityException']> = {
  firstDay?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastDay?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['DayWindow']>, ParentType, ContextType>;
};

export type AvailabilityExceptionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExceptionError'] = ResolversParentTypes['AvailabilityExceptionError']> = {
  code?: Resolver<ResolversTypes['AvailabilityExceptionErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExceptionPayload'] = ResolversParentTypes['AvailabilityExceptionPayload']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['AvailabilityExceptionError']>, ParentType, ContextType>;
};

export type AvailabilityPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityPlan'] = ResolversParentTypes['AvailabilityPlan']> = {
  bufferMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exceptions?: Resolver<Maybe<Array<ResolversTypes['AvailabilityException']>>, ParentType, ContextType>;
  maximumPerDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumNoticeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  weekly?: Resolver<Array<ResolversTypes['WeeklyWindow']>, ParentType, ContextType>;
};

export type CalendarFeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarFeed'] = ResolversParentTypes['CalendarFeed']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CalendarFeedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarFeedError'] = ResolversParentTypes['CalendarFeedError']> = {
  code?: Resolver<ResolversTypes['CalendarFeedErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCalendarFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCalendarFeedPayload'] = ResolversParentTypes['CreateCalendarFeedPayload']> = {
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CalendarFeedError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayWindow'] = ResolversParentTypes['DayWindow']> = {
  end?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
};

export type HoldSlotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSlotPayload'] = ResolversParentTypes['HoldSlotPayload']> = {
  alternatives?: Resolver<Maybe<Array<ResolversTypes['Slot']>>, ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['SlotHold']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SessionError']>, ParentType, ContextType>;
};

export type InternalSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalSession'] = ResolversParentTypes['InternalSession']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learnerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  noShowUserIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SessionStatus'], ParentType, ContextType>;
  teacherId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAvailabilityException: Resolver<ResolversTypes['AvailabilityExceptionPayload'], ParentType, ContextType, RequireFields<MutationAddAvailabilityExceptionArgs, 'input'>>;
  cancelSession: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationCancelSessionArgs, 'input'>>;
  confirmSession: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationConfirmSessionArgs, 'input'>>;
  contestOutcome: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationContestOutcomeArgs, 'input'>>;
  counterProposeSession: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationCounterProposeSessionArgs, 'input'>>;
  createCalendarFeed: Resolver<ResolversTypes['CreateCalendarFeedPayload'], ParentType, ContextType>;
  decideSessionOutcome: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationDecideSessionOutcomeArgs, 'input'>>;
  declineSession: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationDeclineSessionArgs, 'input'>>;
  holdSlot: Resolver<ResolversTypes['HoldSlotPayload'], ParentType, ContextType, RequireFields<MutationHoldSlotArgs, 'input'>>;
  markSessionDone: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationMarkSessionDoneArgs, 'input'>>;
  proposeSeries: Resolver<ResolversTypes['SessionsPayload'], ParentType, ContextType, RequireFields<MutationProposeSeriesArgs, 'input'>>;
  proposeSession: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationProposeSessionArgs, 'input'>>;
  proposeSwap: Resolver<ResolversTypes['SessionsPayload'], ParentType, ContextType, RequireFields<MutationProposeSwapArgs, 'input'>>;
  releaseSlot: Resolver<ResolversTypes['ReleaseSlotPayload'], ParentType, ContextType, RequireFields<MutationReleaseSlotArgs, 'input'>>;
  removeAvailabilityException: Resolver<ResolversTypes['AvailabilityExceptionPayload'], ParentType, ContextType, RequireFields<MutationRemoveAvailabilityExceptionArgs, 'input'>>;
  reportNoShow: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationReportNoShowArgs, 'input'>>;
  requestReschedule: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationRequestRescheduleArgs, 'input'>>;
  respondToReschedule: Resolver<ResolversTypes['SessionPayload'], ParentType, ContextType, RequireFields<MutationRespondToRescheduleArgs, 'input'>>;
  revokeCalendarFeed: Resolver<ResolversTypes['RevokeCalendarFeedPayload'], ParentType, ContextType>;
  setAvailability: Resolver<ResolversTypes['SetAvailabilityPayload'], ParentType, ContextType, RequireFields<MutationSetAvailabilityArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  internalSession: Resolver<Maybe<ResolversTypes['InternalSession']>, ParentType, ContextType, RequireFields<QueryInternalSessionArgs, 'id'>>;
  openSessionDisputes: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<QueryOpenSessionDisputesArgs, 'first'>>;
  session: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<QuerySessionArgs, 'id'>>;
};

export type ReleaseSlotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSlotPayload'] = ResolversParentTypes['ReleaseSlotPayload']> = {
  releasedHoldId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SessionError']>, ParentType, ContextType>;
};

export type ReliabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reliability'] = ResolversParentTypes['Reliability']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lateCancellations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noShows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RescheduleRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleRequest'] = ResolversParentTypes['RescheduleRequest']> = {
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RevokeCalendarFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeCalendarFeedPayload'] = ResolversParentTypes['RevokeCalendarFeedPayload']> = {
  revoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CalendarFeedError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  absentees?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  cancelledLate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contestableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  dispute?: Resolver<Maybe<ResolversTypes['SessionDispute']>, ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['SessionGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SessionMode'], ParentType, ContextType>;
  offeredBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reschedule?: Resolver<Maybe<ResolversTypes['RescheduleRequest']>, ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SessionStatus'], ParentType, ContextType>;
  teacher?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  translatedChat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updateCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  videoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCanCancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanConfirm?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanContest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SessionDisputeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionDispute'] = ResolversParentTypes['SessionDispute']> = {
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  openedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionError'] = ResolversParentTypes['SessionError']> = {
  code?: Resolver<ResolversTypes['SessionErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionGroup'] = ResolversParentTypes['SessionGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SessionGroupKind'], ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type SessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionPayload'] = ResolversParentTypes['SessionPayload']> = {
  alternatives?: Resolver<Maybe<Array<ResolversTypes['Slot']>>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SessionError']>, ParentType, ContextType>;
};

export type SessionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionsPayload'] = ResolversParentTypes['SessionsPayload']> = {
  alternatives?: Resolver<Maybe<Array<ResolversTypes['Slot']>>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<Array<ResolversTypes['Session']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SessionError']>, ParentType, ContextType>;
};

export type SetAvailabilityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAvailabilityError'] = ResolversParentTypes['SetAvailabilityError']> = {
  code?: Resolver<ResolversTypes['SetAvailabilityErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAvailabilityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAvailabilityPayload'] = ResolversParentTypes['SetAvailabilityPayload']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetAvailabilityError']>, ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SlotHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotHold'] = ResolversParentTypes['SlotHold']> = {
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  mySessionUpdates: SubscriptionResolver<ResolversTypes['Session'], "mySessionUpdates", ParentType, ContextType, Partial<SubscriptionMySessionUpdatesArgs>>;
  sessionUpdated: SubscriptionResolver<ResolversTypes['Session'], "sessionUpdated", ParentType, ContextType, RequireFields<SubscriptionSessionUpdatedArgs, 'sessionId'>>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityPlan']>, ParentType, ContextType>;
  calendarFeed?: Resolver<Maybe<ResolversTypes['CalendarFeed']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openSlots?: Resolver<Maybe<Array<ResolversTypes['Slot']>>, ParentType, ContextType, RequireFields<UserOpenSlotsArgs, 'durationMinutes' | 'from' | 'to'>>;
  reliability?: Resolver<Maybe<ResolversTypes['Reliability']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ResolversTypes['SessionConnection']>, ParentType, ContextType, RequireFields<UserSessionsArgs, 'first'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AvailabilityExceptionError' | 'CalendarFeedError' | 'SessionError' | 'SetAvailabilityError', ParentType, ContextType>;
};

export type WeeklyWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WeeklyWindow'] = ResolversParentTypes['WeeklyWindow']> = {
  day?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AvailabilityException?: AvailabilityExceptionResolvers<ContextType>;
  AvailabilityExceptionError?: AvailabilityExceptionErrorResolvers<ContextType>;
  AvailabilityExceptionPayload?: AvailabilityExceptionPayloadResolvers<ContextType>;
  AvailabilityPlan?: AvailabilityPlanResolvers<ContextType>;
  CalendarFeed?: CalendarFeedResolvers<ContextType>;
  CalendarFeedError?: CalendarFeedErrorResolvers<ContextType>;
  CreateCalendarFeedPayload?: CreateCalendarFeedPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayWindow?: DayWindowResolvers<ContextType>;
  HoldSlotPayload?: HoldSlotPayloadResolvers<ContextType>;
  InternalSession?: InternalSessionResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReleaseSlotPayload?: ReleaseSlotPayloadResolvers<ContextType>;
  Reliability?: ReliabilityResolvers<ContextType>;
  RescheduleRequest?: RescheduleRequestResolvers<ContextType>;
  RevokeCalendarFeedPayload?: RevokeCalendarFeedPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionDispute?: SessionDisputeResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SessionError?: SessionErrorResolvers<ContextType>;
  SessionGroup?: SessionGroupResolvers<ContextType>;
  SessionPayload?: SessionPayloadResolvers<ContextType>;
  SessionsPayload?: SessionsPayloadResolvers<ContextType>;
  SetAvailabilityError?: SetAvailabilityErrorResolvers<ContextType>;
  SetAvailabilityPayload?: SetAvailabilityPayloadResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  SlotHold?: SlotHoldResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WeeklyWindow?: WeeklyWindowResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
};
