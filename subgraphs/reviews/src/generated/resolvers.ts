import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Review as ReviewRecord } from '../review.ts';
import type { Feedback } from '../moderation-repository.ts';
import type { CriterionReputation as CriterionReputationRecord, ReviewedPerson } from '../reputation.ts';
import type { SessionReference } from '../session-reference.ts';
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
  _FieldSet: { input: unknown; output: unknown; }
};

/** How a person is regarded in one respect. */
export type CriterionReputation = {
  __typename?: 'CriterionReputation';
  /** How much the score rests on reviews instead of on what is usual, from 0 without any towards 1. */
  confidence: Scalars['Float']['output'];
  /** The number of published reviews that the score rests on. */
  count: Scalars['Int']['output'];
  /** What was rated. */
  criterion: ReviewCriterion;
  /** The score from 1 to 5, made as the overall score is. */
  score: Scalars['Float']['output'];
};

/** Why decideReviewDispute refused a decision. */
export type DecideReviewDisputeError = UserError & {
  __typename?: 'DecideReviewDisputeError';
  /** The reason, for programs. */
  code: DecideReviewDisputeErrorCode;
  /** The problem in words, for the person. */
  message: Scalars['String']['output'];
  /** The path of the input field that it is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which decideReviewDispute refuses a decision. */
export type DecideReviewDisputeErrorCode =
  /** The dispute is decided already. */
  | 'ALREADY_DECIDED'
  /** The text is blank, too long, or has characters that text does not have. */
  | 'INVALID_TEXT'
  /** The viewer is one of the two people whom the review concerns. */
  | 'NOT_ALLOWED'
  /** There is no dispute over a review with this id. */
  | 'NOT_FOUND';

/** A decision as a moderator takes it. */
export type DecideReviewDisputeInput = {
  /** Whether the review is hidden or stays. */
  outcome: ReviewDisputeOutcome;
  /** The review whose dispute is decided. */
  reviewId: Scalars['ID']['input'];
  /** Words that the two people read, at most 2000 characters. */
  statement?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of decideReviewDispute. */
export type DecideReviewDisputePayload = {
  __typename?: 'DecideReviewDisputePayload';
  /** The decided dispute; null when the decision was refused. */
  dispute?: Maybe<ReviewDispute>;
  /** Why the decision was refused; empty when it was taken. */
  userErrors: Array<DecideReviewDisputeError>;
};

/** Why disputeReview refused a dispute. */
export type DisputeReviewError = UserError & {
  __typename?: 'DisputeReviewError';
  /** The reason, for programs. */
  code: DisputeReviewErrorCode;
  /** The problem in words, for the person. */
  message: Scalars['String']['output'];
  /** The path of the input field that it is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which disputeReview refuses a dispute. */
export type DisputeReviewErrorCode =
  /** The viewer has disputed this review already. */
  | 'ALREADY_DISPUTED'
  /** The text is blank, too long, or has characters that text does not have. */
  | 'INVALID_TEXT'
  /** The review is about somebody else. */
  | 'NOT_ALLOWED'
  /** The viewer can read no published review with this id. */
  | 'NOT_FOUND';

/** A dispute as the reviewed person opens it. */
export type DisputeReviewInput = {
  /** What is wrong with the review, at most 2000 characters; moderators read it. */
  reason: Scalars['String']['input'];
  /** The review, which must be published. */
  reviewId: Scalars['ID']['input'];
};

/** The outcome of disputeReview. */
export type DisputeReviewPayload = {
  __typename?: 'DisputeReviewPayload';
  /** The dispute; null when it was refused. */
  dispute?: Maybe<ReviewDispute>;
  /** Why the dispute was refused; empty when it is open. */
  userErrors: Array<DisputeReviewError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Decides a dispute over a review, once and for all. An upheld dispute hides the review, which then
   * no longer counts for anybody's reputation.
   */
  decideReviewDispute: DecideReviewDisputePayload;
  /**
   * Asks the moderators to take a published review away. Only the person whom the review is about can
   * do it, and only once; the review stays as it is until a moderator has decided.
   */
  disputeReview: DisputeReviewPayload;
  /**
   * Counts all reviews of a person anew. It comes to what was counted with each review, so it changes
   * nothing unless something is wrong.
   */
  recomputeReputation: RecomputeReputationPayload;
  /**
   * Answers a published review in public. Only the person whom the review is about can do it, and
   * only once; the answer stays as it is.
   */
  replyToReview: ReplyToReviewPayload;
  /**
   * Reviews the other participant of a session that is done, within 14 days from then and once.
   * Nobody but its author reads the review until the other participant has written theirs or the 14
   * days are over; after that it stays as it is.
   */
  submitReview: SubmitReviewPayload;
};


export type MutationDecideReviewDisputeArgs = {
  input: DecideReviewDisputeInput;
};


export type MutationDisputeReviewArgs = {
  input: DisputeReviewInput;
};


export type MutationRecomputeReputationArgs = {
  input: RecomputeReputationInput;
};


export type MutationReplyToReviewArgs = {
  input: ReplyToReviewInput;
};


export type MutationSubmitReviewArgs = {
  input: SubmitReviewInput;
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

export type Query = {
  __typename?: 'Query';
  /** The disputes over reviews that wait for a moderator, the oldest first. */
  openReviewDisputes: ReviewDisputeConnection;
  /**
   * What reviewers wrote for the platform alone, with reviews that are published by now, the newest
   * first. Nobody finds here what they wrote themselves or what is about them.
   */
  reviewFeedback: ReviewFeedbackConnection;
};


export type QueryOpenReviewDisputesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryReviewFeedbackArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Why recomputeReputation counted nothing. */
export type RecomputeReputationError = UserError & {
  __typename?: 'RecomputeReputationError';
  /** The reason, for programs. */
  code: RecomputeReputationErrorCode;
  /** The problem in words, for the person. */
  message: Scalars['String']['output'];
  /** The path of the input field that it is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which recomputeReputation counts nothing. */
export type RecomputeReputationErrorCode =
  /** Nobody has this id. */
  | 'NOT_FOUND';

/** Whose reviews are counted anew. */
export type RecomputeReputationInput = {
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** The outcome of recomputeReputation. */
export type RecomputeReputationPayload = {
  __typename?: 'RecomputeReputationPayload';
  /** True when something else came out than was counted before. */
  hasChanged: Scalars['Boolean']['output'];
  /** The person; null when nobody has the id. */
  user?: Maybe<User>;
  /** Why nothing was counted; empty when it was. */
  userErrors: Array<RecomputeReputationError>;
};

/** Why replyToReview refused an answer. */
export type ReplyToReviewError = UserError & {
  __typename?: 'ReplyToReviewError';
  /** The reason, for programs. */
  code: ReplyToReviewErrorCode;
  /** The problem in words, for the person. */
  message: Scalars['String']['output'];
  /** The path of the input field that it is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which replyToReview refuses an answer. */
export type ReplyToReviewErrorCode =
  /** The viewer has answered this review already. */
  | 'ALREADY_REPLIED'
  /** The text is blank, too long, or has characters that text does not have. */
  | 'INVALID_TEXT'
  /** The review is about somebody else. */
  | 'NOT_ALLOWED'
  /** The viewer can read no published review with this id. */
  | 'NOT_FOUND';

/** An answer as the reviewed person writes it. */
export type ReplyToReviewInput = {
  /** The review, which must be published. */
  reviewId: Scalars['ID']['input'];
  /** Words that everybody may read, at most 2000 characters. */
  text: Scalars['String']['input'];
};

/** The outcome of replyToReview. */
export type ReplyToReviewPayload = {
  __typename?: 'ReplyToReviewPayload';
  /** The review with its answer; null when the answer was refused. */
  review?: Maybe<Review>;
  /** Why the answer was refused; empty when it was stored. */
  userErrors: Array<ReplyToReviewError>;
};

/**
 * How a person is regarded by those who met them in sessions. Only published reviews count; what is a
 * year older counts half, and the more often the same author has reviewed the same person the less
 * each further review counts.
 */
export type Reputation = {
  __typename?: 'Reputation';
  /** The mean communication of what counts, from 1 to 5; null without reviews. */
  communication?: Maybe<Scalars['Float']['output']>;
  /** How much the score rests on reviews instead of on what is usual, from 0 without any towards 1. */
  confidence: Scalars['Float']['output'];
  /** The number of published reviews that the score rests on. */
  count: Scalars['Int']['output'];
  /** The same for each thing that reviews rate. */
  criteria: Array<CriterionReputation>;
  /** The mean engagement of what counts, from 1 to 5; null without reviews. */
  engagement?: Maybe<Scalars['Float']['output']>;
  /** The mean pedagogy of what counts, from 1 to 5; null without reviews. */
  pedagogy?: Maybe<Scalars['Float']['output']>;
  /** The mean punctuality of what counts, from 1 to 5; null without reviews. */
  punctuality?: Maybe<Scalars['Float']['output']>;
  /**
   * The overall score from 1 to 5. It starts from what is usual and moves to the mean of the stars as
   * reviews come in, so that a single review neither makes nor breaks anybody.
   */
  score: Scalars['Float']['output'];
};

/** What one participant of a session says about the other. */
export type Review = {
  __typename?: 'Review';
  /** The reviewer's words, if there are any. */
  comment?: Maybe<Scalars['String']['output']>;
  /** How well the reviewed person communicated, from 1 to 5. */
  communication: Scalars['Int']['output'];
  /** When the review was written. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * The reviewed person's objection, which that person and moderators can read; null without one and
   * for everybody else.
   */
  dispute?: Maybe<ReviewDispute>;
  /** How engaged the reviewed person was, from 1 to 5. */
  engagement: Scalars['Int']['output'];
  /** The review's id, which begins with rev_. */
  id: Scalars['ID']['output'];
  /**
   * What a moderator decided over the review, which its two people and moderators can read; null
   * before a decision and for everybody else.
   */
  moderation?: Maybe<ReviewModeration>;
  /** How well the reviewed person taught or learnt, from 1 to 5. */
  pedagogy: Scalars['Int']['output'];
  /** When everybody could read the review; null while only its author can. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How punctual the reviewed person was, from 1 to 5. */
  punctuality: Scalars['Int']['output'];
  /** The reviewed person's public answer, if there is one. */
  reply?: Maybe<Scalars['String']['output']>;
  /** The person whom the review is about. */
  reviewee?: Maybe<User>;
  /** The person who wrote the review. */
  reviewer?: Maybe<User>;
  /** The session that is reviewed. */
  session?: Maybe<Session>;
  /** The overall impression, from 1 to 5. */
  stars: Scalars['Int']['output'];
  /** Where the review stands. */
  state: ReviewState;
};

/** One page of reviews. */
export type ReviewConnection = {
  __typename?: 'ReviewConnection';
  /** The reviews of this page, each with its place in the list. */
  edges: Array<ReviewEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** What each review rates. */
export type ReviewCriterion =
  /** How well somebody communicates. */
  | 'COMMUNICATION'
  /** How engaged somebody is. */
  | 'ENGAGEMENT'
  /** How well somebody teaches or learns. */
  | 'PEDAGOGY'
  /** How punctual somebody is. */
  | 'PUNCTUALITY';

/** The reviewed person's objection to a review. */
export type ReviewDispute = {
  __typename?: 'ReviewDispute';
  /** What a moderator decided; null while the dispute is open. */
  moderation?: Maybe<ReviewModeration>;
  /** When the dispute was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** What the reviewed person finds wrong with the review. */
  reason: Scalars['String']['output'];
  /** The review that is disputed. */
  review: Review;
};

/** One page of disputes. */
export type ReviewDisputeConnection = {
  __typename?: 'ReviewDisputeConnection';
  /** The disputes of this page, each with its place in the list. */
  edges: Array<ReviewDisputeEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A dispute and its place in a list. */
export type ReviewDisputeEdge = {
  __typename?: 'ReviewDisputeEdge';
  /** The place in the list, to continue after it. */
  cursor: Scalars['String']['output'];
  /** The dispute at this place. */
  node: ReviewDispute;
};

/** What becomes of a disputed review. */
export type ReviewDisputeOutcome =
  /** The objection is not right: the review stays. */
  | 'REJECTED'
  /** The objection is right: the review is hidden. */
  | 'UPHELD';

/** A review and its place in a list. */
export type ReviewEdge = {
  __typename?: 'ReviewEdge';
  /** The place in the list, to continue after it. */
  cursor: Scalars['String']['output'];
  /** The review at this place. */
  node: Review;
};

/** What a reviewer wrote for the platform alone. */
export type ReviewFeedback = {
  __typename?: 'ReviewFeedback';
  /** The review that they came with; null when the viewer may not read it. */
  review?: Maybe<Review>;
  /** The reviewer's words. */
  text: Scalars['String']['output'];
};

/** One page of private feedback. */
export type ReviewFeedbackConnection = {
  __typename?: 'ReviewFeedbackConnection';
  /** The feedback of this page, each piece with its place in the list. */
  edges: Array<ReviewFeedbackEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A piece of private feedback and its place in a list. */
export type ReviewFeedbackEdge = {
  __typename?: 'ReviewFeedbackEdge';
  /** The place in the list, to continue after it. */
  cursor: Scalars['String']['output'];
  /** The piece of feedback at this place. */
  node: ReviewFeedback;
};

/** What a moderator decided over a review. */
export type ReviewModeration = {
  __typename?: 'ReviewModeration';
  /** When it was decided. */
  decidedAt: Scalars['DateTime']['output'];
  /** Whether the review was hidden or stays. */
  outcome: ReviewDisputeOutcome;
  /** The moderator's words to the two people, if there are any. */
  statement?: Maybe<Scalars['String']['output']>;
};

/** Where a review stands. */
export type ReviewState =
  /**
   * A moderator has taken it away: only its two people and moderators can read it, and it does not
   * count.
   */
  | 'HIDDEN'
  /** Everybody can read it, and it counts. */
  | 'PUBLISHED'
  /** Only its author can read it. */
  | 'SEALED';

export type Session = {
  __typename?: 'Session';
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  learner?: Maybe<User>;
  /**
   * The reviews of the session that the viewer may read: the published ones and the viewer's own;
   * hidden ones only when they are by or about the viewer.
   */
  reviews?: Maybe<Array<Review>>;
  status: SessionStatus;
  teacher?: Maybe<User>;
  /** True when the viewer may review this session now. */
  viewerCanReview?: Maybe<Scalars['Boolean']['output']>;
};

export type SessionStatus =
  | 'CANCELLED'
  | 'CONFIRMED'
  | 'COUNTERED'
  | 'DECLINED'
  | 'DISPUTED'
  | 'DONE'
  | 'EXPIRED'
  | 'NO_SHOW'
  | 'PROPOSED'
  | 'RESCHEDULE_PENDING';

/** Why submitReview refused a review. */
export type SubmitReviewError = UserError & {
  __typename?: 'SubmitReviewError';
  /** The reason, for programs. */
  code: SubmitReviewErrorCode;
  /** The problem in words, for the person. */
  message: Scalars['String']['output'];
  /** The path of the input field that it is about; empty when it is about the whole input. */
  path: Array<Scalars['String']['output']>;
};

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
  comment?: InputMaybe<Scalars['String']['input']>;
  /** How well the other person communicated, from 1 to 5. */
  communication: Scalars['Int']['input'];
  /** How engaged the other person was, from 1 to 5. */
  engagement: Scalars['Int']['input'];
  /** How well the other person taught or learnt, from 1 to 5. */
  pedagogy: Scalars['Int']['input'];
  /** Words for the platform alone, at most 2000 characters; the other person never reads them. */
  privateFeedback?: InputMaybe<Scalars['String']['input']>;
  /** How punctual the other person was, from 1 to 5. */
  punctuality: Scalars['Int']['input'];
  /** The session, which must be done. */
  sessionId: Scalars['ID']['input'];
  /** The overall impression, from 1 to 5. */
  stars: Scalars['Int']['input'];
};

/** The outcome of submitReview. */
export type SubmitReviewPayload = {
  __typename?: 'SubmitReviewPayload';
  /** The stored review; null when it was refused. */
  review?: Maybe<Review>;
  /** Why the review was refused; empty when it was stored. */
  userErrors: Array<SubmitReviewError>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** How the person is regarded by those who met them in sessions. */
  reputation?: Maybe<Reputation>;
  /** The published reviews about the person, the newest first. */
  reviewsReceived?: Maybe<ReviewConnection>;
};


export type UserReviewsReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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
  Review: Review;
  Session: Session;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Session'], {"status":true,"doneAt":true,"teacher":{"id":true},"learner":{"id":true}}> ) );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( DecideReviewDisputeError )
    | ( DisputeReviewError )
    | ( RecomputeReputationError )
    | ( ReplyToReviewError )
    | ( SubmitReviewError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CriterionReputation: ResolverTypeWrapper<CriterionReputationRecord>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideReviewDisputeError: ResolverTypeWrapper<DecideReviewDisputeError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DecideReviewDisputeErrorCode: DecideReviewDisputeErrorCode;
  DecideReviewDisputeInput: DecideReviewDisputeInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DecideReviewDisputePayload: ResolverTypeWrapper<Omit<DecideReviewDisputePayload, 'dispute'> & { dispute?: Maybe<ResolversTypes['ReviewDispute']> }>;
  DisputeReviewError: ResolverTypeWrapper<DisputeReviewError>;
  DisputeReviewErrorCode: DisputeReviewErrorCode;
  DisputeReviewInput: DisputeReviewInput;
  DisputeReviewPayload: ResolverTypeWrapper<Omit<DisputeReviewPayload, 'dispute'> & { dispute?: Maybe<ResolversTypes['ReviewDispute']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecomputeReputationError: ResolverTypeWrapper<RecomputeReputationError>;
  RecomputeReputationErrorCode: RecomputeReputationErrorCode;
  RecomputeReputationInput: RecomputeReputationInput;
  RecomputeReputationPayload: ResolverTypeWrapper<Omit<RecomputeReputationPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ReplyToReviewError: ResolverTypeWrapper<ReplyToReviewError>;
  ReplyToReviewErrorCode: ReplyToReviewErrorCode;
  ReplyToReviewInput: ReplyToReviewInput;
  ReplyToReviewPayload: ResolverTypeWrapper<Omit<ReplyToReviewPayload, 'review'> & { review?: Maybe<ResolversTypes['Review']> }>;
  Reputation: ResolverTypeWrapper<Omit<Reputation, 'criteria'> & { criteria: Array<ResolversTypes['CriterionReputation']> }>;
  Review: ResolverTypeWrapper<ReviewRecord>;
  ReviewConnection: ResolverTypeWrapper<Omit<ReviewConnection, 'edges'> & { edges: Array<ResolversTypes['ReviewEdge']> }>;
  ReviewCriterion: ReviewCriterion;
  ReviewDispute: ResolverTypeWrapper<Omit<ReviewDispute, 'review'> & { review: ResolversTypes['Review'] }>;
  ReviewDisputeConnection: ResolverTypeWrapper<Omit<ReviewDisputeConnection, 'edges'> & { edges: Array<ResolversTypes['ReviewDisputeEdge']> }>;
  ReviewDisputeEdge: ResolverTypeWrapper<Omit<ReviewDisputeEdge, 'node'> & { node: ResolversTypes['ReviewDispute'] }>;
  ReviewDisputeOutcome: ReviewDisputeOutcome;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewFeedback: ResolverTypeWrapper<Feedback>;
  ReviewFeedbackConnection: ResolverTypeWrapper<Omit<ReviewFeedbackConnection, 'edges'> & { edges: Array<ResolversTypes['ReviewFeedbackEdge']> }>;
  ReviewFeedbackEdge: ResolverTypeWrapper<Omit<ReviewFeedbackEdge, 'node'> & { node: ResolversTypes['ReviewFeedback'] }>;
  ReviewModeration: ResolverTypeWrapper<ReviewModeration>;
  ReviewState: ReviewState;
  Session: ResolverTypeWrapper<SessionReference>;
  SessionStatus: SessionStatus;
  SubmitReviewError: ResolverTypeWrapper<SubmitReviewError>;
  SubmitReviewErrorCode: SubmitReviewErrorCode;
  SubmitReviewInput: SubmitReviewInput;
  SubmitReviewPayload: ResolverTypeWrapper<Omit<SubmitReviewPayload, 'review'> & { review?: Maybe<ResolversTypes['Review']> }>;
  User: ResolverTypeWrapper<ReviewedPerson>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CriterionReputation: CriterionReputationRecord;
  Float: Scalars['Float']['output'];
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideReviewDisputeError: DecideReviewDisputeError;
  String: Scalars['String']['output'];
  DecideReviewDisputeInput: DecideReviewDisputeInput;
  ID: Scalars['ID']['output'];
  DecideReviewDisputePayload: Omit<DecideReviewDisputePayload, 'dispute'> & { dispute?: Maybe<ResolversParentTypes['ReviewDispute']> };
  DisputeReviewError: DisputeReviewError;
  DisputeReviewInput: DisputeReviewInput;
  DisputeReviewPayload: Omit<DisputeReviewPayload, 'dispute'> & { dispute?: Maybe<ResolversParentTypes['ReviewDispute']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  RecomputeReputationError: RecomputeReputationError;
  RecomputeReputationInput: RecomputeReputationInput;
  RecomputeReputationPayload: Omit<RecomputeReputationPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ReplyToReviewError: ReplyToReviewError;
  ReplyToReviewInput: ReplyToReviewInput;
  ReplyToReviewPayload: Omit<ReplyToReviewPayload, 'review'> & { review?: Maybe<ResolversParentTypes['Review']> };
  Reputation: Omit<Reputation, 'criteria'> & { criteria: Array<ResolversParentTypes['CriterionReputation']> };
  Review: ReviewRecord;
  ReviewConnection: Omit<ReviewConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReviewEdge']> };
  ReviewDispute: Omit<ReviewDispute, 'review'> & { review: ResolversParentTypes['Review'] };
  ReviewDisputeConnection: Omit<ReviewDisputeConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReviewDisputeEdge']> };
  ReviewDisputeEdge: Omit<ReviewDisputeEdge, 'node'> & { node: ResolversParentTypes['ReviewDispute'] };
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  ReviewFeedback: Feedback;
  ReviewFeedbackConnection: Omit<ReviewFeedbackConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReviewFeedbackEdge']> };
  ReviewFeedbackEdge: Omit<ReviewFeedbackEdge, 'node'> & { node: ResolversParentTypes['ReviewFeedback'] };
  ReviewModeration: ReviewModeration;
  Session: SessionReference;
  SubmitReviewError: SubmitReviewError;
  SubmitReviewInput: SubmitReviewInput;
  SubmitReviewPayload: Omit<SubmitReviewPayload, 'review'> & { review?: Maybe<ResolversParentTypes['Review']> };
  User: ReviewedPerson;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CriterionReputationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CriterionReputation'] = ResolversParentTypes['CriterionReputation']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  criterion?: Resolver<ResolversTypes['ReviewCriterion'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideReviewDisputeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideReviewDisputeError'] = ResolversParentTypes['DecideReviewDisputeError']> = {
  code?: Resolver<ResolversTypes['DecideReviewDisputeErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DecideReviewDisputePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideReviewDisputePayload'] = ResolversParentTypes['DecideReviewDisputePayload']> = {
  dispute?: Resolver<Maybe<ResolversTypes['ReviewDispute']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['DecideReviewDisputeError']>, ParentType, ContextType>;
};

export type DisputeReviewErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputeReviewError'] = ResolversParentTypes['DisputeReviewError']> = {
  code?: Resolver<ResolversTypes['DisputeReviewErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisputeReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputeReviewPayload'] = ResolversParentTypes['DisputeReviewPayload']> = {
  dispute?: Resolver<Maybe<ResolversTypes['ReviewDispute']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['DisputeReviewError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  decideReviewDispute: Resolver<ResolversTypes['DecideReviewDisputePayload'], ParentType, ContextType, RequireFields<MutationDecideReviewDisputeArgs, 'input'>>;
  disputeReview: Resolver<ResolversTypes['DisputeReviewPayload'], ParentType, ContextType, RequireFields<MutationDisputeReviewArgs, 'input'>>;
  recomputeReputation: Resolver<ResolversTypes['RecomputeReputationPayload'], ParentType, ContextType, RequireFields<MutationRecomputeReputationArgs, 'input'>>;
  replyToReview: Resolver<ResolversTypes['ReplyToReviewPayload'], ParentType, ContextType, RequireFields<MutationReplyToReviewArgs, 'input'>>;
  submitReview: Resolver<ResolversTypes['SubmitReviewPayload'], ParentType, ContextType, RequireFields<MutationSubmitReviewArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  openReviewDisputes: Resolver<ResolversTypes['ReviewDisputeConnection'], ParentType, ContextType, RequireFields<QueryOpenReviewDisputesArgs, 'first'>>;
  reviewFeedback: Resolver<ResolversTypes['ReviewFeedbackConnection'], ParentType, ContextType, RequireFields<QueryReviewFeedbackArgs, 'first'>>;
};

export type RecomputeReputationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecomputeReputationError'] = ResolversParentTypes['RecomputeReputationError']> = {
  code?: Resolver<ResolversTypes['RecomputeReputationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecomputeReputationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecomputeReputationPayload'] = ResolversParentTypes['RecomputeReputationPayload']> = {
  hasChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RecomputeReputationError']>, ParentType, ContextType>;
};

export type ReplyToReviewErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplyToReviewError'] = ResolversParentTypes['ReplyToReviewError']> = {
  code?: Resolver<ResolversTypes['ReplyToReviewErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplyToReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplyToReviewPayload'] = ResolversParentTypes['ReplyToReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReplyToReviewError']>, ParentType, ContextType>;
};

export type ReputationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reputation'] = ResolversParentTypes['Reputation']> = {
  communication?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['CriterionReputation']>, ParentType, ContextType>;
  engagement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pedagogy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  punctuality?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  communication?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dispute?: Resolver<Maybe<ResolversTypes['ReviewDispute']>, ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['ReviewModeration']>, ParentType, ContextType>;
  pedagogy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  punctuality?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReviewState'], ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewDisputeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDispute'] = ResolversParentTypes['ReviewDispute']> = {
  moderation?: Resolver<Maybe<ResolversTypes['ReviewModeration']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewDisputeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDisputeConnection'] = ResolversParentTypes['ReviewDisputeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewDisputeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewDisputeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDisputeEdge'] = ResolversParentTypes['ReviewDisputeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReviewDispute'], ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewFeedbackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewFeedback'] = ResolversParentTypes['ReviewFeedback']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewFeedbackConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewFeedbackConnection'] = ResolversParentTypes['ReviewFeedbackConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewFeedbackEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewFeedbackEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewFeedbackEdge'] = ResolversParentTypes['ReviewFeedbackEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReviewFeedback'], ParentType, ContextType>;
};

export type ReviewModerationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewModeration'] = ResolversParentTypes['ReviewModeration']> = {
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReviewDisputeOutcome'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviews?: Resolver<Maybe<Array<ResolversTypes['Review']>>, ParentType, ContextType>;
  viewerCanReview?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type SubmitReviewErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitReviewError'] = ResolversParentTypes['SubmitReviewError']> = {
  code?: Resolver<ResolversTypes['SubmitReviewErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmitReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitReviewPayload'] = ResolversParentTypes['SubmitReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SubmitReviewError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reputation?: Resolver<Maybe<ResolversTypes['Reputation']>, ParentType, ContextType>;
  reviewsReceived?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<UserReviewsReceivedArgs, 'first'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'DecideReviewDisputeError' | 'DisputeReviewError' | 'RecomputeReputationError' | 'ReplyToReviewError' | 'SubmitReviewError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CriterionReputation?: CriterionReputationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecideReviewDisputeError?: DecideReviewDisputeErrorResolvers<ContextType>;
  DecideReviewDisputePayload?: DecideReviewDisputePayloadResolvers<ContextType>;
  DisputeReviewError?: DisputeReviewErrorResolvers<ContextType>;
  DisputeReviewPayload?: DisputeReviewPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecomputeReputationError?: RecomputeReputationErrorResolvers<ContextType>;
  RecomputeReputationPayload?: RecomputeReputationPayloadResolvers<ContextType>;
  ReplyToReviewError?: ReplyToReviewErrorResolvers<ContextType>;
  ReplyToReviewPayload?: ReplyToReviewPayloadResolvers<ContextType>;
  Reputation?: ReputationResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewDispute?: ReviewDisputeResolvers<ContextType>;
  ReviewDisputeConnection?: ReviewDisputeConnectionResolvers<ContextType>;
  ReviewDisputeEdge?: ReviewDisputeEdgeResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewFeedback?: ReviewFeedbackResolvers<ContextType>;
  ReviewFeedbackConnection?: ReviewFeedbackConnectionResolvers<ContextType>;
  ReviewFeedbackEdge?: ReviewFeedbackEdgeResolvers<ContextType>;
  ReviewModeration?: ReviewModerationResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SubmitReviewError?: SubmitReviewErrorResolvers<ContextType>;
  SubmitReviewPayload?: SubmitReviewPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
