import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '@skillswap/kit/references';
import type { Skill as SkillRecord } from '../skill.ts';
import type { SkillTag as SkillTagRecord } from '../skill-tag.ts';
import type { Match as MatchRecord } from '../match.ts';
import type { MatchReason as MatchReasonRecord } from '../match-score.ts';
import type { LearningPlan as LearningPlanRecord, LearningStep as LearningStepRecord } from '../learning-plan.ts';
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

/** Why a skill was not added. */
export type AddSkillError = UserError & {
  readonly __typename?: 'AddSkillError';
  /** The kind of refusal. */
  readonly code: AddSkillErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

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
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The languages in which you teach or learn it, 1 to 10. */
  readonly languages: ReadonlyArray<Scalars['LanguageTag']['input']>;
  /** To teach: up to which level. To learn: the level you are at. */
  readonly level: SkillLevel;
  /** How you are willing to meet; at least one way. */
  readonly modes: ReadonlyArray<SessionMode>;
  /** The slug of the catalogue's subject. Without a label its name is taken. */
  readonly tagSlug?: InputMaybe<Scalars['ID']['input']>;
  /** Whether you teach it or want to learn it. */
  readonly type: SkillType;
};

/** What came of adding a skill. */
export type AddSkillPayload = {
  readonly __typename?: 'AddSkillPayload';
  /** The new skill. Null when it was refused. */
  readonly skill?: Maybe<Skill>;
  /** Why the skill was refused. Empty when it was added. */
  readonly userErrors: ReadonlyArray<AddSkillError>;
};

/** Why a plan is not answered. */
export type AnswerLearningPlanError = UserError & {
  readonly __typename?: 'AnswerLearningPlanError';
  /** The kind of refusal. */
  readonly code: AnswerLearningPlanErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a plan is not answered. */
export type AnswerLearningPlanErrorCode =
  /** A plan in this state cannot be changed in this way. */
  | 'INVALID_STATE'
  /** You have no plan with this id, or not on this side. */
  | 'NOT_FOUND'
  /** The plan has changed since you read it. Read it again. */
  | 'STALE_VERSION';

/** What you say to a plan. */
export type AnswerLearningPlanInput = {
  /** True when you agree to it. */
  readonly accept: Scalars['Boolean']['input'];
  /** The version of the plan that you have read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of one of your plans. */
  readonly planId: Scalars['ID']['input'];
};

/** What came of answering a plan. */
export type AnswerLearningPlanPayload = {
  readonly __typename?: 'AnswerLearningPlanPayload';
  /** The plan as it is now. Null when nothing was changed. */
  readonly learningPlan?: Maybe<LearningPlan>;
  /** Why nothing was changed. Empty when it was. */
  readonly userErrors: ReadonlyArray<AnswerLearningPlanError>;
};

/** Why a skill was not confirmed. */
export type ConfirmSkillError = UserError & {
  readonly __typename?: 'ConfirmSkillError';
  /** The kind of refusal. */
  readonly code: ConfirmSkillErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a skill is not confirmed. */
export type ConfirmSkillErrorCode =
  /** You have no skill with this id. */
  | 'NOT_FOUND';

/** A skill to confirm. */
export type ConfirmSkillInput = {
  /** The id of one of your skills. */
  readonly skillId: Scalars['ID']['input'];
};

/** What came of confirming a skill. */
export type ConfirmSkillPayload = {
  readonly __typename?: 'ConfirmSkillPayload';
  /** The skill as it is now. Null when there was nothing to confirm. */
  readonly skill?: Maybe<Skill>;
  /** Why nothing was confirmed. Empty when it was. */
  readonly userErrors: ReadonlyArray<ConfirmSkillError>;
};

/** Why a subject was not added. */
export type CreateSkillTagError = UserError & {
  readonly __typename?: 'CreateSkillTagError';
  /** The kind of refusal. */
  readonly code: CreateSkillTagErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a subject is not added. */
export type CreateSkillTagErrorCode =
  /** The slug has other characters than small letters, digits and hyphens, or too many. */
  | 'INVALID_SLUG'
  /** A name has control characters, line breaks or broken text. */
  | 'INVALID_TEXT'
  /** A name is empty or shows nothing. */
  | 'LABEL_REQUIRED'
  /** Another subject has one of the names. */
  | 'NAME_TAKEN'
  /** Another subject has this slug, or had it before it was merged. */
  | 'SLUG_TAKEN'
  /** A name has more than 80 characters. */
  | 'TOO_LONG'
  /** There are more than 50 other names. */
  | 'TOO_MANY_ALIASES';

/** A subject to add to the catalogue. */
export type CreateSkillTagInput = {
  /** Other names in any language, up to 50. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Its names for people. */
  readonly labels: SkillTagLabelsInput;
  /** Its lasting name in addresses: up to 60 small letters, digits and single hyphens between them. */
  readonly slug: Scalars['ID']['input'];
};

/** What came of adding a subject. */
export type CreateSkillTagPayload = {
  readonly __typename?: 'CreateSkillTagPayload';
  /** The subject as it is now. Null when nothing was done. */
  readonly skillTag?: Maybe<SkillTag>;
  /** Why nothing was done. Empty when it was. */
  readonly userErrors: ReadonlyArray<CreateSkillTagError>;
};

/** Why a plan is not ended. */
export type EndLearningPlanError = UserError & {
  readonly __typename?: 'EndLearningPlanError';
  /** The kind of refusal. */
  readonly code: EndLearningPlanErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a plan is not ended. */
export type EndLearningPlanErrorCode =
  /** A plan in this state cannot be changed in this way. */
  | 'INVALID_STATE'
  /** You have no plan with this id, or not on this side. */
  | 'NOT_FOUND'
  /** The plan has changed since you read it. Read it again. */
  | 'STALE_VERSION';

/** A plan that is over. */
export type EndLearningPlanInput = {
  /** The version of the plan that you have read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of one of your plans. */
  readonly planId: Scalars['ID']['input'];
};

/** What came of ending a plan. */
export type EndLearningPlanPayload = {
  readonly __typename?: 'EndLearningPlanPayload';
  /** The plan as it is now. Null when nothing was changed. */
  readonly learningPlan?: Maybe<LearningPlan>;
  /** Why nothing was changed. Empty when it was. */
  readonly userErrors: ReadonlyArray<EndLearningPlanError>;
};

/** Why interest was not recorded. */
export type ExpressInterestError = UserError & {
  readonly __typename?: 'ExpressInterestError';
  /** The kind of refusal. */
  readonly code: ExpressInterestErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which interest is not recorded. */
export type ExpressInterestErrorCode =
  /** You have no match with this id. */
  | 'NOT_FOUND';

/** A match to be interested in. */
export type ExpressInterestInput = {
  /** The id of one of your matches. */
  readonly matchId: Scalars['ID']['input'];
};

/** What came of expressing interest. */
export type ExpressInterestPayload = {
  readonly __typename?: 'ExpressInterestPayload';
  /** The match as it is now. Null when the interest was refused. */
  readonly match?: Maybe<Match>;
  /** Why the interest was refused. Empty when it is recorded. */
  readonly userErrors: ReadonlyArray<ExpressInterestError>;
};

/** A skill as other parts of the graph need it for their decisions. */
export type InternalSkill = {
  readonly __typename?: 'InternalSkill';
  /** The skill's id. */
  readonly id: Scalars['ID']['output'];
  /** The skill's name. */
  readonly label: Scalars['String']['output'];
  /** The level. */
  readonly level: SkillLevel;
  /** The ways to meet. */
  readonly modes: ReadonlyArray<SessionMode>;
  /** Whether the person teaches it or wants to learn it. */
  readonly type: SkillType;
  /** The person whose skill it is. */
  readonly userId: Scalars['ID']['output'];
};

/** The way that a mentor lays out for a learner, step by step. Only the two can read it. */
export type LearningPlan = {
  readonly __typename?: 'LearningPlan';
  /** When it was changed last. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** When it was proposed. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The plan's id, lpl_ and a ULID. */
  readonly id: Scalars['ID']['output'];
  /** For whom it is. */
  readonly learner?: Maybe<User>;
  /** Who has written it. */
  readonly mentor?: Maybe<User>;
  /** What else there is to say. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  readonly status: LearningPlanStatus;
  /** Its steps, in the order in which they are meant. */
  readonly steps: ReadonlyArray<LearningStep>;
  /** What it is about. */
  readonly title: Scalars['String']['output'];
  /** Grows with every change. Who changes the plan names the version they have read. */
  readonly version: Scalars['Int']['output'];
};

/** A page of learning plans. */
export type LearningPlanConnection = {
  readonly __typename?: 'LearningPlanConnection';
  /** The plans on this page. */
  readonly edges: ReadonlyArray<LearningPlanEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
};

/** A learning plan in a list. */
export type LearningPlanEdge = {
  readonly __typename?: 'LearningPlanEdge';
  /** Marks this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The plan. */
  readonly node: LearningPlan;
};

/** How far a learning plan has come. */
export type LearningPlanStatus =
  /** The learner has agreed and works on it. */
  | 'ACTIVE'
  /** The learner has declined it. */
  | 'DECLINED'
  /** One of the two has ended it. */
  | 'ENDED'
  /** The mentor has written it, and the learner has not answered. */
  | 'PROPOSED';

/** A step of a learning plan. */
export type LearningStep = {
  readonly __typename?: 'LearningStep';
  /** When the learner ticked it. Null until then. */
  readonly doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** The step's id, lst_ and a ULID. */
  readonly id: Scalars['ID']['output'];
  /** What else there is to say. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** A finished session of the two in which they worked on it. */
  readonly session?: Maybe<Session>;
  /** The skill of one of the two that it is about. Null when it is not there any more. */
  readonly skill?: Maybe<Skill>;
  /** The subject of the catalogue that it is about. */
  readonly tag?: Maybe<SkillTag>;
  /** What is to be done. */
  readonly title: Scalars['String']['output'];
};

/** A step as its mentor writes it. It is about a subject, a skill, or both. */
export type LearningStepInput = {
  /** Of a step that the plan has already, so that it stays ticked. Left out for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** What else there is to say, at most 1,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** A finished session of the two in which they worked on it. */
  readonly sessionId?: InputMaybe<Scalars['ID']['input']>;
  /** The skill, of one of the two, that it is about. */
  readonly skillId?: InputMaybe<Scalars['ID']['input']>;
  /** The slug of the subject that it is about. */
  readonly tagSlug?: InputMaybe<Scalars['String']['input']>;
  /** What is to be done, at most 120 characters. */
  readonly title: Scalars['String']['input'];
};

/**
 * You and a person with whom an exchange of skills suggests itself. There is one match for any two
 * people, and only these two can read it.
 */
export type Match = {
  readonly __typename?: 'Match';
  /** The match's id, starting with `mat_`. Both people see the same id. */
  readonly id: Scalars['ID']['output'];
  /** The other person's wishes that you can teach. */
  readonly learnsFromViewer: ReadonlyArray<Skill>;
  /** Why you fit, the weightiest reason first. */
  readonly reasons: ReadonlyArray<MatchReason>;
  /** How well you fit, from 0 to 100. */
  readonly score: Scalars['Int']['output'];
  /** Until when you have put it off; null when you have not, or when that time is over. */
  readonly snoozedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What the match has come to, from your side. */
  readonly status: MatchStatus;
  /** The other person's skills that you want to learn. */
  readonly teachesViewer: ReadonlyArray<Skill>;
  /** The other person. */
  readonly user?: Maybe<User>;
};

/** A page of matches. */
export type MatchConnection = {
  readonly __typename?: 'MatchConnection';
  /** The matches of this page. */
  readonly edges: ReadonlyArray<MatchEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A match in its list. */
export type MatchEdge = {
  readonly __typename?: 'MatchEdge';
  /** The place of this match in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: Match;
};

/** One reason for a match. */
export type MatchReason = {
  readonly __typename?: 'MatchReason';
  /** The kind of reason. */
  readonly code: MatchReasonCode;
  /**
   * The reason in words, in English or French, after the request's `accept-language` and then your
   * preferred language.
   */
  readonly text: Scalars['String']['output'];
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

/** Why two subjects were not merged. */
export type MergeSkillTagsError = UserError & {
  readonly __typename?: 'MergeSkillTagsError';
  /** The kind of refusal. */
  readonly code: MergeSkillTagsErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which two subjects are not merged. */
export type MergeSkillTagsErrorCode =
  /** Both are the same subject. */
  | 'SAME_TAG'
  /** The catalogue has no such subject. */
  | 'UNKNOWN_TAG';

/** Two subjects to make one. */
export type MergeSkillTagsInput = {
  /** The slug of the subject that ends. */
  readonly fromSlug: Scalars['ID']['input'];
  /** The slug of the subject that stays. */
  readonly intoSlug: Scalars['ID']['input'];
};

/** What came of merging two subjects. */
export type MergeSkillTagsPayload = {
  readonly __typename?: 'MergeSkillTagsPayload';
  /** The subject as it is now. Null when nothing was done. */
  readonly skillTag?: Maybe<SkillTag>;
  /** Why nothing was done. Empty when it was. */
  readonly userErrors: ReadonlyArray<MergeSkillTagsError>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Offers to teach something, or says that you want to learn it. */
  readonly addSkill: AddSkillPayload;
  /** Agrees to a plan that a mentor proposes to you, or declines it. */
  readonly answerLearningPlan: AnswerLearningPlanPayload;
  /**
   * Says that one of your skills still holds. Skills that are not confirmed for a long time are asked
   * about by mail and hidden from others when nothing follows; this brings them back.
   */
  readonly confirmSkill: ConfirmSkillPayload;
  /** Adds a subject to the catalogue. */
  readonly createSkillTag: CreateSkillTagPayload;
  /** Ends a plan, as either of the two. A plan that was only proposed is taken back. */
  readonly endLearningPlan: EndLearningPlanPayload;
  /**
   * Says that you are interested in the other person of a match. When both are, the match is mutual.
   * Doing it again changes nothing.
   */
  readonly expressInterest: ExpressInterestPayload;
  /**
   * Makes two subjects one. The names and the skills of the first become the second's, and the first
   * one's slug leads to the second from then on. Of a person who has both on one side, the skill under
   * the second stays and the other one is removed.
   */
  readonly mergeSkillTags: MergeSkillTagsPayload;
  /**
   * Puts a match aside: it leaves your list, and the other person does not learn of it. Expressing
   * interest brings it back.
   */
  readonly passOnMatch: PassOnMatchPayload;
  /**
   * Takes you out of everybody's matches and out of the search, until you resume. Your own list of
   * matches, your profile and what you have agreed stay. Doing it again changes nothing.
   */
  readonly pauseMatching: PauseMatchingPayload;
  /**
   * Proposes a learning plan to somebody with whom you have a mutual match or had a session. Only
   * mentors can; nothing begins before the learner agrees.
   */
  readonly proposeLearningPlan: ProposeLearningPlanPayload;
  /** Takes back one of your skills. */
  readonly removeSkill: RemoveSkillPayload;
  /** Brings you back into matches and the search. Doing it again changes nothing. */
  readonly resumeMatching: ResumeMatchingPayload;
  /**
   * Puts a match off: it leaves your list until the time you say, and the other person does not learn
   * of it. Expressing interest brings it back at once.
   */
  readonly snoozeMatch: SnoozeMatchPayload;
  /** Ticks a step of a plan that you agreed to, or takes the tick back. */
  readonly tickLearningStep: TickLearningStepPayload;
  /** Writes one of your plans anew, as its mentor. Steps that are named by their ids stay ticked. */
  readonly updateLearningPlan: UpdateLearningPlanPayload;
  /**
   * Changes the level, the languages or the ways to meet of one of your skills, and so confirms it. Its
   * name and subject stay.
   */
  readonly updateSkill: UpdateSkillPayload;
  /** Changes the names of a subject. Its slug stays. */
  readonly updateSkillTag: UpdateSkillTagPayload;
};


export type MutationAddSkillArgs = {
  input: AddSkillInput;
};


export type MutationAnswerLearningPlanArgs = {
  input: AnswerLearningPlanInput;
};


export type MutationConfirmSkillArgs = {
  input: ConfirmSkillInput;
};


export type MutationCreateSkillTagArgs = {
  input: CreateSkillTagInput;
};


export type MutationEndLearningPlanArgs = {
  input: EndLearningPlanInput;
};


export type MutationExpressInterestArgs = {
  input: ExpressInterestInput;
};


export type MutationMergeSkillTagsArgs = {
  input: MergeSkillTagsInput;
};


export type MutationPassOnMatchArgs = {
  input: PassOnMatchInput;
};


export type MutationProposeLearningPlanArgs = {
  input: ProposeLearningPlanInput;
};


export type MutationRemoveSkillArgs = {
  input: RemoveSkillInput;
};


export type MutationSnoozeMatchArgs = {
  input: SnoozeMatchInput;
};


export type MutationTickLearningStepArgs = {
  input: TickLearningStepInput;
};


export type MutationUpdateLearningPlanArgs = {
  input: UpdateLearningPlanInput;
};


export type MutationUpdateSkillArgs = {
  input: UpdateSkillInput;
};


export type MutationUpdateSkillTagArgs = {
  input: UpdateSkillTagInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last edge, null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when there is something before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge, null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Why a match was not put aside. */
export type PassOnMatchError = UserError & {
  readonly __typename?: 'PassOnMatchError';
  /** The kind of refusal. */
  readonly code: PassOnMatchErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a match is not put aside. */
export type PassOnMatchErrorCode =
  /** Both of you are already interested. */
  | 'ALREADY_MUTUAL'
  /** You have no match with this id. */
  | 'NOT_FOUND';

/** A match to put aside. */
export type PassOnMatchInput = {
  /** The id of one of your matches. */
  readonly matchId: Scalars['ID']['input'];
};

/** What came of putting a match aside. */
export type PassOnMatchPayload = {
  readonly __typename?: 'PassOnMatchPayload';
  /** The match as it is now. Null when the request was refused. */
  readonly match?: Maybe<Match>;
  /** Why the match was not put aside. Empty when it was. */
  readonly userErrors: ReadonlyArray<PassOnMatchError>;
};

/** What came of pausing. */
export type PauseMatchingPayload = {
  readonly __typename?: 'PauseMatchingPayload';
  /** You. */
  readonly user?: Maybe<User>;
};

/** Why a plan is not proposed. */
export type ProposeLearningPlanError = UserError & {
  readonly __typename?: 'ProposeLearningPlanError';
  /** The kind of refusal. */
  readonly code: ProposeLearningPlanErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a plan is not proposed. */
export type ProposeLearningPlanErrorCode =
  /** You have a proposed or active plan with this person already. */
  | 'ALREADY_OPEN'
  /** A title has nothing to read. */
  | 'EMPTY'
  /** A text has characters that cannot be shown. */
  | 'INVALID_TEXT'
  /** You have neither a mutual match nor a finished session with this person. */
  | 'NOT_ACQUAINTED'
  /** There is nobody whom you may meet under this id. */
  | 'NOT_FOUND'
  /** A plan has 1 to 30 steps. */
  | 'STEPS_OUT_OF_RANGE'
  /** A title has more than 120 characters, or a note more than 1,000. */
  | 'TOO_LONG'
  /** A step has neither a subject nor a skill. */
  | 'TOPIC_REQUIRED'
  /** You two have finished no session with this id. */
  | 'UNKNOWN_SESSION'
  /** Neither of you has a skill with this id. */
  | 'UNKNOWN_SKILL'
  /** The plan has no step with this id, or it is named twice. */
  | 'UNKNOWN_STEP'
  /** There is no such subject in the catalogue. */
  | 'UNKNOWN_TAG';

/** A plan for somebody. */
export type ProposeLearningPlanInput = {
  /** For whom it is. */
  readonly learnerId: Scalars['ID']['input'];
  /** What else there is to say, at most 1,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The steps in their order, 1 to 30. */
  readonly steps: ReadonlyArray<LearningStepInput>;
  /** What the plan is about, at most 120 characters. */
  readonly title: Scalars['String']['input'];
};

/** What came of proposing a plan. */
export type ProposeLearningPlanPayload = {
  readonly __typename?: 'ProposeLearningPlanPayload';
  /** The plan as it is now. Null when nothing was changed. */
  readonly learningPlan?: Maybe<LearningPlan>;
  /** Why nothing was changed. Empty when it was. */
  readonly userErrors: ReadonlyArray<ProposeLearningPlanError>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** True when both people are interested in each other. */
  readonly internalMutualMatch: Scalars['Boolean']['output'];
  /** A skill as other parts of the graph need it for their decisions. */
  readonly internalSkill?: Maybe<InternalSkill>;
  /**
   * What people teach and want to learn: the most relevant first when there is a text, otherwise the
   * newest first.
   */
  readonly searchSkills: SkillConnection;
  /** The catalogue of subjects, in the order of their slugs. */
  readonly skillTags: SkillTagConnection;
};


export type QueryInternalMutualMatchArgs = {
  otherId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};


export type QueryInternalSkillArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySearchSkillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SkillFilter>;
  first: Scalars['Int']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySkillTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Why a skill was not removed. */
export type RemoveSkillError = UserError & {
  readonly __typename?: 'RemoveSkillError';
  /** The kind of refusal. */
  readonly code: RemoveSkillErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a skill is not removed. */
export type RemoveSkillErrorCode =
  /** You have no skill with this id. */
  | 'NOT_FOUND';

/** A skill to remove. */
export type RemoveSkillInput = {
  /** The id of one of your skills. */
  readonly skillId: Scalars['ID']['input'];
};

/** What came of removing a skill. */
export type RemoveSkillPayload = {
  readonly __typename?: 'RemoveSkillPayload';
  /** The id of the skill that is gone. Null when the removal was refused. */
  readonly removedSkillId?: Maybe<Scalars['ID']['output']>;
  /** Why the removal was refused. Empty when the skill is gone. */
  readonly userErrors: ReadonlyArray<RemoveSkillError>;
};

/** What came of resuming. */
export type ResumeMatchingPayload = {
  readonly __typename?: 'ResumeMatchingPayload';
  /** You. */
  readonly user?: Maybe<User>;
};

export type Session = {
  readonly __typename?: 'Session';
  readonly id: Scalars['ID']['output'];
};

/** Whether people meet remotely or on site. */
export type SessionMode =
  /** At a place. */
  | 'ONSITE'
  /** By video. */
  | 'REMOTE';

/** Something that a person teaches or wants to learn. */
export type Skill = {
  readonly __typename?: 'Skill';
  /** When the person last said that it holds, by adding, changing or confirming it. */
  readonly confirmedAt: Scalars['DateTime']['output'];
  /** When the skill was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** How many sessions of this skill have been finished. */
  readonly endorsements: Scalars['Int']['output'];
  /**
   * Since when others no longer find it, because you were asked and did not confirm it. Always null for
   * others.
   */
  readonly hiddenSince?: Maybe<Scalars['DateTime']['output']>;
  /** The skill's id, starting with `skl_`. */
  readonly id: Scalars['ID']['output'];
  /** The skill's name in the person's own words. */
  readonly label: Scalars['String']['output'];
  /** The languages in which the person teaches or learns it. */
  readonly languages: ReadonlyArray<Scalars['LanguageTag']['output']>;
  /** Of a skill to teach, up to which level; of a skill to learn, the level the person is at. */
  readonly level: SkillLevel;
  /** How the person is willing to meet. */
  readonly modes: ReadonlyArray<SessionMode>;
  /** The catalogue's subject, when the skill belongs to one. */
  readonly tag?: Maybe<SkillTag>;
  /** Whether the person teaches it or wants to learn it. */
  readonly type: SkillType;
  /** The person whose skill it is. */
  readonly user?: Maybe<User>;
};

/** A page of skills. */
export type SkillConnection = {
  readonly __typename?: 'SkillConnection';
  /** The skills of this page. */
  readonly edges: ReadonlyArray<SkillEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A skill in its list. */
export type SkillEdge = {
  readonly __typename?: 'SkillEdge';
  /** The place of this skill in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The skill. */
  readonly node: Skill;
};

/** Conditions for a search. All that are given must hold. */
export type SkillFilter = {
  /** Only skills in this language; "fr" includes "fr-CA". */
  readonly language?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** Only skills of this level. */
  readonly level?: InputMaybe<SkillLevel>;
  /** Only skills for which the person meets this way. */
  readonly mode?: InputMaybe<SessionMode>;
  /** Only skills of this side. */
  readonly type?: InputMaybe<SkillType>;
  /**
   * Only skills of people at most this many kilometres from you, 1 to 20000. You must be logged in and
   * have set your location.
   */
  readonly withinKm?: InputMaybe<Scalars['Int']['input']>;
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

/** A subject of the catalogue, under which equal skills find each other whatever people call them. */
export type SkillTag = {
  readonly __typename?: 'SkillTag';
  /** Other names of the subject, in any language. A skill that is called by one of them belongs to it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The subject's name for people, in English or French. */
  readonly label: Scalars['String']['output'];
  /** The subject's lasting name in addresses, for example "web-development". */
  readonly slug: Scalars['ID']['output'];
};


/** A subject of the catalogue, under which equal skills find each other whatever people call them. */
export type SkillTagLabelArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};

/** A page of subjects. */
export type SkillTagConnection = {
  readonly __typename?: 'SkillTagConnection';
  /** The subjects of this page. */
  readonly edges: ReadonlyArray<SkillTagEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A subject in its list. */
export type SkillTagEdge = {
  readonly __typename?: 'SkillTagEdge';
  /** The place of this subject in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The subject. */
  readonly node: SkillTag;
};

/** A subject's names for people. They may be equal. */
export type SkillTagLabelsInput = {
  /** The name in English, up to 80 characters. */
  readonly en: Scalars['String']['input'];
  /** The name in French, up to 80 characters. */
  readonly fr: Scalars['String']['input'];
};

/** The side of a skill. */
export type SkillType =
  /** The person wants to learn it. */
  | 'LEARN'
  /** The person teaches it. */
  | 'TEACH';

/** Why a match was not put off. */
export type SnoozeMatchError = UserError & {
  readonly __typename?: 'SnoozeMatchError';
  /** The kind of refusal. */
  readonly code: SnoozeMatchErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a match is not put off. */
export type SnoozeMatchErrorCode =
  /** You have no match with this id. */
  | 'NOT_FOUND'
  /** The time is not within the next year. */
  | 'UNTIL_OUT_OF_RANGE';

/** A match to put off. */
export type SnoozeMatchInput = {
  /** The id of one of your matches. */
  readonly matchId: Scalars['ID']['input'];
  /** Until when, at most a year from now. */
  readonly until: Scalars['DateTime']['input'];
};

/** What came of putting a match off. */
export type SnoozeMatchPayload = {
  readonly __typename?: 'SnoozeMatchPayload';
  /** The match as it is now. Null when the request was refused. */
  readonly match?: Maybe<Match>;
  /** Why the match was not put off. Empty when it was. */
  readonly userErrors: ReadonlyArray<SnoozeMatchError>;
};

/** Why a step is not ticked. */
export type TickLearningStepError = UserError & {
  readonly __typename?: 'TickLearningStepError';
  /** The kind of refusal. */
  readonly code: TickLearningStepErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a step is not ticked. */
export type TickLearningStepErrorCode =
  /** A plan in this state cannot be changed in this way. */
  | 'INVALID_STATE'
  /** You have no plan with this id, or not on this side. */
  | 'NOT_FOUND'
  /** The plan has changed since you read it. Read it again. */
  | 'STALE_VERSION'
  /** The plan has no step with this id, or it is named twice. */
  | 'UNKNOWN_STEP';

/** A step and whether you have done it. */
export type TickLearningStepInput = {
  /** False takes the tick back. */
  readonly done: Scalars['Boolean']['input'];
  /** The version of the plan that you have read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of one of your plans. */
  readonly planId: Scalars['ID']['input'];
  /** The step's id. */
  readonly stepId: Scalars['ID']['input'];
};

/** What came of ticking a step. */
export type TickLearningStepPayload = {
  readonly __typename?: 'TickLearningStepPayload';
  /** The plan as it is now. Null when nothing was changed. */
  readonly learningPlan?: Maybe<LearningPlan>;
  /** Why nothing was changed. Empty when it was. */
  readonly userErrors: ReadonlyArray<TickLearningStepError>;
};

/** Why a plan is not rewritten. */
export type UpdateLearningPlanError = UserError & {
  readonly __typename?: 'UpdateLearningPlanError';
  /** The kind of refusal. */
  readonly code: UpdateLearningPlanErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a plan is not rewritten. */
export type UpdateLearningPlanErrorCode =
  /** A title has nothing to read. */
  | 'EMPTY'
  /** A plan in this state cannot be changed in this way. */
  | 'INVALID_STATE'
  /** A text has characters that cannot be shown. */
  | 'INVALID_TEXT'
  /** You have no plan with this id, or not on this side. */
  | 'NOT_FOUND'
  /** The plan has changed since you read it. Read it again. */
  | 'STALE_VERSION'
  /** A plan has 1 to 30 steps. */
  | 'STEPS_OUT_OF_RANGE'
  /** A title has more than 120 characters, or a note more than 1,000. */
  | 'TOO_LONG'
  /** A step has neither a subject nor a skill. */
  | 'TOPIC_REQUIRED'
  /** You two have finished no session with this id. */
  | 'UNKNOWN_SESSION'
  /** Neither of you has a skill with this id. */
  | 'UNKNOWN_SKILL'
  /** The plan has no step with this id, or it is named twice. */
  | 'UNKNOWN_STEP'
  /** There is no such subject in the catalogue. */
  | 'UNKNOWN_TAG';

/** A plan as it should be from now on. */
export type UpdateLearningPlanInput = {
  /** The version of the plan that you have read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What else there is to say, at most 1,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The id of one of your plans. */
  readonly planId: Scalars['ID']['input'];
  /** The steps in their order, 1 to 30. */
  readonly steps: ReadonlyArray<LearningStepInput>;
  /** What the plan is about, at most 120 characters. */
  readonly title: Scalars['String']['input'];
};

/** What came of rewriting a plan. */
export type UpdateLearningPlanPayload = {
  readonly __typename?: 'UpdateLearningPlanPayload';
  /** The plan as it is now. Null when nothing was changed. */
  readonly learningPlan?: Maybe<LearningPlan>;
  /** Why nothing was changed. Empty when it was. */
  readonly userErrors: ReadonlyArray<UpdateLearningPlanError>;
};

/** Why a skill was not changed. */
export type UpdateSkillError = UserError & {
  readonly __typename?: 'UpdateSkillError';
  /** The kind of refusal. */
  readonly code: UpdateSkillErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a skill is not changed. */
export type UpdateSkillErrorCode =
  /** A language is not a BCP 47 tag, there is none, or there are more than 10. */
  | 'INVALID_LANGUAGES'
  /** There is no way to meet. */
  | 'MODES_REQUIRED'
  /** You have no skill with this id. */
  | 'NOT_FOUND';

/** What is to change of a skill. What is left out stays. */
export type UpdateSkillInput = {
  /** The languages in which you teach or learn it, 1 to 10. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['LanguageTag']['input']>>;
  /** To teach: up to which level. To learn: the level you are at. */
  readonly level?: InputMaybe<SkillLevel>;
  /** How you are willing to meet; at least one way. */
  readonly modes?: InputMaybe<ReadonlyArray<SessionMode>>;
  /** The id of one of your skills. */
  readonly skillId: Scalars['ID']['input'];
};

/** What came of changing a skill. */
export type UpdateSkillPayload = {
  readonly __typename?: 'UpdateSkillPayload';
  /** The skill as it is now. Null when the change was refused. */
  readonly skill?: Maybe<Skill>;
  /** Why nothing was changed. Empty when the change is made. */
  readonly userErrors: ReadonlyArray<UpdateSkillError>;
};

/** Why a subject was not changed. */
export type UpdateSkillTagError = UserError & {
  readonly __typename?: 'UpdateSkillTagError';
  /** The kind of refusal. */
  readonly code: UpdateSkillTagErrorCode;
  /** What is wrong, in words for people. */
  readonly message: Scalars['String']['output'];
  /** The input field that is wrong. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** The reasons for which a subject is not changed. */
export type UpdateSkillTagErrorCode =
  /** A name has control characters, line breaks or broken text. */
  | 'INVALID_TEXT'
  /** A name is empty or shows nothing. */
  | 'LABEL_REQUIRED'
  /** Another subject has one of the names. */
  | 'NAME_TAKEN'
  /** A name has more than 80 characters. */
  | 'TOO_LONG'
  /** There are more than 50 other names. */
  | 'TOO_MANY_ALIASES'
  /** The catalogue has no such subject. */
  | 'UNKNOWN_TAG';

/** What is to change of a subject. What is left out stays. */
export type UpdateSkillTagInput = {
  /** All its other names, up to 50, in place of those it has. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Its new names for people. */
  readonly labels?: InputMaybe<SkillTagLabelsInput>;
  /** The subject's slug. */
  readonly slug: Scalars['ID']['input'];
};

/** What came of changing a subject. */
export type UpdateSkillTagPayload = {
  readonly __typename?: 'UpdateSkillTagPayload';
  /** The subject as it is now. Null when nothing was done. */
  readonly skillTag?: Maybe<SkillTag>;
  /** Why nothing was done. Empty when it was. */
  readonly userErrors: ReadonlyArray<UpdateSkillTagError>;
};

export type User = {
  readonly __typename?: 'User';
  readonly id: Scalars['ID']['output'];
  /**
   * The learning plans that this person has written or was offered, the newest first. Only you can read
   * your own.
   */
  readonly learningPlans?: Maybe<LearningPlanConnection>;
  /**
   * People who teach what you want to learn or want to learn what you teach, the best match first.
   * Only you can read your matches.
   */
  readonly matches?: Maybe<MatchConnection>;
  /**
   * True while this person appears in nobody's matches and in no search, as they asked. Only you can
   * read your own.
   */
  readonly matchingPaused?: Maybe<Scalars['Boolean']['output']>;
  /** What this person teaches and wants to learn, the newest first. */
  readonly skills?: Maybe<SkillConnection>;
};


export type UserLearningPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type UserMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type UserSkillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  type?: InputMaybe<SkillType>;
};

/**
 * Why a mutation did not do what was asked, in a form that the person who asked can act on. Each
 * mutation has its own type with its own codes.
 */
export type UserError = {
  /** A sentence for the person who asked. Programs go by the code. */
  readonly message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
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
  LearningPlan: LearningPlan;
  Match: Match;
  Skill: Skill;
  SkillTag: SkillTag;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  LearningPlan:
    ( { __typename: 'LearningPlan' }
    & GraphQLRecursivePick<FederationTypes['LearningPlan'], {"id":true}> );
  Match:
    ( { __typename: 'Match' }
    & GraphQLRecursivePick<FederationTypes['Match'], {"id":true}> );
  Skill:
    ( { __typename: 'Skill' }
    & GraphQLRecursivePick<FederationTypes['Skill'], {"id":true}> );
  SkillTag:
    ( { __typename: 'SkillTag' }
    & GraphQLRecursivePick<FederationTypes['SkillTag'], {"slug":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( AddSkillError )
    | ( AnswerLearningPlanError )
    | ( ConfirmSkillError )
    | ( CreateSkillTagError )
    | ( EndLearningPlanError )
    | ( ExpressInterestError )
    | ( MergeSkillTagsError )
    | ( PassOnMatchError )
    | ( ProposeLearningPlanError )
    | ( RemoveSkillError )
    | ( SnoozeMatchError )
    | ( TickLearningStepError )
    | ( UpdateLearningPlanError )
    | ( UpdateSkillError )
    | ( UpdateSkillTagError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddSkillError: ResolverTypeWrapper<AddSkillError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddSkillErrorCode: AddSkillErrorCode;
  AddSkillInput: AddSkillInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddSkillPayload: ResolverTypeWrapper<Omit<AddSkillPayload, 'skill'> & { skill?: Maybe<ResolversTypes['Skill']> }>;
  AnswerLearningPlanError: ResolverTypeWrapper<AnswerLearningPlanError>;
  AnswerLearningPlanErrorCode: AnswerLearningPlanErrorCode;
  AnswerLearningPlanInput: AnswerLearningPlanInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AnswerLearningPlanPayload: ResolverTypeWrapper<Omit<AnswerLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversTypes['LearningPlan']> }>;
  ConfirmSkillError: ResolverTypeWrapper<ConfirmSkillError>;
  ConfirmSkillErrorCode: ConfirmSkillErrorCode;
  ConfirmSkillInput: ConfirmSkillInput;
  ConfirmSkillPayload: ResolverTypeWrapper<Omit<ConfirmSkillPayload, 'skill'> & { skill?: Maybe<ResolversTypes['Skill']> }>;
  CreateSkillTagError: ResolverTypeWrapper<CreateSkillTagError>;
  CreateSkillTagErrorCode: CreateSkillTagErrorCode;
  CreateSkillTagInput: CreateSkillTagInput;
  CreateSkillTagPayload: ResolverTypeWrapper<Omit<CreateSkillTagPayload, 'skillTag'> & { skillTag?: Maybe<ResolversTypes['SkillTag']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EndLearningPlanError: ResolverTypeWrapper<EndLearningPlanError>;
  EndLearningPlanErrorCode: EndLearningPlanErrorCode;
  EndLearningPlanInput: EndLearningPlanInput;
  EndLearningPlanPayload: ResolverTypeWrapper<Omit<EndLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversTypes['LearningPlan']> }>;
  ExpressInterestError: ResolverTypeWrapper<ExpressInterestError>;
  ExpressInterestErrorCode: ExpressInterestErrorCode;
  ExpressInterestInput: ExpressInterestInput;
  ExpressInterestPayload: ResolverTypeWrapper<Omit<ExpressInterestPayload, 'match'> & { match?: Maybe<ResolversTypes['Match']> }>;
  InternalSkill: ResolverTypeWrapper<SkillRecord>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  LearningPlan: ResolverTypeWrapper<LearningPlanRecord>;
  LearningPlanConnection: ResolverTypeWrapper<Omit<LearningPlanConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LearningPlanEdge']> }>;
  LearningPlanEdge: ResolverTypeWrapper<Omit<LearningPlanEdge, 'node'> & { node: ResolversTypes['LearningPlan'] }>;
  LearningPlanStatus: LearningPlanStatus;
  LearningStep: ResolverTypeWrapper<LearningStepRecord>;
  LearningStepInput: LearningStepInput;
  Match: ResolverTypeWrapper<MatchRecord>;
  MatchConnection: ResolverTypeWrapper<Omit<MatchConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['MatchEdge']> }>;
  MatchEdge: ResolverTypeWrapper<Omit<MatchEdge, 'node'> & { node: ResolversTypes['Match'] }>;
  MatchReason: ResolverTypeWrapper<MatchReasonRecord>;
  MatchReasonCode: MatchReasonCode;
  MatchStatus: MatchStatus;
  MergeSkillTagsError: ResolverTypeWrapper<MergeSkillTagsError>;
  MergeSkillTagsErrorCode: MergeSkillTagsErrorCode;
  MergeSkillTagsInput: MergeSkillTagsInput;
  MergeSkillTagsPayload: ResolverTypeWrapper<Omit<MergeSkillTagsPayload, 'skillTag'> & { skillTag?: Maybe<ResolversTypes['SkillTag']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PassOnMatchError: ResolverTypeWrapper<PassOnMatchError>;
  PassOnMatchErrorCode: PassOnMatchErrorCode;
  PassOnMatchInput: PassOnMatchInput;
  PassOnMatchPayload: ResolverTypeWrapper<Omit<PassOnMatchPayload, 'match'> & { match?: Maybe<ResolversTypes['Match']> }>;
  PauseMatchingPayload: ResolverTypeWrapper<Omit<PauseMatchingPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ProposeLearningPlanError: ResolverTypeWrapper<ProposeLearningPlanError>;
  ProposeLearningPlanErrorCode: ProposeLearningPlanErrorCode;
  ProposeLearningPlanInput: ProposeLearningPlanInput;
  ProposeLearningPlanPayload: ResolverTypeWrapper<Omit<ProposeLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversTypes['LearningPlan']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveSkillError: ResolverTypeWrapper<RemoveSkillError>;
  RemoveSkillErrorCode: RemoveSkillErrorCode;
  RemoveSkillInput: RemoveSkillInput;
  RemoveSkillPayload: ResolverTypeWrapper<RemoveSkillPayload>;
  ResumeMatchingPayload: ResolverTypeWrapper<Omit<ResumeMatchingPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  Session: ResolverTypeWrapper<EntityReference>;
  SessionMode: SessionMode;
  Skill: ResolverTypeWrapper<SkillRecord>;
  SkillConnection: ResolverTypeWrapper<Omit<SkillConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SkillEdge']> }>;
  SkillEdge: ResolverTypeWrapper<Omit<SkillEdge, 'node'> & { node: ResolversTypes['Skill'] }>;
  SkillFilter: SkillFilter;
  SkillLevel: SkillLevel;
  SkillTag: ResolverTypeWrapper<SkillTagRecord>;
  SkillTagConnection: ResolverTypeWrapper<Omit<SkillTagConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SkillTagEdge']> }>;
  SkillTagEdge: ResolverTypeWrapper<Omit<SkillTagEdge, 'node'> & { node: ResolversTypes['SkillTag'] }>;
  SkillTagLabelsInput: SkillTagLabelsInput;
  SkillType: SkillType;
  SnoozeMatchError: ResolverTypeWrapper<SnoozeMatchError>;
  SnoozeMatchErrorCode: SnoozeMatchErrorCode;
  SnoozeMatchInput: SnoozeMatchInput;
  SnoozeMatchPayload: ResolverTypeWrapper<Omit<SnoozeMatchPayload, 'match'> & { match?: Maybe<ResolversTypes['Match']> }>;
  TickLearningStepError: ResolverTypeWrapper<TickLearningStepError>;
  TickLearningStepErrorCode: TickLearningStepErrorCode;
  TickLearningStepInput: TickLearningStepInput;
  TickLearningStepPayload: ResolverTypeWrapper<Omit<TickLearningStepPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversTypes['LearningPlan']> }>;
  UpdateLearningPlanError: ResolverTypeWrapper<UpdateLearningPlanError>;
  UpdateLearningPlanErrorCode: UpdateLearningPlanErrorCode;
  UpdateLearningPlanInput: UpdateLearningPlanInput;
  UpdateLearningPlanPayload: ResolverTypeWrapper<Omit<UpdateLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversTypes['LearningPlan']> }>;
  UpdateSkillError: ResolverTypeWrapper<UpdateSkillError>;
  UpdateSkillErrorCode: UpdateSkillErrorCode;
  UpdateSkillInput: UpdateSkillInput;
  UpdateSkillPayload: ResolverTypeWrapper<Omit<UpdateSkillPayload, 'skill'> & { skill?: Maybe<ResolversTypes['Skill']> }>;
  UpdateSkillTagError: ResolverTypeWrapper<UpdateSkillTagError>;
  UpdateSkillTagErrorCode: UpdateSkillTagErrorCode;
  UpdateSkillTagInput: UpdateSkillTagInput;
  UpdateSkillTagPayload: ResolverTypeWrapper<Omit<UpdateSkillTagPayload, 'skillTag'> & { skillTag?: Maybe<ResolversTypes['SkillTag']> }>;
  User: ResolverTypeWrapper<EntityReference>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddSkillError: AddSkillError;
  String: Scalars['String']['output'];
  AddSkillInput: AddSkillInput;
  ID: Scalars['ID']['output'];
  AddSkillPayload: Omit<AddSkillPayload, 'skill'> & { skill?: Maybe<ResolversParentTypes['Skill']> };
  AnswerLearningPlanError: AnswerLearningPlanError;
  AnswerLearningPlanInput: AnswerLearningPlanInput;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  AnswerLearningPlanPayload: Omit<AnswerLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversParentTypes['LearningPlan']> };
  ConfirmSkillError: ConfirmSkillError;
  ConfirmSkillInput: ConfirmSkillInput;
  ConfirmSkillPayload: Omit<ConfirmSkillPayload, 'skill'> & { skill?: Maybe<ResolversParentTypes['Skill']> };
  CreateSkillTagError: CreateSkillTagError;
  CreateSkillTagInput: CreateSkillTagInput;
  CreateSkillTagPayload: Omit<CreateSkillTagPayload, 'skillTag'> & { skillTag?: Maybe<ResolversParentTypes['SkillTag']> };
  DateTime: Scalars['DateTime']['output'];
  EndLearningPlanError: EndLearningPlanError;
  EndLearningPlanInput: EndLearningPlanInput;
  EndLearningPlanPayload: Omit<EndLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversParentTypes['LearningPlan']> };
  ExpressInterestError: ExpressInterestError;
  ExpressInterestInput: ExpressInterestInput;
  ExpressInterestPayload: Omit<ExpressInterestPayload, 'match'> & { match?: Maybe<ResolversParentTypes['Match']> };
  InternalSkill: SkillRecord;
  LanguageTag: Scalars['LanguageTag']['output'];
  LearningPlan: LearningPlanRecord;
  LearningPlanConnection: Omit<LearningPlanConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LearningPlanEdge']> };
  LearningPlanEdge: Omit<LearningPlanEdge, 'node'> & { node: ResolversParentTypes['LearningPlan'] };
  LearningStep: LearningStepRecord;
  LearningStepInput: LearningStepInput;
  Match: MatchRecord;
  MatchConnection: Omit<MatchConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['MatchEdge']> };
  MatchEdge: Omit<MatchEdge, 'node'> & { node: ResolversParentTypes['Match'] };
  MatchReason: MatchReasonRecord;
  MergeSkillTagsError: MergeSkillTagsError;
  MergeSkillTagsInput: MergeSkillTagsInput;
  MergeSkillTagsPayload: Omit<MergeSkillTagsPayload, 'skillTag'> & { skillTag?: Maybe<ResolversParentTypes['SkillTag']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PassOnMatchError: PassOnMatchError;
  PassOnMatchInput: PassOnMatchInput;
  PassOnMatchPayload: Omit<PassOnMatchPayload, 'match'> & { match?: Maybe<ResolversParentTypes['Match']> };
  PauseMatchingPayload: Omit<PauseMatchingPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ProposeLearningPlanError: ProposeLearningPlanError;
  ProposeLearningPlanInput: ProposeLearningPlanInput;
  ProposeLearningPlanPayload: Omit<ProposeLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversParentTypes['LearningPlan']> };
  Query: Record<PropertyKey, never>;
  RemoveSkillError: RemoveSkillError;
  RemoveSkillInput: RemoveSkillInput;
  RemoveSkillPayload: RemoveSkillPayload;
  ResumeMatchingPayload: Omit<ResumeMatchingPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  Session: EntityReference;
  Skill: SkillRecord;
  SkillConnection: Omit<SkillConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SkillEdge']> };
  SkillEdge: Omit<SkillEdge, 'node'> & { node: ResolversParentTypes['Skill'] };
  SkillFilter: SkillFilter;
  SkillTag: SkillTagRecord;
  SkillTagConnection: Omit<SkillTagConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SkillTagEdge']> };
  SkillTagEdge: Omit<SkillTagEdge, 'node'> & { node: ResolversParentTypes['SkillTag'] };
  SkillTagLabelsInput: SkillTagLabelsInput;
  SnoozeMatchError: SnoozeMatchError;
  SnoozeMatchInput: SnoozeMatchInput;
  SnoozeMatchPayload: Omit<SnoozeMatchPayload, 'match'> & { match?: Maybe<ResolversParentTypes['Match']> };
  TickLearningStepError: TickLearningStepError;
  TickLearningStepInput: TickLearningStepInput;
  TickLearningStepPayload: Omit<TickLearningStepPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversParentTypes['LearningPlan']> };
  UpdateLearningPlanError: UpdateLearningPlanError;
  UpdateLearningPlanInput: UpdateLearningPlanInput;
  UpdateLearningPlanPayload: Omit<UpdateLearningPlanPayload, 'learningPlan'> & { learningPlan?: Maybe<ResolversParentTypes['LearningPlan']> };
  UpdateSkillError: UpdateSkillError;
  UpdateSkillInput: UpdateSkillInput;
  UpdateSkillPayload: Omit<UpdateSkillPayload, 'skill'> & { skill?: Maybe<ResolversParentTypes['Skill']> };
  UpdateSkillTagError: UpdateSkillTagError;
  UpdateSkillTagInput: UpdateSkillTagInput;
  UpdateSkillTagPayload: Omit<UpdateSkillTagPayload, 'skillTag'> & { skillTag?: Maybe<ResolversParentTypes['SkillTag']> };
  User: EntityReference;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddSkillErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddSkillError'] = ResolversParentTypes['AddSkillError']> = {
  code?: Resolver<ResolversTypes['AddSkillErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddSkillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddSkillPayload'] = ResolversParentTypes['AddSkillPayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AddSkillError']>, ParentType, ContextType>;
};

export type AnswerLearningPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerLearningPlanError'] = ResolversParentTypes['AnswerLearningPlanError']> = {
  code?: Resolver<ResolversTypes['AnswerLearningPlanErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerLearningPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerLearningPlanPayload'] = ResolversParentTypes['AnswerLearningPlanPayload']> = {
  learningPlan?: Resolver<Maybe<ResolversTypes['LearningPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AnswerLearningPlanError']>, ParentType, ContextType>;
};

export type ConfirmSkillErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmSkillError'] = ResolversParentTypes['ConfirmSkillError']> = {
  code?: Resolver<ResolversTypes['ConfirmSkillErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmSkillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmSkillPayload'] = ResolversParentTypes['ConfirmSkillPayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConfirmSkillError']>, ParentType, ContextType>;
};

export type CreateSkillTagErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSkillTagError'] = ResolversParentTypes['CreateSkillTagError']> = {
  code?: Resolver<ResolversTypes['CreateSkillTagErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSkillTagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSkillTagPayload'] = ResolversParentTypes['CreateSkillTagPayload']> = {
  skillTag?: Resolver<Maybe<ResolversTypes['SkillTag']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateSkillTagError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EndLearningPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndLearningPlanError'] = ResolversParentTypes['EndLearningPlanError']> = {
  code?: Resolver<ResolversTypes['EndLearningPlanErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EndLearningPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndLearningPlanPayload'] = ResolversParentTypes['EndLearningPlanPayload']> = {
  learningPlan?: Resolver<Maybe<ResolversTypes['LearningPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['EndLearningPlanError']>, ParentType, ContextType>;
};

export type ExpressInterestErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpressInterestError'] = ResolversParentTypes['ExpressInterestError']> = {
  code?: Resolver<ResolversTypes['ExpressInterestErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExpressInterestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpressInterestPayload'] = ResolversParentTypes['ExpressInterestPayload']> = {
  match?: Resolver<Maybe<ResolversTypes['Match']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ExpressInterestError']>, ParentType, ContextType>;
};

export type InternalSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalSkill'] = ResolversParentTypes['InternalSkill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['SkillLevel'], ParentType, ContextType>;
  modes?: Resolver<ReadonlyArray<ResolversTypes['SessionMode']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LearningPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearningPlan'] = ResolversParentTypes['LearningPlan'], FederationReferenceType extends FederationReferenceTypes['LearningPlan'] = FederationReferenceTypes['LearningPlan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LearningPlan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mentor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LearningPlanStatus'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['LearningStep']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearningPlanConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearningPlanConnection'] = ResolversParentTypes['LearningPlanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LearningPlanEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LearningPlanEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearningPlanEdge'] = ResolversParentTypes['LearningPlanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LearningPlan'], ParentType, ContextType>;
};

export type LearningStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearningStep'] = ResolversParentTypes['LearningStep']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['SkillTag']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Match'] = ResolversParentTypes['Match'], FederationReferenceType extends FederationReferenceTypes['Match'] = FederationReferenceTypes['Match']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Match']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learnsFromViewer?: Resolver<ReadonlyArray<ResolversTypes['Skill']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['MatchReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MatchStatus'], ParentType, ContextType>;
  teachesViewer?: Resolver<ReadonlyArray<ResolversTypes['Skill']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type MatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchConnection'] = ResolversParentTypes['MatchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MatchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchEdge'] = ResolversParentTypes['MatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Match'], ParentType, ContextType>;
};

export type MatchReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchReason'] = ResolversParentTypes['MatchReason']> = {
  code?: Resolver<ResolversTypes['MatchReasonCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MergeSkillTagsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeSkillTagsError'] = ResolversParentTypes['MergeSkillTagsError']> = {
  code?: Resolver<ResolversTypes['MergeSkillTagsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MergeSkillTagsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeSkillTagsPayload'] = ResolversParentTypes['MergeSkillTagsPayload']> = {
  skillTag?: Resolver<Maybe<ResolversTypes['SkillTag']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MergeSkillTagsError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addSkill: Resolver<ResolversTypes['AddSkillPayload'], ParentType, ContextType, RequireFields<MutationAddSkillArgs, 'input'>>;
  answerLearningPlan: Resolver<ResolversTypes['AnswerLearningPlanPayload'], ParentType, ContextType, RequireFields<MutationAnswerLearningPlanArgs, 'input'>>;
  confirmSkill: Resolver<ResolversTypes['ConfirmSkillPayload'], ParentType, ContextType, RequireFields<MutationConfirmSkillArgs, 'input'>>;
  createSkillTag: Resolver<ResolversTypes['CreateSkillTagPayload'], ParentType, ContextType, RequireFields<MutationCreateSkillTagArgs, 'input'>>;
  endLearningPlan: Resolver<ResolversTypes['EndLearningPlanPayload'], ParentType, ContextType, RequireFields<MutationEndLearningPlanArgs, 'input'>>;
  expressInterest: Resolver<ResolversTypes['ExpressInterestPayload'], ParentType, ContextType, RequireFields<MutationExpressInterestArgs, 'input'>>;
  mergeSkillTags: Resolver<ResolversTypes['MergeSkillTagsPayload'], ParentType, ContextType, RequireFields<MutationMergeSkillTagsArgs, 'input'>>;
  passOnMatch: Resolver<ResolversTypes['PassOnMatchPayload'], ParentType, ContextType, RequireFields<MutationPassOnMatchArgs, 'input'>>;
  pauseMatching: Resolver<ResolversTypes['PauseMatchingPayload'], ParentType, ContextType>;
  proposeLearningPlan: Resolver<ResolversTypes['ProposeLearningPlanPayload'], ParentType, ContextType, RequireFields<MutationProposeLearningPlanArgs, 'input'>>;
  removeSkill: Resolver<ResolversTypes['RemoveSkillPayload'], ParentType, ContextType, RequireFields<MutationRemoveSkillArgs, 'input'>>;
  resumeMatching: Resolver<ResolversTypes['ResumeMatchingPayload'], ParentType, ContextType>;
  snoozeMatch: Resolver<ResolversTypes['SnoozeMatchPayload'], ParentType, ContextType, RequireFields<MutationSnoozeMatchArgs, 'input'>>;
  tickLearningStep: Resolver<ResolversTypes['TickLearningStepPayload'], ParentType, ContextType, RequireFields<MutationTickLearningStepArgs, 'input'>>;
  updateLearningPlan: Resolver<ResolversTypes['UpdateLearningPlanPayload'], ParentType, ContextType, RequireFields<MutationUpdateLearningPlanArgs, 'input'>>;
  updateSkill: Resolver<ResolversTypes['UpdateSkillPayload'], ParentType, ContextType, RequireFields<MutationUpdateSkillArgs, 'input'>>;
  updateSkillTag: Resolver<ResolversTypes['UpdateSkillTagPayload'], ParentType, ContextType, RequireFields<MutationUpdateSkillTagArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PassOnMatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PassOnMatchError'] = ResolversParentTypes['PassOnMatchError']> = {
  code?: Resolver<ResolversTypes['PassOnMatchErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PassOnMatchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PassOnMatchPayload'] = ResolversParentTypes['PassOnMatchPayload']> = {
  match?: Resolver<Maybe<ResolversTypes['Match']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PassOnMatchError']>, ParentType, ContextType>;
};

export type PauseMatchingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseMatchingPayload'] = ResolversParentTypes['PauseMatchingPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ProposeLearningPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposeLearningPlanError'] = ResolversParentTypes['ProposeLearningPlanError']> = {
  code?: Resolver<ResolversTypes['ProposeLearningPlanErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposeLearningPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposeLearningPlanPayload'] = ResolversParentTypes['ProposeLearningPlanPayload']> = {
  learningPlan?: Resolver<Maybe<ResolversTypes['LearningPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ProposeLearningPlanError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  internalMutualMatch: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<QueryInternalMutualMatchArgs, 'otherId' | 'userId'>>;
  internalSkill: Resolver<Maybe<ResolversTypes['InternalSkill']>, ParentType, ContextType, RequireFields<QueryInternalSkillArgs, 'id'>>;
  searchSkills: Resolver<ResolversTypes['SkillConnection'], ParentType, ContextType, RequireFields<QuerySearchSkillsArgs, 'first'>>;
  skillTags: Resolver<ResolversTypes['SkillTagConnection'], ParentType, ContextType, RequireFields<QuerySkillTagsArgs, 'first'>>;
};

export type RemoveSkillErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSkillError'] = ResolversParentTypes['RemoveSkillError']> = {
  code?: Resolver<ResolversTypes['RemoveSkillErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveSkillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSkillPayload'] = ResolversParentTypes['RemoveSkillPayload']> = {
  removedSkillId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RemoveSkillError']>, ParentType, ContextType>;
};

export type ResumeMatchingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeMatchingPayload'] = ResolversParentTypes['ResumeMatchingPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill'], FederationReferenceType extends FederationReferenceTypes['Skill'] = FederationReferenceTypes['Skill']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Skill']> | FederationReferenceType, FederationReferenceType, ContextType>;
  confirmedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endorsements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hiddenSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['SkillLevel'], ParentType, ContextType>;
  modes?: Resolver<ReadonlyArray<ResolversTypes['SessionMode']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['SkillTag']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type SkillConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillConnection'] = ResolversParentTypes['SkillConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SkillEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SkillEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillEdge'] = ResolversParentTypes['SkillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type SkillTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillTag'] = ResolversParentTypes['SkillTag'], FederationReferenceType extends FederationReferenceTypes['SkillTag'] = FederationReferenceTypes['SkillTag']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SkillTag']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SkillTagLabelArgs>>;
  slug?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkillTagConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillTagConnection'] = ResolversParentTypes['SkillTagConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SkillTagEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SkillTagEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillTagEdge'] = ResolversParentTypes['SkillTagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SkillTag'], ParentType, ContextType>;
};

export type SnoozeMatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SnoozeMatchError'] = ResolversParentTypes['SnoozeMatchError']> = {
  code?: Resolver<ResolversTypes['SnoozeMatchErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SnoozeMatchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SnoozeMatchPayload'] = ResolversParentTypes['SnoozeMatchPayload']> = {
  match?: Resolver<Maybe<ResolversTypes['Match']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SnoozeMatchError']>, ParentType, ContextType>;
};

export type TickLearningStepErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TickLearningStepError'] = ResolversParentTypes['TickLearningStepError']> = {
  code?: Resolver<ResolversTypes['TickLearningStepErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TickLearningStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TickLearningStepPayload'] = ResolversParentTypes['TickLearningStepPayload']> = {
  learningPlan?: Resolver<Maybe<ResolversTypes['LearningPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['TickLearningStepError']>, ParentType, ContextType>;
};

export type UpdateLearningPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLearningPlanError'] = ResolversParentTypes['UpdateLearningPlanError']> = {
  code?: Resolver<ResolversTypes['UpdateLearningPlanErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateLearningPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLearningPlanPayload'] = ResolversParentTypes['UpdateLearningPlanPayload']> = {
  learningPlan?: Resolver<Maybe<ResolversTypes['LearningPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateLearningPlanError']>, ParentType, ContextType>;
};

export type UpdateSkillErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSkillError'] = ResolversParentTypes['UpdateSkillError']> = {
  code?: Resolver<ResolversTypes['UpdateSkillErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateSkillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSkillPayload'] = ResolversParentTypes['UpdateSkillPayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateSkillError']>, ParentType, ContextType>;
};

export type UpdateSkillTagErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSkillTagError'] = ResolversParentTypes['UpdateSkillTagError']> = {
  code?: Resolver<ResolversTypes['UpdateSkillTagErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateSkillTagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSkillTagPayload'] = ResolversParentTypes['UpdateSkillTagPayload']> = {
  skillTag?: Resolver<Maybe<ResolversTypes['SkillTag']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateSkillTagError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learningPlans?: Resolver<Maybe<ResolversTypes['LearningPlanConnection']>, ParentType, ContextType, RequireFields<UserLearningPlansArgs, 'first'>>;
  matches?: Resolver<Maybe<ResolversTypes['MatchConnection']>, ParentType, ContextType, RequireFields<UserMatchesArgs, 'first'>>;
  matchingPaused?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  skills?: Resolver<Maybe<ResolversTypes['SkillConnection']>, ParentType, ContextType, RequireFields<UserSkillsArgs, 'first'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AddSkillError' | 'AnswerLearningPlanError' | 'ConfirmSkillError' | 'CreateSkillTagError' | 'EndLearningPlanError' | 'ExpressInterestError' | 'MergeSkillTagsError' | 'PassOnMatchError' | 'ProposeLearningPlanError' | 'RemoveSkillError' | 'SnoozeMatchError' | 'TickLearningStepError' | 'UpdateLearningPlanError' | 'UpdateSkillError' | 'UpdateSkillTagError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddSkillError?: AddSkillErrorResolvers<ContextType>;
  AddSkillPayload?: AddSkillPayloadResolvers<ContextType>;
  AnswerLearningPlanError?: AnswerLearningPlanErrorResolvers<ContextType>;
  AnswerLearningPlanPayload?: AnswerLearningPlanPayloadResolvers<ContextType>;
  ConfirmSkillError?: ConfirmSkillErrorResolvers<ContextType>;
  ConfirmSkillPayload?: ConfirmSkillPayloadResolvers<ContextType>;
  CreateSkillTagError?: CreateSkillTagErrorResolvers<ContextType>;
  CreateSkillTagPayload?: CreateSkillTagPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EndLearningPlanError?: EndLearningPlanErrorResolvers<ContextType>;
  EndLearningPlanPayload?: EndLearningPlanPayloadResolvers<ContextType>;
  ExpressInterestError?: ExpressInterestErrorResolvers<ContextType>;
  ExpressInterestPayload?: ExpressInterestPayloadResolvers<ContextType>;
  InternalSkill?: InternalSkillResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  LearningPlan?: LearningPlanResolvers<ContextType>;
  LearningPlanConnection?: LearningPlanConnectionResolvers<ContextType>;
  LearningPlanEdge?: LearningPlanEdgeResolvers<ContextType>;
  LearningStep?: LearningStepResolvers<ContextType>;
  Match?: MatchResolvers<ContextType>;
  MatchConnection?: MatchConnectionResolvers<ContextType>;
  MatchEdge?: MatchEdgeResolvers<ContextType>;
  MatchReason?: MatchReasonResolvers<ContextType>;
  MergeSkillTagsError?: MergeSkillTagsErrorResolvers<ContextType>;
  MergeSkillTagsPayload?: MergeSkillTagsPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PassOnMatchError?: PassOnMatchErrorResolvers<ContextType>;
  PassOnMatchPayload?: PassOnMatchPayloadResolvers<ContextType>;
  PauseMatchingPayload?: PauseMatchingPayloadResolvers<ContextType>;
  ProposeLearningPlanError?: ProposeLearningPlanErrorResolvers<ContextType>;
  ProposeLearningPlanPayload?: ProposeLearningPlanPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveSkillError?: RemoveSkillErrorResolvers<ContextType>;
  RemoveSkillPayload?: RemoveSkillPayloadResolvers<ContextType>;
  ResumeMatchingPayload?: ResumeMatchingPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillConnection?: SkillConnectionResolvers<ContextType>;
  SkillEdge?: SkillEdgeResolvers<ContextType>;
  SkillTag?: SkillTagResolvers<ContextType>;
  SkillTagConnection?: SkillTagConnectionResolvers<ContextType>;
  SkillTagEdge?: SkillTagEdgeResolvers<ContextType>;
  SnoozeMatchError?: SnoozeMatchErrorResolvers<ContextType>;
  SnoozeMatchPayload?: SnoozeMatchPayloadResolvers<ContextType>;
  TickLearningStepError?: TickLearningStepErrorResolvers<ContextType>;
  TickLearningStepPayload?: TickLearningStepPayloadResolvers<ContextType>;
  UpdateLearningPlanError?: UpdateLearningPlanErrorResolvers<ContextType>;
  UpdateLearningPlanPayload?: UpdateLearningPlanPayloadResolvers<ContextType>;
  UpdateSkillError?: UpdateSkillErrorResolvers<ContextType>;
  UpdateSkillPayload?: UpdateSkillPayloadResolvers<ContextType>;
  UpdateSkillTagError?: UpdateSkillTagErrorResolvers<ContextType>;
  UpdateSkillTagPayload?: UpdateSkillTagPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
