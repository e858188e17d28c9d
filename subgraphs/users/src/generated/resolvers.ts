import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserRecord } from '../user.ts';
import type { AuthSession as AuthSessionRecord } from '../auth-session.ts';
import type { IdentityLink as IdentityLinkRecord } from '../identity.ts';
import type { Partner as PartnerRecord } from '../partner.ts';
import type { PartnerKey as PartnerKeyRecord } from '../partner-key.ts';
import type { RegisteredOperation as RegisteredOperationRecord } from '../registered-operation.ts';
import type { Registry } from '../registry.ts';
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
  /**
   * The name of a time zone in the IANA database, such as Europe/Paris. Offsets such as +02:00 are not
   * time zones.
   */
  TimeZone: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** The state of an account. */
export type AccountState =
  /** In use. */
  | 'ACTIVE'
  /** Closed for good. */
  | 'BANNED'
  /** Erased at the person's wish. */
  | 'DELETED'
  /** Closed for a time. */
  | 'SUSPENDED';

/** Who may see a part of a profile. Staff always may. */
export type Audience =
  /** Everybody, with or without an account. */
  | 'EVERYONE'
  /** Everybody who is logged in. */
  | 'MEMBERS'
  /** Only the person. */
  | 'NOBODY';

/** A log-in on one device. */
export type AuthSession = {
  __typename?: 'AuthSession';
  /** When the person logged in. */
  createdAt: Scalars['DateTime']['output'];
  /** True for the log-in with which this is asked. */
  current: Scalars['Boolean']['output'];
  /** What the device called itself at log-in. */
  deviceName?: Maybe<Scalars['String']['output']>;
  /** The log-in's id, ase_ and a ULID. */
  id: Scalars['ID']['output'];
  /** When the device last asked for tokens or made a sensitive change. */
  lastUsedAt: Scalars['DateTime']['output'];
};

/** A page of log-ins. */
export type AuthSessionConnection = {
  __typename?: 'AuthSessionConnection';
  /** The log-ins with their cursors. */
  edges: Array<AuthSessionEdge>;
  /** Where the page lies in the list. */
  pageInfo: PageInfo;
};

/** A log-in in a page. */
export type AuthSessionEdge = {
  __typename?: 'AuthSessionEdge';
  /** The place of this log-in in the list. */
  cursor: Scalars['String']['output'];
  /** The log-in. */
  node: AuthSession;
};

/** What a device needs to act for a person. */
export type AuthTokens = {
  __typename?: 'AuthTokens';
  /** The token for the Authorization header, as Bearer. It is valid for at most ten minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** The secret with which to ask for the next tokens. It works once. */
  refreshToken: Scalars['String']['output'];
};

/** Why a block was not set or taken back. */
export type BlockUserError = UserError & {
  __typename?: 'BlockUserError';
  /** The reason, for programs. */
  code: BlockUserErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a block is not set or taken back. */
export type BlockUserErrorCode =
  /** It is the viewer. */
  | 'CANNOT_BLOCK_YOURSELF'
  /** There is nobody under this id. */
  | 'NOT_FOUND';

/** A person to block or to unblock. */
export type BlockUserInput = {
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** The answer to a block, and to taking one back. */
export type BlockUserPayload = {
  __typename?: 'BlockUserPayload';
  /** Why nothing was changed. */
  userErrors: Array<BlockUserError>;
};

/** Why another address was not asked for. */
export type ChangeEmailError = UserError & {
  __typename?: 'ChangeEmailError';
  /** The reason, for programs. */
  code: ChangeEmailErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which another address is not asked for. */
export type ChangeEmailErrorCode =
  /** The text is no e-mail address. */
  | 'INVALID_EMAIL'
  /** The log-in is older than ten minutes. Use stepUp, or log in again first. */
  | 'STEP_UP_REQUIRED'
  /** It is the address that the account has. */
  | 'UNCHANGED';

/** Another address. */
export type ChangeEmailInput = {
  /** The address that the account shall have. */
  newEmail: Scalars['String']['input'];
};

/** The answer to the wish for another address. */
export type ChangeEmailPayload = {
  __typename?: 'ChangeEmailPayload';
  /** Why nothing was changed. */
  userErrors: Array<ChangeEmailError>;
};

/** Why the password was not changed. */
export type ChangePasswordError = UserError & {
  __typename?: 'ChangePasswordError';
  /** The reason, for programs. */
  code: ChangePasswordErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a password is not changed. */
export type ChangePasswordErrorCode =
  /** The password is on a list of passwords that were stolen elsewhere. */
  | 'PASSWORD_BREACHED'
  /** The password is among those that are guessed first. */
  | 'PASSWORD_TOO_COMMON'
  /** The password is longer than 1,000 characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has fewer than 8 characters. */
  | 'PASSWORD_TOO_SHORT'
  /** This is not the current password. */
  | 'WRONG_PASSWORD';

/** What is needed to change the password. */
export type ChangePasswordInput = {
  /** The password that is valid now. */
  currentPassword: Scalars['String']['input'];
  /** The new password, at least 8 characters of any kind. */
  newPassword: Scalars['String']['input'];
};

/** The answer to a change of the password. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** Why nothing was changed. */
  userErrors: Array<ChangePasswordError>;
};

/** A place as precisely as others may know it. */
export type CoarseLocation = {
  __typename?: 'CoarseLocation';
  /** What the person calls the place, a town or a quarter. */
  label?: Maybe<Scalars['String']['output']>;
  /** The latitude of the middle of the cell, in degrees north. */
  latitude: Scalars['Float']['output'];
  /** The longitude of the middle of the cell, in degrees east. */
  longitude: Scalars['Float']['output'];
};

/** Why the address was not changed. */
export type ConfirmEmailChangeError = UserError & {
  __typename?: 'ConfirmEmailChangeError';
  /** The reason, for programs. */
  code: ConfirmEmailChangeErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an address is not changed. */
export type ConfirmEmailChangeErrorCode =
  /** The link is unknown, too old, or has been used. */
  | 'INVALID_TOKEN';

/** What is needed to change the address. */
export type ConfirmEmailChangeInput = {
  /** The secret at the end of the mailed link. */
  token: Scalars['String']['input'];
};

/** The answer to the use of a link for another address. */
export type ConfirmEmailChangePayload = {
  __typename?: 'ConfirmEmailChangePayload';
  /** Why nothing was changed. */
  userErrors: Array<ConfirmEmailChangeError>;
};

/** Why the second factor was not turned on. */
export type ConfirmTotpError = UserError & {
  __typename?: 'ConfirmTotpError';
  /** The reason, for programs. */
  code: ConfirmTotpErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a second factor is not turned on. */
export type ConfirmTotpErrorCode =
  /** The code is wrong, too old, or has been used. */
  | 'INVALID_TOTP'
  /** No second factor has been begun, or it is on already. */
  | 'NOT_ENROLLED';

/** A code of a new second factor. */
export type ConfirmTotpInput = {
  /** The current code of the app, six digits. */
  code: Scalars['String']['input'];
};

/** The answer to the code of a new second factor. */
export type ConfirmTotpPayload = {
  __typename?: 'ConfirmTotpPayload';
  /** Ten codes for the day when the app is lost. Each works once, in the place of a code of the app. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** Why nothing was changed. */
  userErrors: Array<ConfirmTotpError>;
};

/** Who may make the first contact with a person. */
export type ContactPolicy =
  /** Everybody who is not blocked. */
  | 'EVERYONE'
  /** Only people with whom there is a mutual match. */
  | 'MATCHES';

/** Why a partner was not made. */
export type CreatePartnerError = UserError & {
  __typename?: 'CreatePartnerError';
  /** The reason, for programs. */
  code: CreatePartnerErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a partner is not made. */
export type CreatePartnerErrorCode =
  /** There is nothing to read in it. */
  | 'EMPTY'
  /** The quota is outside its range. */
  | 'INVALID_QUOTA'
  /** This is not a short name. */
  | 'INVALID_SLUG'
  /** It contains characters that are not text. */
  | 'INVALID_TEXT'
  /** Another partner has this short name. */
  | 'SLUG_TAKEN'
  /** It has more than 100 characters. */
  | 'TOO_LONG';

/** A new partner. */
export type CreatePartnerInput = {
  /** The name of the organisation, at most 100 characters. */
  name: Scalars['String']['input'];
  /** How much it may ask; 600 requests a minute, 100,000 a day and a cost of 3,000 a minute when left out. */
  quota?: InputMaybe<PartnerQuotaInput>;
  /** What its keys may do; READ when left out. */
  scopes?: InputMaybe<Array<PartnerScope>>;
  /** A short name for command lines and logs: 2 to 40 of a to z, 0 to 9 and -, beginning with a letter. */
  slug: Scalars['String']['input'];
};

/** Why an API key was not made. */
export type CreatePartnerKeyError = UserError & {
  __typename?: 'CreatePartnerKeyError';
  /** The reason, for programs. */
  code: CreatePartnerKeyErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an API key is not made. */
export type CreatePartnerKeyErrorCode =
  /** The end is not in the future, or more than two years away. */
  | 'INVALID_EXPIRY'
  /** There is no partner under this id. */
  | 'NOT_FOUND'
  /** Log in again first. */
  | 'STEP_UP_REQUIRED'
  /** The partner has two keys that live. */
  | 'TOO_MANY_KEYS';

/** For whom an API key is made. */
export type CreatePartnerKeyInput = {
  /** When the key ends by itself, at most two years from now; one year from now when left out. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The partner's id. */
  partnerId: Scalars['ID']['input'];
};

/** The answer to the making of an API key. */
export type CreatePartnerKeyPayload = {
  __typename?: 'CreatePartnerKeyPayload';
  /** The new key. */
  key?: Maybe<PartnerKey>;
  /** The key as the partner sends it. It is answered only here and cannot be had again. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was changed. */
  userErrors: Array<CreatePartnerKeyError>;
};

/** The answer to the making of a partner. */
export type CreatePartnerPayload = {
  __typename?: 'CreatePartnerPayload';
  /** The new partner. */
  partner?: Maybe<Partner>;
  /** Why nothing was changed. */
  userErrors: Array<CreatePartnerError>;
};

/** Why an operation was not deprecated. */
export type DeprecateOperationError = UserError & {
  __typename?: 'DeprecateOperationError';
  /** The reason, for programs. */
  code: DeprecateOperationErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an operation is not deprecated. */
export type DeprecateOperationErrorCode =
  /** The operation is in this state already, or cannot come into it from its own. */
  | 'INVALID_STATE'
  /** There is no operation under this id. */
  | 'NOT_FOUND';

/** An operation to be deprecated. */
export type DeprecateOperationInput = {
  /** The operation's id, opr_ and a ULID. */
  operationId: Scalars['ID']['input'];
};

/** The answer to the deprecation of an operation. */
export type DeprecateOperationPayload = {
  __typename?: 'DeprecateOperationPayload';
  /** The operation after the change. */
  operation?: Maybe<RegisteredOperation>;
  /** Why nothing was changed. */
  userErrors: Array<DeprecateOperationError>;
};

/** Why the second factor was not taken away. */
export type DisableTotpError = UserError & {
  __typename?: 'DisableTotpError';
  /** The reason, for programs. */
  code: DisableTotpErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a second factor is not taken away. */
export type DisableTotpErrorCode =
  /** The code is wrong, too old, or has been used. */
  | 'INVALID_TOTP'
  /** The account has no second factor. */
  | 'NOT_ENABLED';

/** A code of the second factor. */
export type DisableTotpInput = {
  /** The current code of the app, six digits, or a recovery code. */
  code: Scalars['String']['input'];
};

/** The answer to the wish to have no second factor. */
export type DisableTotpPayload = {
  __typename?: 'DisableTotpPayload';
  /** Why nothing was changed. */
  userErrors: Array<DisableTotpError>;
};

/** Why no second factor was begun. */
export type EnrolTotpError = UserError & {
  __typename?: 'EnrolTotpError';
  /** The reason, for programs. */
  code: EnrolTotpErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which no second factor is begun. */
export type EnrolTotpErrorCode =
  /** The account has a second factor. */
  | 'ALREADY_ENABLED'
  /** The log-in is older than ten minutes. Use stepUp, or log in again first. */
  | 'STEP_UP_REQUIRED';

/** The answer to the wish for a second factor. */
export type EnrolTotpPayload = {
  __typename?: 'EnrolTotpPayload';
  /** The secret in base 32, to be typed into an app. */
  secret?: Maybe<Scalars['String']['output']>;
  /** The same as an otpauth address, to be shown as a picture that apps read. */
  uri?: Maybe<Scalars['String']['output']>;
  /** Why nothing was changed. */
  userErrors: Array<EnrolTotpError>;
};

/** A place as it was given. */
export type ExactPoint = {
  __typename?: 'ExactPoint';
  /** Degrees north. */
  latitude: Scalars['Float']['output'];
  /** Degrees east. */
  longitude: Scalars['Float']['output'];
};

/** An account of elsewhere with which a person logs in. */
export type IdentityLink = {
  __typename?: 'IdentityLink';
  /** When it was linked. */
  createdAt: Scalars['DateTime']['output'];
  /** The e-mail address that it had there when it was linked. */
  email?: Maybe<Scalars['String']['output']>;
  /** The link's id, idl_ and a ULID. */
  id: Scalars['ID']['output'];
  /** When somebody last logged in with it. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** Who vouches for it. */
  provider: IdentityProvider;
};

/** Somebody with whose accounts people can log in here. */
export type IdentityProvider =
  /** Apple. */
  | 'APPLE'
  /** Google. */
  | 'GOOGLE';

/** What an identity provider does not say of somebody who opens an account. */
export type IdentitySignUpInput = {
  /** The version of the terms of use that the person accepted; it must be the current one. */
  acceptedTermsVersion: Scalars['String']['input'];
  /** How others see the person, at most 80 characters. */
  displayName: Scalars['String']['input'];
  /** The language in which the product speaks to the person; English when it is left out. */
  preferredLanguage?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** Where the person's calendar is. */
  timeZone: Scalars['TimeZone']['input'];
};

/** An operation as the gateway knows it. */
export type InternalOperation = {
  __typename?: 'InternalOperation';
  /** The app whose it is. */
  app?: Maybe<Scalars['String']['output']>;
  /** When it was deprecated. */
  deprecatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The SHA-256 of its text, in hexadecimal. */
  hash: Scalars['String']['output'];
  /** The operation's id. */
  id: Scalars['ID']['output'];
  /** The operation's name. */
  name: Scalars['String']['output'];
  /** The partner whose it is. */
  partnerId?: Maybe<Scalars['ID']['output']>;
  /** Whether it may be run. */
  state: OperationState;
  /** The document; null when it is retired. */
  text?: Maybe<Scalars['String']['output']>;
};

/** A partner as the gateway knows it. */
export type InternalPartner = {
  __typename?: 'InternalPartner';
  /** The partner's id. */
  id: Scalars['ID']['output'];
  /** Its keys that live. */
  keys: Array<InternalPartnerKey>;
  /** How much it may ask. */
  quota: InternalQuota;
  /** What its keys may do. */
  scopes: Array<PartnerScope>;
  /** The partner's short name. */
  slug: Scalars['String']['output'];
};

/** A key as the gateway knows it. */
export type InternalPartnerKey = {
  __typename?: 'InternalPartnerKey';
  /** When it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** The SHA-256 of the key, as base64url. */
  hash: Scalars['String']['output'];
  /** The key's id. */
  id: Scalars['ID']['output'];
};

/** A person as other parts of the product know them. */
export type InternalPerson = {
  __typename?: 'InternalPerson';
  /** Who may make the first contact with the person. */
  contactableBy: ContactPolicy;
  /** The name under which others know the person. */
  displayName: Scalars['String']['output'];
  /** The e-mail address, for mails to the person. */
  email: Scalars['String']['output'];
  /** The person's id. */
  id: Scalars['ID']['output'];
  /** The language in which to write to the person. */
  preferredLanguage: Scalars['LanguageTag']['output'];
  /** The state of the account. */
  state: AccountState;
  /** The time zone in which the person lives. */
  timeZone: Scalars['TimeZone']['output'];
};

/** How much a partner may ask. */
export type InternalQuota = {
  __typename?: 'InternalQuota';
  /** Cost a minute. */
  costPerMinute: Scalars['Int']['output'];
  /** Requests a day. */
  requestsPerDay: Scalars['Int']['output'];
  /** Requests a minute. */
  requestsPerMinute: Scalars['Int']['output'];
};

/** Who may read the graph by API key, and which operations may be run by id. */
export type InternalRegistry = {
  __typename?: 'InternalRegistry';
  /** The operations of those partners and of our own apps, retired ones included. */
  operations: Array<InternalOperation>;
  /** Partners who are not suspended. */
  partners: Array<InternalPartner>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
};

/** Access tokens that are no longer good, although their time is not over. Some may have been told before. */
export type InternalRevocations = {
  __typename?: 'InternalRevocations';
  /** When this was read. */
  asOf: Scalars['DateTime']['output'];
  /** Log-ins that have ended. */
  authSessionIds: Array<Scalars['ID']['output']>;
  /** People whose tokens must name other roles than before. */
  roles: Array<InternalRoles>;
};

/** The roles that a person has now. */
export type InternalRoles = {
  __typename?: 'InternalRoles';
  /** All their roles. */
  roles: Array<Role>;
  /** The person's id. */
  userId: Scalars['ID']['output'];
  /** Of two changes the one with the greater version counts. */
  version: Scalars['Int']['output'];
};

/** That something was used. */
export type InternalUse = {
  /** How often. */
  count: Scalars['Int']['input'];
  /** An operation's or a key's id. */
  id: Scalars['ID']['input'];
  /** When last. */
  lastUsedAt: Scalars['DateTime']['input'];
};

/** Why an identity is not linked. */
export type LinkIdentityError = UserError & {
  __typename?: 'LinkIdentityError';
  /** The reason, for programs. */
  code: LinkIdentityErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons: why an identity is not linked. */
export type LinkIdentityErrorCode =
  /** Another identity of this provider is linked with the account. */
  | 'ALREADY_LINKED'
  /** The provider did not say who it is, or its answer belongs to another question. */
  | 'IDENTITY_NOT_PROVED'
  /** The identity is linked with an account already. */
  | 'IDENTITY_TAKEN'
  /** The address is none. */
  | 'INVALID_CALLBACK'
  /** The flow is unknown, too old, used, or was begun by somebody else. Begin again. */
  | 'INVALID_FLOW'
  /** The provider does not answer. */
  | 'PROVIDER_UNAVAILABLE'
  /** The log-in is older than ten minutes. Use stepUp, or log in again first. */
  | 'STEP_UP_REQUIRED';

/** Somebody who is back from an identity provider and wants to log in with it from now on. */
export type LinkIdentityInput = {
  /** The whole address to which the provider sent the person back, at most 4,096 characters. */
  callbackUrl: Scalars['String']['input'];
  /** The flow token that was kept. */
  flowToken: Scalars['String']['input'];
};

/** The answer to the wish to link an identity. */
export type LinkIdentityPayload = {
  __typename?: 'LinkIdentityPayload';
  /** The identity that is linked now. */
  identityLink?: Maybe<IdentityLink>;
  /** Why nothing was linked. */
  userErrors: Array<LinkIdentityError>;
};

/** Why a log-in was refused. */
export type LogInError = UserError & {
  __typename?: 'LogInError';
  /** The reason, for programs. */
  code: LogInErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
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
  deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The address of the account. */
  email: Scalars['String']['input'];
  /** The password. */
  password: Scalars['String']['input'];
  /** The current code of the second factor, or a recovery code, for accounts that have one. */
  totp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a log-in. */
export type LogInPayload = {
  __typename?: 'LogInPayload';
  /** The tokens of the new log-in. */
  auth?: Maybe<AuthTokens>;
  /** The person who is now logged in. */
  user?: Maybe<User>;
  /** Why nothing was done. */
  userErrors: Array<LogInError>;
};

/** Why nobody is logged in by an identity. */
export type LogInWithIdentityError = UserError & {
  __typename?: 'LogInWithIdentityError';
  /** The reason, for programs. */
  code: LogInWithIdentityErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons: why nobody is logged in by an identity. */
export type LogInWithIdentityErrorCode =
  /** The account is closed for good. */
  | 'ACCOUNT_BANNED'
  /** An account has the identity's address and is not linked with it. Log in to it and use linkIdentity. */
  | 'ACCOUNT_EXISTS'
  /** The account is closed for a time. */
  | 'ACCOUNT_SUSPENDED'
  /** The provider has not verified the address, so no account is opened with it. */
  | 'EMAIL_NOT_VERIFIED'
  /** The text is empty. */
  | 'EMPTY'
  /** The provider did not say who it is, or its answer belongs to another question. */
  | 'IDENTITY_NOT_PROVED'
  /** The address is none. */
  | 'INVALID_CALLBACK'
  /** The flow is unknown, too old, used, or was begun by somebody else. Begin again. */
  | 'INVALID_FLOW'
  /** This is no language tag. */
  | 'INVALID_LANGUAGE'
  /** The text contains characters that are not text. */
  | 'INVALID_TEXT'
  /** This is no time zone of the IANA database. */
  | 'INVALID_TIME_ZONE'
  /** The code is wrong, too old, or has been used. */
  | 'INVALID_TOTP'
  /** The provider does not answer. */
  | 'PROVIDER_UNAVAILABLE'
  /** The identity has no account. Send the same again with `signUp` to open one. */
  | 'SIGN_UP_REQUIRED'
  /** The accepted terms are not the current ones. */
  | 'TERMS_NOT_ACCEPTED'
  /** The text is too long. */
  | 'TOO_LONG'
  /** The account has a second factor. Send the same again with `totp`. */
  | 'TOTP_REQUIRED';

/** Somebody who is back from an identity provider and wants to log in. */
export type LogInWithIdentityInput = {
  /** The whole address to which the provider sent the person back, at most 4,096 characters. */
  callbackUrl: Scalars['String']['input'];
  /** What the device calls itself, at most 100 characters. */
  deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The flow token that was kept. */
  flowToken: Scalars['String']['input'];
  /** What an account is opened with when the identity has none. */
  signUp?: InputMaybe<IdentitySignUpInput>;
  /** A code of the app, or a recovery code, when the account has a second factor. */
  totp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a log-in with an account of elsewhere. */
export type LogInWithIdentityPayload = {
  __typename?: 'LogInWithIdentityPayload';
  /** The tokens of the new log-in. */
  auth?: Maybe<AuthTokens>;
  /** With SIGN_UP_REQUIRED the address that the account would have. */
  email?: Maybe<Scalars['String']['output']>;
  /** The person who is now logged in. */
  user?: Maybe<User>;
  /** Why nobody is logged in. */
  userErrors: Array<LogInWithIdentityError>;
};

/** Why a log-out was refused. */
export type LogOutError = UserError & {
  __typename?: 'LogOutError';
  /** The reason, for programs. */
  code: LogOutErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a log-out is refused. */
export type LogOutErrorCode =
  /** The log-in of this device had ended before. */
  | 'ALREADY_ENDED';

/** How far a log-out reaches. */
export type LogOutInput = {
  /** True ends the log-ins of all devices. */
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * True ends the log-ins of all other devices and keeps this one's. When both fields are false or
   * left out only this device's log-in ends; when both are true all do.
   */
  others?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to a log-out. */
export type LogOutPayload = {
  __typename?: 'LogOutPayload';
  /** Why nothing was done. */
  userErrors: Array<LogOutError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Blocks a person: neither can find, meet or write to the other from the moment this is answered. The
   * blocked person is not told. Blocking somebody again changes nothing.
   */
  blockUser: BlockUserPayload;
  /**
   * Asks for another e-mail address. A link is mailed there, and the address changes once the link is
   * used; a later wish replaces an earlier one. It needs a log-in of the last ten minutes. The answer
   * is the same whether or not the address has an account.
   */
  changeEmail: ChangeEmailPayload;
  /**
   * Sets a new password for the viewer, who proves to know the current one. The log-ins of all other
   * devices end. Wrong current passwords count as failed log-ins.
   */
  changePassword: ChangePasswordPayload;
  /**
   * Changes the e-mail address by the link that was mailed to the new one. A link works once, for 24
   * hours.
   */
  confirmEmailChange: ConfirmEmailChangePayload;
  /**
   * Turns the second factor on by a code of the app. From now on a log-in needs a code as well. It
   * answers recovery codes, which nobody can read again.
   */
  confirmTotp: ConfirmTotpPayload;
  /** Makes a partner. It reads nothing before it has an API key and operations. */
  createPartner: CreatePartnerPayload;
  /**
   * Makes an API key for a partner and answers it this once. It needs a log-in of the last ten minutes. A
   * partner has at most two keys that live, so that one can take over from the other.
   */
  createPartnerKey: CreatePartnerKeyPayload;
  /** Announces that an operation will be retired. It still runs, and its answers say so in their headers. */
  deprecateOperation: DeprecateOperationPayload;
  /** Takes the second factor away from the viewer's account. */
  disableTotp: DisableTotpPayload;
  /**
   * Begins to give the viewer's account a second factor: a secret for an app that makes codes. Nothing
   * asks for a code until confirmTotp has been answered one. It needs a log-in of the last ten
   * minutes.
   */
  enrolTotp: EnrolTotpPayload;
  /** Adds up how often operations were run and when keys were used last. */
  internalRecordUses: Scalars['Boolean']['output'];
  /**
   * Lets the viewer, who is back from an identity provider, log in with that account from now on. It needs
   * a log-in of the last ten minutes, and one account of each provider can be linked.
   */
  linkIdentity: LinkIdentityPayload;
  /**
   * Logs in with e-mail address and password on this device. After five failures for an account, or
   * twenty from one address of the network, within 15 minutes it answers RATE_LIMITED.
   */
  logIn: LogInPayload;
  /**
   * Logs in somebody who is back from an identity provider. An identity that is linked with no account
   * opens one when `signUp` is given; with SIGN_UP_REQUIRED or TOTP_REQUIRED ask the person and send the
   * same again with the answer. An address that has an account is never joined to it here: its owner logs
   * in and uses linkIdentity.
   */
  logInWithIdentity: LogInWithIdentityPayload;
  /** Ends the log-in of this device, of all devices, or of all but this one. */
  logOut: LogOutPayload;
  /**
   * Adds the operations of a manifest to those that a client may run by id: all of them, or none when
   * anything is wrong with one of them. An operation never changes, because its id is its text's digest;
   * one that is registered already stays as it is.
   */
  publishOperations: PublishOperationsPayload;
  /**
   * Exchanges a refresh token for new tokens. A refresh token works once; repeating the exchange within
   * 10 seconds answers the same new refresh token, and using it later ends the log-in on that device.
   */
  refreshSession: RefreshSessionPayload;
  /** Takes a deprecation or a retirement back. */
  reinstateOperation: ReinstateOperationPayload;
  /** Gives a device on which the viewer is logged in another name. */
  renameAuthSession: RenameAuthSessionPayload;
  /**
   * Says whether the viewer has the app open. Apps say it every thirty seconds while it is, and once when
   * it is put away; whoever has not been heard of for a minute is offline.
   */
  reportPresence: ReportPresencePayload;
  /**
   * Asks for a link with which to set a new password. A mail follows when the address has an account.
   * The answer is the same whether or not it has.
   */
  requestPasswordReset: RequestPasswordResetPayload;
  /** Sends the link of a sign-up again. The answer is the same whether or not the address is known. */
  resendVerification: ResendVerificationPayload;
  /**
   * Sets a new password by the link that was mailed, and ends the log-ins of all devices. A link works
   * once, for one hour. It does not log in.
   */
  resetPassword: ResetPasswordPayload;
  /**
   * Takes an operation away from its client within five seconds. Whoever asks for it is told that it is
   * retired.
   */
  retireOperation: RetireOperationPayload;
  /**
   * Ends the log-in of one of the viewer's devices. Its refresh token ends at once, its access token
   * within minutes; sensitive changes are refused to it from now on.
   */
  revokeAuthSession: RevokeAuthSessionPayload;
  /** Ends an API key. Within five seconds it opens nothing any more. */
  revokePartnerKey: RevokePartnerKeyPayload;
  /**
   * Suspends or bans an account, or makes it active again. Whoever is not active is logged out
   * everywhere and is invisible to others.
   */
  setAccountState: SetAccountStatePayload;
  /** Says where the viewer is. Others see only a cell of about five kilometres. */
  setLocation: SetLocationPayload;
  /** Gives a person exactly these roles. Their devices have to ask for new tokens. */
  setRoles: SetRolesPayload;
  /**
   * Asks for an account. A mail with a link follows, and the account exists once the link is used. The
   * answer is the same whether or not the address has an account already; the mail tells its owner.
   */
  signUp: SignUpPayload;
  /**
   * Begins a log-in with an account of elsewhere, or, for somebody who is logged in, to link one. Send
   * the person to the address that is answered, and keep the flow token: when they are back, which must
   * be within ten minutes, only whoever has it can go on.
   */
  startIdentityFlow: StartIdentityFlowPayload;
  /**
   * Proves again who the viewer is, for what needs a log-in of the last ten minutes. It answers a new
   * access token; the refresh token stays the same.
   */
  stepUp: StepUpPayload;
  /** Takes a block back. Where there is none it changes nothing. */
  unblockUser: BlockUserPayload;
  /**
   * Takes one of the viewer's linked identities away. It needs a log-in of the last ten minutes. The last
   * way to log in stays.
   */
  unlinkIdentity: UnlinkIdentityPayload;
  /**
   * Changes what a partner may do. What is left out stays as it is, and what is changed holds within five
   * seconds.
   */
  updatePartner: UpdatePartnerPayload;
  /** Changes the viewer's profile and settings. Fields that are left out stay as they are. */
  updateProfile: UpdateProfilePayload;
  /** Opens the account whose link was mailed, and logs in. A link works once, for 24 hours. */
  verifyEmail: VerifyEmailPayload;
};


export type MutationBlockUserArgs = {
  input: BlockUserInput;
};


export type MutationChangeEmailArgs = {
  input: ChangeEmailInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationConfirmEmailChangeArgs = {
  input: ConfirmEmailChangeInput;
};


export type MutationConfirmTotpArgs = {
  input: ConfirmTotpInput;
};


export type MutationCreatePartnerArgs = {
  input: CreatePartnerInput;
};


export type MutationCreatePartnerKeyArgs = {
  input: CreatePartnerKeyInput;
};


export type MutationDeprecateOperationArgs = {
  input: DeprecateOperationInput;
};


export type MutationDisableTotpArgs = {
  input: DisableTotpInput;
};


export type MutationInternalRecordUsesArgs = {
  uses: Array<InternalUse>;
};


export type MutationLinkIdentityArgs = {
  input: LinkIdentityInput;
};


export type MutationLogInArgs = {
  input: LogInInput;
};


export type MutationLogInWithIdentityArgs = {
  input: LogInWithIdentityInput;
};


export type MutationLogOutArgs = {
  input: LogOutInput;
};


export type MutationPublishOperationsArgs = {
  input: PublishOperationsInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationReinstateOperationArgs = {
  input: ReinstateOperationInput;
};


export type MutationRenameAuthSessionArgs = {
  input: RenameAuthSessionInput;
};


export type MutationReportPresenceArgs = {
  input: ReportPresenceInput;
};


export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationResendVerificationArgs = {
  input: ResendVerificationInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationRetireOperationArgs = {
  input: RetireOperationInput;
};


export type MutationRevokeAuthSessionArgs = {
  input: RevokeAuthSessionInput;
};


export type MutationRevokePartnerKeyArgs = {
  input: RevokePartnerKeyInput;
};


export type MutationSetAccountStateArgs = {
  input: SetAccountStateInput;
};


export type MutationSetLocationArgs = {
  input: SetLocationInput;
};


export type MutationSetRolesArgs = {
  input: SetRolesInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationStartIdentityFlowArgs = {
  input: StartIdentityFlowInput;
};


export type MutationStepUpArgs = {
  input: StepUpInput;
};


export type MutationUnblockUserArgs = {
  input: BlockUserInput;
};


export type MutationUnlinkIdentityArgs = {
  input: UnlinkIdentityInput;
};


export type MutationUpdatePartnerArgs = {
  input: UpdatePartnerInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};

/** What an operation does. */
export type OperationKind =
  /** It changes something. */
  | 'MUTATION'
  /** It reads. */
  | 'QUERY'
  /** It follows what happens. */
  | 'SUBSCRIPTION';

/** Whether a registered operation may be run. */
export type OperationState =
  /** It may. */
  | 'ACTIVE'
  /** It may, and will be retired. */
  | 'DEPRECATED'
  /** It may not be run any more. */
  | 'RETIRED';

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

/** An organisation whose programs read the graph by API key, and only by operations registered for it. */
export type Partner = {
  __typename?: 'Partner';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The partner's id, ptn_ and a ULID. */
  id: Scalars['ID']['output'];
  /** Its API keys, the newest first, at most twenty. */
  keys: Array<PartnerKey>;
  /** The name of the organisation. */
  name: Scalars['String']['output'];
  /** How much it may ask. */
  quota: PartnerQuota;
  /** What its keys may do. */
  scopes: Array<PartnerScope>;
  /** A short name for command lines and logs, such as acme. It never changes. */
  slug: Scalars['String']['output'];
  /** Whether its keys open anything. */
  state: PartnerState;
};

/** A page of partners. */
export type PartnerConnection = {
  __typename?: 'PartnerConnection';
  /** The partners with their cursors. */
  edges: Array<PartnerEdge>;
  /** Where the page lies in the list. */
  pageInfo: PageInfo;
};

/** A partner in a page. */
export type PartnerEdge = {
  __typename?: 'PartnerEdge';
  /** The place of this partner in the list. */
  cursor: Scalars['String']['output'];
  /** The partner. */
  node: Partner;
};

/** An API key. Its secret is known to the partner alone; we keep a digest of it. */
export type PartnerKey = {
  __typename?: 'PartnerKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** The key's id, pky_ and a ULID. */
  id: Scalars['ID']['output'];
  /** When it was used last, to about ten seconds. Null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the key begins, to tell it from others. */
  prefix: Scalars['String']['output'];
  /** When it was ended before that, null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the key opens anything. */
  state: PartnerKeyState;
};

/** Whether an API key opens anything. */
export type PartnerKeyState =
  /** Its time is over. */
  | 'EXPIRED'
  /** It does, unless the partner is suspended. */
  | 'LIVE'
  /** It was ended before its time. */
  | 'REVOKED';

/** How much a partner may ask, all its keys together. */
export type PartnerQuota = {
  __typename?: 'PartnerQuota';
  /** What its operations may cost a minute. As much may be spent at once. */
  costPerMinute: Scalars['Int']['output'];
  /** Requests a day. As many may come at once, as far as those of a minute allow it. */
  requestsPerDay: Scalars['Int']['output'];
  /** Requests a minute. As many may come at once. */
  requestsPerMinute: Scalars['Int']['output'];
};

/** How much a partner may ask, all its keys together. */
export type PartnerQuotaInput = {
  /**
   * What its operations may cost a minute, from 1,000, which is the most that one may cost, to
   * 10,000,000. As much may be spent at once.
   */
  costPerMinute: Scalars['Int']['input'];
  /**
   * Requests a day, from 1 to 100,000,000. As many may come at once, as far as those of a minute allow
   * it.
   */
  requestsPerDay: Scalars['Int']['input'];
  /** Requests a minute, from 1 to 100,000. As many may come at once. */
  requestsPerMinute: Scalars['Int']['input'];
};

/** What a partner may do. */
export type PartnerScope =
  /** Run its registered queries. Without it a key opens nothing. */
  | 'READ';

/** Whether a partner may ask anything. */
export type PartnerState =
  /** Its keys work. */
  | 'ACTIVE'
  /** None of its keys works. */
  | 'SUSPENDED';

/** Whether a person is here. */
export type Presence = {
  __typename?: 'Presence';
  /** When the person was here last, to the minute. It is null when they never were, or not for a month. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when the person has the app open. */
  online: Scalars['Boolean']['output'];
};

/** Who may see which part of a profile. */
export type Privacy = {
  __typename?: 'Privacy';
  /** Who may see what the person says about themselves. */
  bio: Audience;
  /** Who may see the languages. */
  languages: Audience;
  /** Who may see the place. With NOBODY it is not used for distances either. */
  location: Audience;
  /** Who may see the picture. */
  photo: Audience;
  /** Who may see whether the person is here, and when they were last. At first these are members. */
  presence: Audience;
};

/** Changes of who may see which part of a profile. What is left out stays as it is. */
export type PrivacyInput = {
  /** Who may see what the person says about themselves. */
  bio?: InputMaybe<Audience>;
  /** Who may see the languages. */
  languages?: InputMaybe<Audience>;
  /** Who may see the place. With NOBODY it is not used for distances either. */
  location?: InputMaybe<Audience>;
  /** Who may see the picture. */
  photo?: InputMaybe<Audience>;
  /** Who may see whether the person is here, and when they were last. */
  presence?: InputMaybe<Audience>;
};

/** Why a manifest was not published. */
export type PublishOperationsError = UserError & {
  __typename?: 'PublishOperationsError';
  /** The reason, for programs. */
  code: PublishOperationsErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a manifest is not published. */
export type PublishOperationsErrorCode =
  /** Two operations have the same id. */
  | 'DUPLICATE_ID'
  /** Exactly one of partnerId and app must be given. */
  | 'INVALID_CLIENT'
  /** The document is not valid for this client. */
  | 'INVALID_DOCUMENT'
  /** It is not a manifest of this format. */
  | 'INVALID_MANIFEST'
  /** An operation contains characters that are not text. */
  | 'INVALID_TEXT'
  /** Name or kind are not those in the text, or the text has not exactly one operation. */
  | 'MISMATCH'
  /** The client may not run this operation or read one of its fields. */
  | 'NOT_ALLOWED'
  /** There is no partner under this id. */
  | 'NOT_FOUND'
  /** The manifest is not JSON. */
  | 'NOT_JSON'
  /** The operation is larger than the limits. */
  | 'OVER_LIMIT'
  /** The operation is retired. */
  | 'RETIRED'
  /** The operation costs too much. */
  | 'TOO_EXPENSIVE'
  /** The manifest, or an operation in it, is too large. */
  | 'TOO_LARGE'
  /** The client would have more than 2,000 operations. */
  | 'TOO_MANY'
  /** It is a manifest of a version that we do not know. */
  | 'UNSUPPORTED_VERSION'
  /** An operation's id is not the SHA-256 of its text. */
  | 'WRONG_ID';

/** A client and its manifest. Exactly one of partnerId and app names the client. */
export type PublishOperationsInput = {
  /** The app of our own whose operations these are: 2 to 40 of a to z, 0 to 9 and -, beginning with a letter. */
  app?: InputMaybe<Scalars['String']['input']>;
  /**
   * The manifest as JSON text in the format apollo-persisted-query-manifest, version 1, at most 1 MiB; a
   * request may be smaller than that, and the command line takes it whole.
   */
  manifest: Scalars['String']['input'];
  /** The partner whose operations these are. */
  partnerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to a manifest. */
export type PublishOperationsPayload = {
  __typename?: 'PublishOperationsPayload';
  /** How many operations are new to this client. */
  addedCount?: Maybe<Scalars['Int']['output']>;
  /** How many were registered before. */
  knownCount?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was changed. */
  userErrors: Array<PublishOperationsError>;
};

export type Query = {
  __typename?: 'Query';
  /** Those with whose accounts people can log in here. */
  identityProviders: Array<IdentityProvider>;
  /** Those of the given people with whom a block exists, whoever of the two set it. */
  internalBlocked: Array<Scalars['ID']['output']>;
  /** What other parts of the product need to know of people. Unknown ids are left out. */
  internalPeople: Array<InternalPerson>;
  /**
   * Who may read the graph by API key, and which operations may be run by id. It is null when nothing
   * has changed since the known version.
   */
  internalRegistry?: Maybe<InternalRegistry>;
  /** Access tokens that are no longer good, although their time is not over. */
  internalRevocations?: Maybe<InternalRevocations>;
  /** A partner by id. It is null when there is none under this id. */
  partner?: Maybe<Partner>;
  /** The organisations whose programs read the graph by API key, by name. */
  partners: PartnerConnection;
  /** Operations that clients may run by their document's id, the latest first. */
  registeredOperations: RegisteredOperationConnection;
  /** A person by id. It is null when there is nobody whom the viewer may see under this id. */
  user?: Maybe<User>;
  /** Everybody who has an account, in whatever state it is. */
  users: UserConnection;
  /** The person who is logged in. It is null for everybody else. */
  viewer?: Maybe<User>;
};


export type QueryInternalBlockedArgs = {
  otherIds: Array<Scalars['ID']['input']>;
  userId: Scalars['ID']['input'];
};


export type QueryInternalPeopleArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryInternalRegistryArgs = {
  knownVersion?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInternalRevocationsArgs = {
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryPartnerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryRegisteredOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  app?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<OperationState>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Why there are no new tokens. */
export type RefreshSessionError = UserError & {
  __typename?: 'RefreshSessionError';
  /** The reason, for programs. */
  code: RefreshSessionErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which there are no new tokens. */
export type RefreshSessionErrorCode =
  /** The refresh token is unknown, too old, used before, or its log-in has ended. Log in again. */
  | 'INVALID_REFRESH_TOKEN';

/** What is needed for new tokens. */
export type RefreshSessionInput = {
  /** The latest refresh token of this device. */
  refreshToken: Scalars['String']['input'];
};

/** The answer to the wish for new tokens. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** The new tokens. */
  auth?: Maybe<AuthTokens>;
  /** Why there are none. */
  userErrors: Array<RefreshSessionError>;
};

/** An operation that a client may run by the id of its document. */
export type RegisteredOperation = {
  __typename?: 'RegisteredOperation';
  /** The app of our own that it belongs to, null when it belongs to a partner. */
  app?: Maybe<Scalars['String']['output']>;
  /** What one run was estimated to cost when it was registered. */
  cost: Scalars['Int']['output'];
  /** When it was deprecated, null when it is not. */
  deprecatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What clients send instead of the text: sha256: and the SHA-256 of the text in hexadecimal. */
  documentId: Scalars['String']['output'];
  /** The operation's id here, opr_ and a ULID. */
  id: Scalars['ID']['output'];
  /** What the operation does. */
  kind: OperationKind;
  /** When it was run last, to about ten seconds. Null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The operation's name in the text. */
  name: Scalars['String']['output'];
  /** The partner who may run it, null when it belongs to an app of our own. */
  partner?: Maybe<Partner>;
  /** When it was registered. */
  publishedAt: Scalars['DateTime']['output'];
  /** When it was retired, null when it is not. */
  retiredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it may be run. */
  state: OperationState;
  /** The document. */
  text: Scalars['String']['output'];
  /** How often it was run. It is a whole number, and may be larger than an Int. */
  useCount: Scalars['Float']['output'];
};

/** A page of registered operations. */
export type RegisteredOperationConnection = {
  __typename?: 'RegisteredOperationConnection';
  /** The registered operations with their cursors. */
  edges: Array<RegisteredOperationEdge>;
  /** Where the page lies in the list. */
  pageInfo: PageInfo;
};

/** A registered operation in a page. */
export type RegisteredOperationEdge = {
  __typename?: 'RegisteredOperationEdge';
  /** The place of this operation in the list. */
  cursor: Scalars['String']['output'];
  /** The operation. */
  node: RegisteredOperation;
};

/** Why an operation was not reinstated. */
export type ReinstateOperationError = UserError & {
  __typename?: 'ReinstateOperationError';
  /** The reason, for programs. */
  code: ReinstateOperationErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an operation is not reinstated. */
export type ReinstateOperationErrorCode =
  /** The operation is in this state already, or cannot come into it from its own. */
  | 'INVALID_STATE'
  /** There is no operation under this id. */
  | 'NOT_FOUND';

/** An operation to be reinstated. */
export type ReinstateOperationInput = {
  /** The operation's id, opr_ and a ULID. */
  operationId: Scalars['ID']['input'];
};

/** The answer to the reinstatement of an operation. */
export type ReinstateOperationPayload = {
  __typename?: 'ReinstateOperationPayload';
  /** The operation after the change. */
  operation?: Maybe<RegisteredOperation>;
  /** Why nothing was changed. */
  userErrors: Array<ReinstateOperationError>;
};

/** Why a device was not renamed. */
export type RenameAuthSessionError = UserError & {
  __typename?: 'RenameAuthSessionError';
  /** The reason, for programs. */
  code: RenameAuthSessionErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a device is not renamed. */
export type RenameAuthSessionErrorCode =
  /** The name contains characters that are not text. */
  | 'INVALID_TEXT'
  /** The viewer is not logged in on such a device. */
  | 'NOT_FOUND'
  /** The name is too long. */
  | 'TOO_LONG';

/** A device and its name. */
export type RenameAuthSessionInput = {
  /** The log-in's id. */
  authSessionId: Scalars['ID']['input'];
  /** The name, at most 100 characters. Null or nothing but spaces removes it. */
  deviceName?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to another name for a device. */
export type RenameAuthSessionPayload = {
  __typename?: 'RenameAuthSessionPayload';
  /** The log-in with its new name. */
  authSession?: Maybe<AuthSession>;
  /** Why nothing was changed. */
  userErrors: Array<RenameAuthSessionError>;
};

/** Why a report of presence was not kept. */
export type ReportPresenceError = UserError & {
  __typename?: 'ReportPresenceError';
  /** The reason, for programs. */
  code: ReportPresenceErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a report of presence is not kept. */
export type ReportPresenceErrorCode =
  /** Presence is not kept right now. The next report may be. */
  | 'UNAVAILABLE';

/** What the viewer's app says. */
export type ReportPresenceInput = {
  /** True while the app is open, false when it is put away. */
  online: Scalars['Boolean']['input'];
};

/** The answer to a report of presence. */
export type ReportPresencePayload = {
  __typename?: 'ReportPresencePayload';
  /** What those who may see it see now. */
  presence?: Maybe<Presence>;
  /** Why nothing was kept. */
  userErrors: Array<ReportPresenceError>;
};

/** Why no link was asked for. */
export type RequestPasswordResetError = UserError & {
  __typename?: 'RequestPasswordResetError';
  /** The reason, for programs. */
  code: RequestPasswordResetErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which no link is asked for. */
export type RequestPasswordResetErrorCode =
  /** The text is no e-mail address. */
  | 'INVALID_EMAIL';

/** To whom to send a link for a new password. */
export type RequestPasswordResetInput = {
  /** The address of the account. */
  email: Scalars['String']['input'];
};

/** The answer to the wish for a new password. */
export type RequestPasswordResetPayload = {
  __typename?: 'RequestPasswordResetPayload';
  /** Why nothing was changed. */
  userErrors: Array<RequestPasswordResetError>;
};

/** Why a link was not sent again. */
export type ResendVerificationError = UserError & {
  __typename?: 'ResendVerificationError';
  /** The reason, for programs. */
  code: ResendVerificationErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a link is not sent again. */
export type ResendVerificationErrorCode =
  /** The text is no e-mail address. */
  | 'INVALID_EMAIL';

/** To whom to send the link of a sign-up again. */
export type ResendVerificationInput = {
  /** The address with which the person signed up. */
  email: Scalars['String']['input'];
};

/** The answer to the wish for another link. */
export type ResendVerificationPayload = {
  __typename?: 'ResendVerificationPayload';
  /** Why nothing was done. */
  userErrors: Array<ResendVerificationError>;
};

/** Why a new password was not set. */
export type ResetPasswordError = UserError & {
  __typename?: 'ResetPasswordError';
  /** The reason, for programs. */
  code: ResetPasswordErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a new password is not set by a link. */
export type ResetPasswordErrorCode =
  /** The link is unknown, too old, or has been used. */
  | 'INVALID_TOKEN'
  /** The password is on a list of passwords that were stolen elsewhere. */
  | 'PASSWORD_BREACHED'
  /** The password is among those that are guessed first. */
  | 'PASSWORD_TOO_COMMON'
  /** The password is longer than 1,000 characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has fewer than 8 characters. */
  | 'PASSWORD_TOO_SHORT';

/** What is needed to set a new password by link. */
export type ResetPasswordInput = {
  /** The new password, at least 8 characters of any kind. */
  newPassword: Scalars['String']['input'];
  /** The secret at the end of the mailed link. */
  token: Scalars['String']['input'];
};

/** The answer to a new password by link. */
export type ResetPasswordPayload = {
  __typename?: 'ResetPasswordPayload';
  /** Why nothing was changed. */
  userErrors: Array<ResetPasswordError>;
};

/** Why an operation was not retired. */
export type RetireOperationError = UserError & {
  __typename?: 'RetireOperationError';
  /** The reason, for programs. */
  code: RetireOperationErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an operation is not retired. */
export type RetireOperationErrorCode =
  /** The operation is in this state already, or cannot come into it from its own. */
  | 'INVALID_STATE'
  /** There is no operation under this id. */
  | 'NOT_FOUND';

/** An operation to be retired. */
export type RetireOperationInput = {
  /** The operation's id, opr_ and a ULID. */
  operationId: Scalars['ID']['input'];
};

/** The answer to the retirement of an operation. */
export type RetireOperationPayload = {
  __typename?: 'RetireOperationPayload';
  /** The operation after the change. */
  operation?: Maybe<RegisteredOperation>;
  /** Why nothing was changed. */
  userErrors: Array<RetireOperationError>;
};

/** Why a log-in was not ended. */
export type RevokeAuthSessionError = UserError & {
  __typename?: 'RevokeAuthSessionError';
  /** The reason, for programs. */
  code: RevokeAuthSessionErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a log-in is not ended. */
export type RevokeAuthSessionErrorCode =
  /** The viewer is not logged in on such a device. */
  | 'NOT_FOUND';

/** A device. */
export type RevokeAuthSessionInput = {
  /** The log-in's id. */
  authSessionId: Scalars['ID']['input'];
};

/** The answer to the wish to end a log-in. */
export type RevokeAuthSessionPayload = {
  __typename?: 'RevokeAuthSessionPayload';
  /** Why nothing was changed. */
  userErrors: Array<RevokeAuthSessionError>;
};

/** Why an API key was not ended. */
export type RevokePartnerKeyError = UserError & {
  __typename?: 'RevokePartnerKeyError';
  /** The reason, for programs. */
  code: RevokePartnerKeyErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which an API key is not ended. */
export type RevokePartnerKeyErrorCode =
  /** The key was ended before. */
  | 'ALREADY_REVOKED'
  /** There is no key under this id. */
  | 'NOT_FOUND';

/** An API key to end. */
export type RevokePartnerKeyInput = {
  /** The key's id. */
  keyId: Scalars['ID']['input'];
};

/** The answer to the end of an API key. */
export type RevokePartnerKeyPayload = {
  __typename?: 'RevokePartnerKeyPayload';
  /** The key. */
  key?: Maybe<PartnerKey>;
  /** Why nothing was changed. */
  userErrors: Array<RevokePartnerKeyError>;
};

/** What a person is in the community and on the platform. */
export type Role =
  /** Runs the platform. */
  | 'ADMIN'
  /** Reads the audit log. */
  | 'AUDITOR'
  /** Looks after payments and invoices. */
  | 'FINANCE'
  /** Looks after a group. */
  | 'GROUP_ADMIN'
  /** Learns from others. */
  | 'LEARNER'
  /** Accompanies learners for a long time, with learning plans. */
  | 'MENTOR'
  /** Decides about reports and sanctions. */
  | 'MODERATOR'
  /** Helps people with their accounts. */
  | 'SUPPORT'
  /** Teaches others. */
  | 'TEACHER';

/** Why a state was not changed. */
export type SetAccountStateError = UserError & {
  __typename?: 'SetAccountStateError';
  /** The reason, for programs. */
  code: SetAccountStateErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a state is not changed. */
export type SetAccountStateErrorCode =
  /** People do not change the state of their own account in this way. */
  | 'CANNOT_CHANGE_YOURSELF'
  /** This state is not set in this way, or not left. */
  | 'INVALID_STATE'
  /** There is nobody under this id. */
  | 'NOT_FOUND';

/** A person and the state of their account. */
export type SetAccountStateInput = {
  /** The state. DELETED is not set in this way; people erase their accounts themselves. */
  state: AccountState;
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** The answer to a change of state. */
export type SetAccountStatePayload = {
  __typename?: 'SetAccountStatePayload';
  /** The person after the change. */
  user?: Maybe<User>;
  /** Why nothing was changed. */
  userErrors: Array<SetAccountStateError>;
};

/** Why a location was refused. */
export type SetLocationError = UserError & {
  __typename?: 'SetLocationError';
  /** The reason, for programs. */
  code: SetLocationErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
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
  label?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north, from -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east, from -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** The answer to a new location. */
export type SetLocationPayload = {
  __typename?: 'SetLocationPayload';
  /** The person after the change. */
  user?: Maybe<User>;
  /** Why nothing was changed. */
  userErrors: Array<SetLocationError>;
};

/** Why roles were not changed. */
export type SetRolesError = UserError & {
  __typename?: 'SetRolesError';
  /** The reason, for programs. */
  code: SetRolesErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which roles are not changed. */
export type SetRolesErrorCode =
  /** Administrators do not change their own roles. */
  | 'CANNOT_CHANGE_YOURSELF'
  /** There is nobody under this id. */
  | 'NOT_FOUND';

/** A person and their roles. */
export type SetRolesInput = {
  /** All roles that the person has from now on. */
  roles: Array<Role>;
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** The answer to a change of roles. */
export type SetRolesPayload = {
  __typename?: 'SetRolesPayload';
  /** The person after the change. */
  user?: Maybe<User>;
  /** Why nothing was changed. */
  userErrors: Array<SetRolesError>;
};

/** Why a sign-up was refused. */
export type SignUpError = UserError & {
  __typename?: 'SignUpError';
  /** The reason, for programs. */
  code: SignUpErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
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
  acceptedTermsVersion: Scalars['String']['input'];
  /** The name under which others will know the person, at most 80 characters. */
  displayName: Scalars['String']['input'];
  /** The person's e-mail address. */
  email: Scalars['String']['input'];
  /** The password, at least 8 characters of any kind. */
  password: Scalars['String']['input'];
  /** The language in which the product writes to the person. English when it is left out. */
  preferredLanguage?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** The time zone in which the person lives. */
  timeZone: Scalars['TimeZone']['input'];
};

/** The answer to a sign-up. */
export type SignUpPayload = {
  __typename?: 'SignUpPayload';
  /**
   * True when a mail is on its way to the address. When it is false without errors the mail could not be
   * sent; ask for it again later.
   */
  mailSent: Scalars['Boolean']['output'];
  /** Why nothing was done. */
  userErrors: Array<SignUpError>;
};

/** Why nobody is sent to a provider. */
export type StartIdentityFlowError = UserError & {
  __typename?: 'StartIdentityFlowError';
  /** The reason, for programs. */
  code: StartIdentityFlowErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons: why nobody is sent to a provider. */
export type StartIdentityFlowErrorCode =
  /** The provider does not answer. */
  | 'PROVIDER_UNAVAILABLE'
  /** Nobody can log in with this provider here. */
  | 'PROVIDER_UNKNOWN';

/** The beginning of a log-in with an account of elsewhere. */
export type StartIdentityFlowInput = {
  /** With whose account. */
  provider: IdentityProvider;
};

/** The answer to the beginning of a log-in with an account of elsewhere. */
export type StartIdentityFlowPayload = {
  __typename?: 'StartIdentityFlowPayload';
  /** Where to send the person. */
  authorizationUrl?: Maybe<Scalars['String']['output']>;
  /** What to keep until they are back. Nobody else may get it. */
  flowToken?: Maybe<Scalars['String']['output']>;
  /** Why nothing was begun. */
  userErrors: Array<StartIdentityFlowError>;
};

/** Why it was not proved. */
export type StepUpError = UserError & {
  __typename?: 'StepUpError';
  /** The reason, for programs. */
  code: StepUpErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which it is not proved. */
export type StepUpErrorCode =
  /** The code is wrong, too old, or has been used. */
  | 'INVALID_TOTP'
  /** The account has a second factor: a code is needed as well. */
  | 'TOTP_REQUIRED'
  /** This is not the password. */
  | 'WRONG_PASSWORD';

/** What a log-in asks for. */
export type StepUpInput = {
  /** The password. */
  password: Scalars['String']['input'];
  /** The current code of the second factor, or a recovery code, for accounts that have one. */
  totp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to proving again who one is. */
export type StepUpPayload = {
  __typename?: 'StepUpPayload';
  /** The token for the Authorization header from now on. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token ends. */
  accessTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed. */
  userErrors: Array<StepUpError>;
};

/** How the product looks. */
export type Theme =
  /** Light on dark. */
  | 'DARK'
  /** Dark on light. */
  | 'LIGHT'
  /** As the device says. */
  | 'SYSTEM';

/** Why an identity is not unlinked. */
export type UnlinkIdentityError = UserError & {
  __typename?: 'UnlinkIdentityError';
  /** The reason, for programs. */
  code: UnlinkIdentityErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons: why an identity is not unlinked. */
export type UnlinkIdentityErrorCode =
  /** Nothing else would let the person in again. Set a password or link another identity first. */
  | 'LAST_LOG_IN'
  /** The person has no such link. */
  | 'NOT_FOUND'
  /** The log-in is older than ten minutes. Use stepUp, or log in again first. */
  | 'STEP_UP_REQUIRED';

/** An identity that is not to log in any more. */
export type UnlinkIdentityInput = {
  /** The link's id. */
  id: Scalars['ID']['input'];
};

/** The answer to the wish to take a linked identity away. */
export type UnlinkIdentityPayload = {
  __typename?: 'UnlinkIdentityPayload';
  /** The id of the link that is gone. */
  unlinkedId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed. */
  userErrors: Array<UnlinkIdentityError>;
};

/** Why a partner was not changed. */
export type UpdatePartnerError = UserError & {
  __typename?: 'UpdatePartnerError';
  /** The reason, for programs. */
  code: UpdatePartnerErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

/** The reasons for which a partner is not changed. */
export type UpdatePartnerErrorCode =
  /** There is nothing to read in it. */
  | 'EMPTY'
  /** The quota is outside its range. */
  | 'INVALID_QUOTA'
  /** It contains characters that are not text. */
  | 'INVALID_TEXT'
  /** There is no partner under this id. */
  | 'NOT_FOUND'
  /** It has more than 100 characters. */
  | 'TOO_LONG';

/** A partner and what changes. */
export type UpdatePartnerInput = {
  /** The name of the organisation, at most 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The partner's id. */
  partnerId: Scalars['ID']['input'];
  /** How much it may ask from now on. */
  quota?: InputMaybe<PartnerQuotaInput>;
  /** What its keys may do from now on. */
  scopes?: InputMaybe<Array<PartnerScope>>;
  /** True stops all its keys, false lets them work again. */
  suspended?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to a change of a partner. */
export type UpdatePartnerPayload = {
  __typename?: 'UpdatePartnerPayload';
  /** The partner after the change. */
  partner?: Maybe<Partner>;
  /** Why nothing was changed. */
  userErrors: Array<UpdatePartnerError>;
};

/** Why a profile was not changed. */
export type UpdateProfileError = UserError & {
  __typename?: 'UpdateProfileError';
  /** The reason, for programs. */
  code: UpdateProfileErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
};

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
  bio?: InputMaybe<Scalars['String']['input']>;
  /** Who may make the first contact with the person. */
  contactableBy?: InputMaybe<ContactPolicy>;
  /** The name under which others know the person, at most 80 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The languages in which the person teaches and learns, at most 20, most familiar first. */
  languages?: InputMaybe<Array<Scalars['LanguageTag']['input']>>;
  /** The language in which the product writes to the person. */
  preferredLanguage?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** Who may see which part of the profile. */
  privacy?: InputMaybe<PrivacyInput>;
  /** How the product looks on the person's devices. */
  theme?: InputMaybe<Theme>;
  /** The time zone in which the person lives. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The answer to changes of a profile. */
export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  /** The person after the changes. */
  user?: Maybe<User>;
  /** Why nothing was changed. */
  userErrors: Array<UpdateProfileError>;
};

/** A person who has an account. */
export type User = {
  __typename?: 'User';
  /** The devices on which the person is logged in, newest first. Only the person may read it. */
  authSessions?: Maybe<AuthSessionConnection>;
  /** What the person says about themselves, as plain text. It is null for those who may not see it. */
  bio?: Maybe<Scalars['String']['output']>;
  /** Those whom the person has blocked, latest first. Only the person may read it. */
  blockedUsers?: Maybe<UserConnection>;
  /** Who may open a conversation with the person or propose a session. Only the person may read it. */
  contactableBy?: Maybe<ContactPolicy>;
  /** When the account was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The name under which others know the person. */
  displayName: Scalars['String']['output'];
  /** The e-mail address. Only the person and administrators may read it. */
  email?: Maybe<Scalars['String']['output']>;
  /**
   * True when the person has used a link sent to the address. Only the person and administrators may
   * read it.
   */
  emailVerified?: Maybe<Scalars['Boolean']['output']>;
  /**
   * True when the person can log in with a password; a link for a new password sets a first one, too.
   * Only the person may read it.
   */
  hasPassword?: Maybe<Scalars['Boolean']['output']>;
  /** The exact place, for parts of the product that compute distances; clients never have it. */
  homePoint?: Maybe<ExactPoint>;
  /** The person's id, usr_ and a ULID. */
  id: Scalars['ID']['output'];
  /** True when the person has shown a proof of their identity. */
  idVerified: Scalars['Boolean']['output'];
  /**
   * The accounts of elsewhere with which the person logs in, at most one of each provider. Only the person
   * may read it.
   */
  identityLinks?: Maybe<Array<IdentityLink>>;
  /**
   * The languages in which the person teaches and learns, most familiar first. It is empty for those who
   * may not see them.
   */
  languages: Array<Scalars['LanguageTag']['output']>;
  /**
   * Roughly where the person is: the middle of a cell of about five kilometres. It is null until the
   * person says where they are, and for those who may not see it.
   */
  location?: Maybe<CoarseLocation>;
  /** The address of the person's picture. It is null for those who may not see it. */
  photoUrl?: Maybe<Scalars['String']['output']>;
  /** The language in which the product writes to the person. Only the person may read it. */
  preferredLanguage?: Maybe<Scalars['LanguageTag']['output']>;
  /**
   * Whether the person is here now, and when they were last. It is null for those who may not see it, and
   * while nobody knows.
   */
  presence?: Maybe<Presence>;
  /** Who may see which part of the profile. Only the person may read it. */
  privacy?: Maybe<Privacy>;
  /**
   * What the person is in the community and on the platform. Only the person and administrators may
   * read it.
   */
  roles?: Maybe<Array<Role>>;
  /** The state of the account. Only the person and administrators may read it. */
  state?: Maybe<AccountState>;
  /** How the product looks on the person's devices. Only the person may read it. */
  theme?: Maybe<Theme>;
  /** The time zone in which the person lives. */
  timeZone: Scalars['TimeZone']['output'];
  /** True when a log-in needs a second factor. Only the person may read it. */
  totpEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** True when the viewer has blocked this person. */
  viewerHasBlocked?: Maybe<Scalars['Boolean']['output']>;
};


/** A person who has an account. */
export type UserAuthSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person who has an account. */
export type UserBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of people. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The people with their cursors. */
  edges: Array<UserEdge>;
  /** Where the page lies in the list. */
  pageInfo: PageInfo;
};

/** A person in a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** The place of this person in the list. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: User;
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

/** Why a link did not open an account. */
export type VerifyEmailError = UserError & {
  __typename?: 'VerifyEmailError';
  /** The reason, for programs. */
  code: VerifyEmailErrorCode;
  /** The reason as a sentence. */
  message: Scalars['String']['output'];
  /** The input field that the error is about. */
  path: Array<Scalars['String']['output']>;
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
  deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The secret at the end of the mailed link. */
  token: Scalars['String']['input'];
};

/** The answer to the use of a link. */
export type VerifyEmailPayload = {
  __typename?: 'VerifyEmailPayload';
  /** The tokens of the new log-in. */
  auth?: Maybe<AuthTokens>;
  /** The person who now has an account. */
  user?: Maybe<User>;
  /** Why nothing was done. */
  userErrors: Array<VerifyEmailError>;
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
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( BlockUserError )
    | ( ChangeEmailError )
    | ( ChangePasswordError )
    | ( ConfirmEmailChangeError )
    | ( ConfirmTotpError )
    | ( CreatePartnerError )
    | ( CreatePartnerKeyError )
    | ( DeprecateOperationError )
    | ( DisableTotpError )
    | ( EnrolTotpError )
    | ( LinkIdentityError )
    | ( LogInError )
    | ( LogInWithIdentityError )
    | ( LogOutError )
    | ( PublishOperationsError )
    | ( RefreshSessionError )
    | ( ReinstateOperationError )
    | ( RenameAuthSessionError )
    | ( ReportPresenceError )
    | ( RequestPasswordResetError )
    | ( ResendVerificationError )
    | ( ResetPasswordError )
    | ( RetireOperationError )
    | ( RevokeAuthSessionError )
    | ( RevokePartnerKeyError )
    | ( SetAccountStateError )
    | ( SetLocationError )
    | ( SetRolesError )
    | ( SignUpError )
    | ( StartIdentityFlowError )
    | ( StepUpError )
    | ( UnlinkIdentityError )
    | ( UpdatePartnerError )
    | ( UpdateProfileError )
    | ( VerifyEmailError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountState: AccountState;
  Audience: Audience;
  AuthSession: ResolverTypeWrapper<AuthSessionRecord>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuthSessionConnection: ResolverTypeWrapper<Omit<AuthSessionConnection, 'edges'> & { edges: Array<ResolversTypes['AuthSessionEdge']> }>;
  AuthSessionEdge: ResolverTypeWrapper<Omit<AuthSessionEdge, 'node'> & { node: ResolversTypes['AuthSession'] }>;
  AuthTokens: ResolverTypeWrapper<AuthTokens>;
  BlockUserError: ResolverTypeWrapper<BlockUserError>;
  BlockUserErrorCode: BlockUserErrorCode;
  BlockUserInput: BlockUserInput;
  BlockUserPayload: ResolverTypeWrapper<BlockUserPayload>;
  ChangeEmailError: ResolverTypeWrapper<ChangeEmailError>;
  ChangeEmailErrorCode: ChangeEmailErrorCode;
  ChangeEmailInput: ChangeEmailInput;
  ChangeEmailPayload: ResolverTypeWrapper<ChangeEmailPayload>;
  ChangePasswordError: ResolverTypeWrapper<ChangePasswordError>;
  ChangePasswordErrorCode: ChangePasswordErrorCode;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  CoarseLocation: ResolverTypeWrapper<CoarseLocation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ConfirmEmailChangeError: ResolverTypeWrapper<ConfirmEmailChangeError>;
  ConfirmEmailChangeErrorCode: ConfirmEmailChangeErrorCode;
  ConfirmEmailChangeInput: ConfirmEmailChangeInput;
  ConfirmEmailChangePayload: ResolverTypeWrapper<ConfirmEmailChangePayload>;
  ConfirmTotpError: ResolverTypeWrapper<ConfirmTotpError>;
  ConfirmTotpErrorCode: ConfirmTotpErrorCode;
  ConfirmTotpInput: ConfirmTotpInput;
  ConfirmTotpPayload: ResolverTypeWrapper<ConfirmTotpPayload>;
  ContactPolicy: ContactPolicy;
  CreatePartnerError: ResolverTypeWrapper<CreatePartnerError>;
  CreatePartnerErrorCode: CreatePartnerErrorCode;
  CreatePartnerInput: CreatePartnerInput;
  CreatePartnerKeyError: ResolverTypeWrapper<CreatePartnerKeyError>;
  CreatePartnerKeyErrorCode: CreatePartnerKeyErrorCode;
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyPayload: ResolverTypeWrapper<Omit<CreatePartnerKeyPayload, 'key'> & { key?: Maybe<ResolversTypes['PartnerKey']> }>;
  CreatePartnerPayload: ResolverTypeWrapper<Omit<CreatePartnerPayload, 'partner'> & { partner?: Maybe<ResolversTypes['Partner']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeprecateOperationError: ResolverTypeWrapper<DeprecateOperationError>;
  DeprecateOperationErrorCode: DeprecateOperationErrorCode;
  DeprecateOperationInput: DeprecateOperationInput;
  DeprecateOperationPayload: ResolverTypeWrapper<Omit<DeprecateOperationPayload, 'operation'> & { operation?: Maybe<ResolversTypes['RegisteredOperation']> }>;
  DisableTotpError: ResolverTypeWrapper<DisableTotpError>;
  DisableTotpErrorCode: DisableTotpErrorCode;
  DisableTotpInput: DisableTotpInput;
  DisableTotpPayload: ResolverTypeWrapper<DisableTotpPayload>;
  EnrolTotpError: ResolverTypeWrapper<EnrolTotpError>;
  EnrolTotpErrorCode: EnrolTotpErrorCode;
  EnrolTotpPayload: ResolverTypeWrapper<EnrolTotpPayload>;
  ExactPoint: ResolverTypeWrapper<ExactPoint>;
  IdentityLink: ResolverTypeWrapper<IdentityLinkRecord>;
  IdentityProvider: IdentityProvider;
  IdentitySignUpInput: IdentitySignUpInput;
  InternalOperation: ResolverTypeWrapper<InternalOperation>;
  InternalPartner: ResolverTypeWrapper<InternalPartner>;
  InternalPartnerKey: ResolverTypeWrapper<InternalPartnerKey>;
  InternalPerson: ResolverTypeWrapper<UserRecord>;
  InternalQuota: ResolverTypeWrapper<InternalQuota>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InternalRegistry: ResolverTypeWrapper<Registry>;
  InternalRevocations: ResolverTypeWrapper<InternalRevocations>;
  InternalRoles: ResolverTypeWrapper<InternalRoles>;
  InternalUse: InternalUse;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  LinkIdentityError: ResolverTypeWrapper<LinkIdentityError>;
  LinkIdentityErrorCode: LinkIdentityErrorCode;
  LinkIdentityInput: LinkIdentityInput;
  LinkIdentityPayload: ResolverTypeWrapper<Omit<LinkIdentityPayload, 'identityLink'> & { identityLink?: Maybe<ResolversTypes['IdentityLink']> }>;
  LogInError: ResolverTypeWrapper<LogInError>;
  LogInErrorCode: LogInErrorCode;
  LogInInput: LogInInput;
  LogInPayload: ResolverTypeWrapper<Omit<LogInPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  LogInWithIdentityError: ResolverTypeWrapper<LogInWithIdentityError>;
  LogInWithIdentityErrorCode: LogInWithIdentityErrorCode;
  LogInWithIdentityInput: LogInWithIdentityInput;
  LogInWithIdentityPayload: ResolverTypeWrapper<Omit<LogInWithIdentityPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  LogOutError: ResolverTypeWrapper<LogOutError>;
  LogOutErrorCode: LogOutErrorCode;
  LogOutInput: LogOutInput;
  LogOutPayload: ResolverTypeWrapper<LogOutPayload>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OperationKind: OperationKind;
  OperationState: OperationState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Partner: ResolverTypeWrapper<PartnerRecord>;
  PartnerConnection: ResolverTypeWrapper<Omit<PartnerConnection, 'edges'> & { edges: Array<ResolversTypes['PartnerEdge']> }>;
  PartnerEdge: ResolverTypeWrapper<Omit<PartnerEdge, 'node'> & { node: ResolversTypes['Partner'] }>;
  PartnerKey: ResolverTypeWrapper<PartnerKeyRecord>;
  PartnerKeyState: PartnerKeyState;
  PartnerQuota: ResolverTypeWrapper<PartnerQuota>;
  PartnerQuotaInput: PartnerQuotaInput;
  PartnerScope: PartnerScope;
  PartnerState: PartnerState;
  Presence: ResolverTypeWrapper<Presence>;
  Privacy: ResolverTypeWrapper<Privacy>;
  PrivacyInput: PrivacyInput;
  PublishOperationsError: ResolverTypeWrapper<PublishOperationsError>;
  PublishOperationsErrorCode: PublishOperationsErrorCode;
  PublishOperationsInput: PublishOperationsInput;
  PublishOperationsPayload: ResolverTypeWrapper<PublishOperationsPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionError: ResolverTypeWrapper<RefreshSessionError>;
  RefreshSessionErrorCode: RefreshSessionErrorCode;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<RefreshSessionPayload>;
  RegisteredOperation: ResolverTypeWrapper<RegisteredOperationRecord>;
  RegisteredOperationConnection: ResolverTypeWrapper<Omit<RegisteredOperationConnection, 'edges'> & { edges: Array<ResolversTypes['RegisteredOperationEdge']> }>;
  RegisteredOperationEdge: ResolverTypeWrapper<Omit<RegisteredOperationEdge, 'node'> & { node: ResolversTypes['RegisteredOperation'] }>;
  ReinstateOperationError: ResolverTypeWrapper<ReinstateOperationError>;
  ReinstateOperationErrorCode: ReinstateOperationErrorCode;
  ReinstateOperationInput: ReinstateOperationInput;
  ReinstateOperationPayload: ResolverTypeWrapper<Omit<ReinstateOperationPayload, 'operation'> & { operation?: Maybe<ResolversTypes['RegisteredOperation']> }>;
  RenameAuthSessionError: ResolverTypeWrapper<RenameAuthSessionError>;
  RenameAuthSessionErrorCode: RenameAuthSessionErrorCode;
  RenameAuthSessionInput: RenameAuthSessionInput;
  RenameAuthSessionPayload: ResolverTypeWrapper<Omit<RenameAuthSessionPayload, 'authSession'> & { authSession?: Maybe<ResolversTypes['AuthSession']> }>;
  ReportPresenceError: ResolverTypeWrapper<ReportPresenceError>;
  ReportPresenceErrorCode: ReportPresenceErrorCode;
  ReportPresenceInput: ReportPresenceInput;
  ReportPresencePayload: ResolverTypeWrapper<ReportPresencePayload>;
  RequestPasswordResetError: ResolverTypeWrapper<RequestPasswordResetError>;
  RequestPasswordResetErrorCode: RequestPasswordResetErrorCode;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: ResolverTypeWrapper<RequestPasswordResetPayload>;
  ResendVerificationError: ResolverTypeWrapper<ResendVerificationError>;
  ResendVerificationErrorCode: ResendVerificationErrorCode;
  ResendVerificationInput: ResendVerificationInput;
  ResendVerificationPayload: ResolverTypeWrapper<ResendVerificationPayload>;
  ResetPasswordError: ResolverTypeWrapper<ResetPasswordError>;
  ResetPasswordErrorCode: ResetPasswordErrorCode;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetPasswordPayload>;
  RetireOperationError: ResolverTypeWrapper<RetireOperationError>;
  RetireOperationErrorCode: RetireOperationErrorCode;
  RetireOperationInput: RetireOperationInput;
  RetireOperationPayload: ResolverTypeWrapper<Omit<RetireOperationPayload, 'operation'> & { operation?: Maybe<ResolversTypes['RegisteredOperation']> }>;
  RevokeAuthSessionError: ResolverTypeWrapper<RevokeAuthSessionError>;
  RevokeAuthSessionErrorCode: RevokeAuthSessionErrorCode;
  RevokeAuthSessionInput: RevokeAuthSessionInput;
  RevokeAuthSessionPayload: ResolverTypeWrapper<RevokeAuthSessionPayload>;
  RevokePartnerKeyError: ResolverTypeWrapper<RevokePartnerKeyError>;
  RevokePartnerKeyErrorCode: RevokePartnerKeyErrorCode;
  RevokePartnerKeyInput: RevokePartnerKeyInput;
  RevokePartnerKeyPayload: ResolverTypeWrapper<Omit<RevokePartnerKeyPayload, 'key'> & { key?: Maybe<ResolversTypes['PartnerKey']> }>;
  Role: Role;
  SetAccountStateError: ResolverTypeWrapper<SetAccountStateError>;
  SetAccountStateErrorCode: SetAccountStateErrorCode;
  SetAccountStateInput: SetAccountStateInput;
  SetAccountStatePayload: ResolverTypeWrapper<Omit<SetAccountStatePayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  SetLocationError: ResolverTypeWrapper<SetLocationError>;
  SetLocationErrorCode: SetLocationErrorCode;
  SetLocationInput: SetLocationInput;
  SetLocationPayload: ResolverTypeWrapper<Omit<SetLocationPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  SetRolesError: ResolverTypeWrapper<SetRolesError>;
  SetRolesErrorCode: SetRolesErrorCode;
  SetRolesInput: SetRolesInput;
  SetRolesPayload: ResolverTypeWrapper<Omit<SetRolesPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  SignUpError: ResolverTypeWrapper<SignUpError>;
  SignUpErrorCode: SignUpErrorCode;
  SignUpInput: SignUpInput;
  SignUpPayload: ResolverTypeWrapper<SignUpPayload>;
  StartIdentityFlowError: ResolverTypeWrapper<StartIdentityFlowError>;
  StartIdentityFlowErrorCode: StartIdentityFlowErrorCode;
  StartIdentityFlowInput: StartIdentityFlowInput;
  StartIdentityFlowPayload: ResolverTypeWrapper<StartIdentityFlowPayload>;
  StepUpError: ResolverTypeWrapper<StepUpError>;
  StepUpErrorCode: StepUpErrorCode;
  StepUpInput: StepUpInput;
  StepUpPayload: ResolverTypeWrapper<StepUpPayload>;
  Theme: Theme;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  UnlinkIdentityError: ResolverTypeWrapper<UnlinkIdentityError>;
  UnlinkIdentityErrorCode: UnlinkIdentityErrorCode;
  UnlinkIdentityInput: UnlinkIdentityInput;
  UnlinkIdentityPayload: ResolverTypeWrapper<UnlinkIdentityPayload>;
  UpdatePartnerError: ResolverTypeWrapper<UpdatePartnerError>;
  UpdatePartnerErrorCode: UpdatePartnerErrorCode;
  UpdatePartnerInput: UpdatePartnerInput;
  UpdatePartnerPayload: ResolverTypeWrapper<Omit<UpdatePartnerPayload, 'partner'> & { partner?: Maybe<ResolversTypes['Partner']> }>;
  UpdateProfileError: ResolverTypeWrapper<UpdateProfileError>;
  UpdateProfileErrorCode: UpdateProfileErrorCode;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  User: ResolverTypeWrapper<UserRecord>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: Array<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VerifyEmailError: ResolverTypeWrapper<VerifyEmailError>;
  VerifyEmailErrorCode: VerifyEmailErrorCode;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: ResolverTypeWrapper<Omit<VerifyEmailPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuthSession: AuthSessionRecord;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AuthSessionConnection: Omit<AuthSessionConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuthSessionEdge']> };
  AuthSessionEdge: Omit<AuthSessionEdge, 'node'> & { node: ResolversParentTypes['AuthSession'] };
  AuthTokens: AuthTokens;
  BlockUserError: BlockUserError;
  BlockUserInput: BlockUserInput;
  BlockUserPayload: BlockUserPayload;
  ChangeEmailError: ChangeEmailError;
  ChangeEmailInput: ChangeEmailInput;
  ChangeEmailPayload: ChangeEmailPayload;
  ChangePasswordError: ChangePasswordError;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ChangePasswordPayload;
  CoarseLocation: CoarseLocation;
  Float: Scalars['Float']['output'];
  ConfirmEmailChangeError: ConfirmEmailChangeError;
  ConfirmEmailChangeInput: ConfirmEmailChangeInput;
  ConfirmEmailChangePayload: ConfirmEmailChangePayload;
  ConfirmTotpError: ConfirmTotpError;
  ConfirmTotpInput: ConfirmTotpInput;
  ConfirmTotpPayload: ConfirmTotpPayload;
  CreatePartnerError: CreatePartnerError;
  CreatePartnerInput: CreatePartnerInput;
  CreatePartnerKeyError: CreatePartnerKeyError;
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyPayload: Omit<CreatePartnerKeyPayload, 'key'> & { key?: Maybe<ResolversParentTypes['PartnerKey']> };
  CreatePartnerPayload: Omit<CreatePartnerPayload, 'partner'> & { partner?: Maybe<ResolversParentTypes['Partner']> };
  DateTime: Scalars['DateTime']['output'];
  DeprecateOperationError: DeprecateOperationError;
  DeprecateOperationInput: DeprecateOperationInput;
  DeprecateOperationPayload: Omit<DeprecateOperationPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['RegisteredOperation']> };
  DisableTotpError: DisableTotpError;
  DisableTotpInput: DisableTotpInput;
  DisableTotpPayload: DisableTotpPayload;
  EnrolTotpError: EnrolTotpError;
  EnrolTotpPayload: EnrolTotpPayload;
  ExactPoint: ExactPoint;
  IdentityLink: IdentityLinkRecord;
  IdentitySignUpInput: IdentitySignUpInput;
  InternalOperation: InternalOperation;
  InternalPartner: InternalPartner;
  InternalPartnerKey: InternalPartnerKey;
  InternalPerson: UserRecord;
  InternalQuota: InternalQuota;
  Int: Scalars['Int']['output'];
  InternalRegistry: Registry;
  InternalRevocations: InternalRevocations;
  InternalRoles: InternalRoles;
  InternalUse: InternalUse;
  LanguageTag: Scalars['LanguageTag']['output'];
  LinkIdentityError: LinkIdentityError;
  LinkIdentityInput: LinkIdentityInput;
  LinkIdentityPayload: Omit<LinkIdentityPayload, 'identityLink'> & { identityLink?: Maybe<ResolversParentTypes['IdentityLink']> };
  LogInError: LogInError;
  LogInInput: LogInInput;
  LogInPayload: Omit<LogInPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  LogInWithIdentityError: LogInWithIdentityError;
  LogInWithIdentityInput: LogInWithIdentityInput;
  LogInWithIdentityPayload: Omit<LogInWithIdentityPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  LogOutError: LogOutError;
  LogOutInput: LogOutInput;
  LogOutPayload: LogOutPayload;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Partner: PartnerRecord;
  PartnerConnection: Omit<PartnerConnection, 'edges'> & { edges: Array<ResolversParentTypes['PartnerEdge']> };
  PartnerEdge: Omit<PartnerEdge, 'node'> & { node: ResolversParentTypes['Partner'] };
  PartnerKey: PartnerKeyRecord;
  PartnerQuota: PartnerQuota;
  PartnerQuotaInput: PartnerQuotaInput;
  Presence: Presence;
  Privacy: Privacy;
  PrivacyInput: PrivacyInput;
  PublishOperationsError: PublishOperationsError;
  PublishOperationsInput: PublishOperationsInput;
  PublishOperationsPayload: PublishOperationsPayload;
  Query: Record<PropertyKey, never>;
  RefreshSessionError: RefreshSessionError;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: RefreshSessionPayload;
  RegisteredOperation: RegisteredOperationRecord;
  RegisteredOperationConnection: Omit<RegisteredOperationConnection, 'edges'> & { edges: Array<ResolversParentTypes['RegisteredOperationEdge']> };
  RegisteredOperationEdge: Omit<RegisteredOperationEdge, 'node'> & { node: ResolversParentTypes['RegisteredOperation'] };
  ReinstateOperationError: ReinstateOperationError;
  ReinstateOperationInput: ReinstateOperationInput;
  ReinstateOperationPayload: Omit<ReinstateOperationPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['RegisteredOperation']> };
  RenameAuthSessionError: RenameAuthSessionError;
  RenameAuthSessionInput: RenameAuthSessionInput;
  RenameAuthSessionPayload: Omit<RenameAuthSessionPayload, 'authSession'> & { authSession?: Maybe<ResolversParentTypes['AuthSession']> };
  ReportPresenceError: ReportPresenceError;
  ReportPresenceInput: ReportPresenceInput;
  ReportPresencePayload: ReportPresencePayload;
  RequestPasswordResetError: RequestPasswordResetError;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: RequestPasswordResetPayload;
  ResendVerificationError: ResendVerificationError;
  ResendVerificationInput: ResendVerificationInput;
  ResendVerificationPayload: ResendVerificationPayload;
  ResetPasswordError: ResetPasswordError;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetPasswordPayload;
  RetireOperationError: RetireOperationError;
  RetireOperationInput: RetireOperationInput;
  RetireOperationPayload: Omit<RetireOperationPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['RegisteredOperation']> };
  RevokeAuthSessionError: RevokeAuthSessionError;
  RevokeAuthSessionInput: RevokeAuthSessionInput;
  RevokeAuthSessionPayload: RevokeAuthSessionPayload;
  RevokePartnerKeyError: RevokePartnerKeyError;
  RevokePartnerKeyInput: RevokePartnerKeyInput;
  RevokePartnerKeyPayload: Omit<RevokePartnerKeyPayload, 'key'> & { key?: Maybe<ResolversParentTypes['PartnerKey']> };
  SetAccountStateError: SetAccountStateError;
  SetAccountStateInput: SetAccountStateInput;
  SetAccountStatePayload: Omit<SetAccountStatePayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  SetLocationError: SetLocationError;
  SetLocationInput: SetLocationInput;
  SetLocationPayload: Omit<SetLocationPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  SetRolesError: SetRolesError;
  SetRolesInput: SetRolesInput;
  SetRolesPayload: Omit<SetRolesPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  SignUpError: SignUpError;
  SignUpInput: SignUpInput;
  SignUpPayload: SignUpPayload;
  StartIdentityFlowError: StartIdentityFlowError;
  StartIdentityFlowInput: StartIdentityFlowInput;
  StartIdentityFlowPayload: StartIdentityFlowPayload;
  StepUpError: StepUpError;
  StepUpInput: StepUpInput;
  StepUpPayload: StepUpPayload;
  TimeZone: Scalars['TimeZone']['output'];
  UnlinkIdentityError: UnlinkIdentityError;
  UnlinkIdentityInput: UnlinkIdentityInput;
  UnlinkIdentityPayload: UnlinkIdentityPayload;
  UpdatePartnerError: UpdatePartnerError;
  UpdatePartnerInput: UpdatePartnerInput;
  UpdatePartnerPayload: Omit<UpdatePartnerPayload, 'partner'> & { partner?: Maybe<ResolversParentTypes['Partner']> };
  UpdateProfileError: UpdateProfileError;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  User: UserRecord;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: Array<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VerifyEmailError: VerifyEmailError;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: Omit<VerifyEmailPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthSession'] = ResolversParentTypes['AuthSession']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deviceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AuthSessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthSessionConnection'] = ResolversParentTypes['AuthSessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthSessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuthSessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthSessionEdge'] = ResolversParentTypes['AuthSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthSession'], ParentType, ContextType>;
};

export type AuthTokensResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthTokens'] = ResolversParentTypes['AuthTokens']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BlockUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserError'] = ResolversParentTypes['BlockUserError']> = {
  code?: Resolver<ResolversTypes['BlockUserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserPayload'] = ResolversParentTypes['BlockUserPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['BlockUserError']>, ParentType, ContextType>;
};

export type ChangeEmailErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEmailError'] = ResolversParentTypes['ChangeEmailError']> = {
  code?: Resolver<ResolversTypes['ChangeEmailErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEmailPayload'] = ResolversParentTypes['ChangeEmailPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['ChangeEmailError']>, ParentType, ContextType>;
};

export type ChangePasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordError'] = ResolversParentTypes['ChangePasswordError']> = {
  code?: Resolver<ResolversTypes['ChangePasswordErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['ChangePasswordError']>, ParentType, ContextType>;
};

export type CoarseLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoarseLocation'] = ResolversParentTypes['CoarseLocation']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ConfirmEmailChangeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmEmailChangeError'] = ResolversParentTypes['ConfirmEmailChangeError']> = {
  code?: Resolver<ResolversTypes['ConfirmEmailChangeErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmEmailChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmEmailChangePayload'] = ResolversParentTypes['ConfirmEmailChangePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['ConfirmEmailChangeError']>, ParentType, ContextType>;
};

export type ConfirmTotpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmTotpError'] = ResolversParentTypes['ConfirmTotpError']> = {
  code?: Resolver<ResolversTypes['ConfirmTotpErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmTotpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmTotpPayload'] = ResolversParentTypes['ConfirmTotpPayload']> = {
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ConfirmTotpError']>, ParentType, ContextType>;
};

export type CreatePartnerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerError'] = ResolversParentTypes['CreatePartnerError']> = {
  code?: Resolver<ResolversTypes['CreatePartnerErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePartnerKeyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerKeyError'] = ResolversParentTypes['CreatePartnerKeyError']> = {
  code?: Resolver<ResolversTypes['CreatePartnerKeyErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePartnerKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerKeyPayload'] = ResolversParentTypes['CreatePartnerKeyPayload']> = {
  key?: Resolver<Maybe<ResolversTypes['PartnerKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CreatePartnerKeyError']>, ParentType, ContextType>;
};

export type CreatePartnerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerPayload'] = ResolversParentTypes['CreatePartnerPayload']> = {
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CreatePartnerError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeprecateOperationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeprecateOperationError'] = ResolversParentTypes['DeprecateOperationError']> = {
  code?: Resolver<ResolversTypes['DeprecateOperationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeprecateOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeprecateOperationPayload'] = ResolversParentTypes['DeprecateOperationPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['RegisteredOperation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['DeprecateOperationError']>, ParentType, ContextType>;
};

export type DisableTotpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisableTotpError'] = ResolversParentTypes['DisableTotpError']> = {
  code?: Resolver<ResolversTypes['DisableTotpErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisableTotpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisableTotpPayload'] = ResolversParentTypes['DisableTotpPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['DisableTotpError']>, ParentType, ContextType>;
};

export type EnrolTotpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolTotpError'] = ResolversParentTypes['EnrolTotpError']> = {
  code?: Resolver<ResolversTypes['EnrolTotpErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolTotpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolTotpPayload'] = ResolversParentTypes['EnrolTotpPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EnrolTotpError']>, ParentType, ContextType>;
};

export type ExactPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExactPoint'] = ResolversParentTypes['ExactPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type IdentityLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityLink'] = ResolversParentTypes['IdentityLink']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['IdentityProvider'], ParentType, ContextType>;
};

export type InternalOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalOperation'] = ResolversParentTypes['InternalOperation']> = {
  app?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deprecatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partnerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InternalPartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalPartner'] = ResolversParentTypes['InternalPartner']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['InternalPartnerKey']>, ParentType, ContextType>;
  quota?: Resolver<ResolversTypes['InternalQuota'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['PartnerScope']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InternalPartnerKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalPartnerKey'] = ResolversParentTypes['InternalPartnerKey']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InternalPersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalPerson'] = ResolversParentTypes['InternalPerson']> = {
  contactableBy?: Resolver<ResolversTypes['ContactPolicy'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  preferredLanguage?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AccountState'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
};

export type InternalQuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalQuota'] = ResolversParentTypes['InternalQuota']> = {
  costPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InternalRegistryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalRegistry'] = ResolversParentTypes['InternalRegistry']> = {
  operations?: Resolver<Array<ResolversTypes['InternalOperation']>, ParentType, ContextType>;
  partners?: Resolver<Array<ResolversTypes['InternalPartner']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InternalRevocationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalRevocations'] = ResolversParentTypes['InternalRevocations']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  authSessionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['InternalRoles']>, ParentType, ContextType>;
};

export type InternalRolesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InternalRoles'] = ResolversParentTypes['InternalRoles']> = {
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LinkIdentityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkIdentityError'] = ResolversParentTypes['LinkIdentityError']> = {
  code?: Resolver<ResolversTypes['LinkIdentityErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkIdentityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkIdentityPayload'] = ResolversParentTypes['LinkIdentityPayload']> = {
  identityLink?: Resolver<Maybe<ResolversTypes['IdentityLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LinkIdentityError']>, ParentType, ContextType>;
};

export type LogInErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInError'] = ResolversParentTypes['LogInError']> = {
  code?: Resolver<ResolversTypes['LogInErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInPayload'] = ResolversParentTypes['LogInPayload']> = {
  auth?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogInError']>, ParentType, ContextType>;
};

export type LogInWithIdentityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInWithIdentityError'] = ResolversParentTypes['LogInWithIdentityError']> = {
  code?: Resolver<ResolversTypes['LogInWithIdentityErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogInWithIdentityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInWithIdentityPayload'] = ResolversParentTypes['LogInWithIdentityPayload']> = {
  auth?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogInWithIdentityError']>, ParentType, ContextType>;
};

export type LogOutErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogOutError'] = ResolversParentTypes['LogOutError']> = {
  code?: Resolver<ResolversTypes['LogOutErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogOutPayload'] = ResolversParentTypes['LogOutPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['LogOutError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  blockUser: Resolver<ResolversTypes['BlockUserPayload'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'input'>>;
  changeEmail: Resolver<ResolversTypes['ChangeEmailPayload'], ParentType, ContextType, RequireFields<MutationChangeEmailArgs, 'input'>>;
  changePassword: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  confirmEmailChange: Resolver<ResolversTypes['ConfirmEmailChangePayload'], ParentType, ContextType, RequireFields<MutationConfirmEmailChangeArgs, 'input'>>;
  confirmTotp: Resolver<ResolversTypes['ConfirmTotpPayload'], ParentType, ContextType, RequireFields<MutationConfirmTotpArgs, 'input'>>;
  createPartner: Resolver<ResolversTypes['CreatePartnerPayload'], ParentType, ContextType, RequireFields<MutationCreatePartnerArgs, 'input'>>;
  createPartnerKey: Resolver<ResolversTypes['CreatePartnerKeyPayload'], ParentType, ContextType, RequireFields<MutationCreatePartnerKeyArgs, 'input'>>;
  deprecateOperation: Resolver<ResolversTypes['DeprecateOperationPayload'], ParentType, ContextType, RequireFields<MutationDeprecateOperationArgs, 'input'>>;
  disableTotp: Resolver<ResolversTypes['DisableTotpPayload'], ParentType, ContextType, RequireFields<MutationDisableTotpArgs, 'input'>>;
  enrolTotp: Resolver<ResolversTypes['EnrolTotpPayload'], ParentType, ContextType>;
  internalRecordUses: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationInternalRecordUsesArgs, 'uses'>>;
  linkIdentity: Resolver<ResolversTypes['LinkIdentityPayload'], ParentType, ContextType, RequireFields<MutationLinkIdentityArgs, 'input'>>;
  logIn: Resolver<ResolversTypes['LogInPayload'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logInWithIdentity: Resolver<ResolversTypes['LogInWithIdentityPayload'], ParentType, ContextType, RequireFields<MutationLogInWithIdentityArgs, 'input'>>;
  logOut: Resolver<ResolversTypes['LogOutPayload'], ParentType, ContextType, RequireFields<MutationLogOutArgs, 'input'>>;
  publishOperations: Resolver<ResolversTypes['PublishOperationsPayload'], ParentType, ContextType, RequireFields<MutationPublishOperationsArgs, 'input'>>;
  refreshSession: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  reinstateOperation: Resolver<ResolversTypes['ReinstateOperationPayload'], ParentType, ContextType, RequireFields<MutationReinstateOperationArgs, 'input'>>;
  renameAuthSession: Resolver<ResolversTypes['RenameAuthSessionPayload'], ParentType, ContextType, RequireFields<MutationRenameAuthSessionArgs, 'input'>>;
  reportPresence: Resolver<ResolversTypes['ReportPresencePayload'], ParentType, ContextType, RequireFields<MutationReportPresenceArgs, 'input'>>;
  requestPasswordReset: Resolver<ResolversTypes['RequestPasswordResetPayload'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resendVerification: Resolver<ResolversTypes['ResendVerificationPayload'], ParentType, ContextType, RequireFields<MutationResendVerificationArgs, 'input'>>;
  resetPassword: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  retireOperation: Resolver<ResolversTypes['RetireOperationPayload'], ParentType, ContextType, RequireFields<MutationRetireOperationArgs, 'input'>>;
  revokeAuthSession: Resolver<ResolversTypes['RevokeAuthSessionPayload'], ParentType, ContextType, RequireFields<MutationRevokeAuthSessionArgs, 'input'>>;
  revokePartnerKey: Resolver<ResolversTypes['RevokePartnerKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokePartnerKeyArgs, 'input'>>;
  setAccountState: Resolver<ResolversTypes['SetAccountStatePayload'], ParentType, ContextType, RequireFields<MutationSetAccountStateArgs, 'input'>>;
  setLocation: Resolver<ResolversTypes['SetLocationPayload'], ParentType, ContextType, RequireFields<MutationSetLocationArgs, 'input'>>;
  setRoles: Resolver<ResolversTypes['SetRolesPayload'], ParentType, ContextType, RequireFields<MutationSetRolesArgs, 'input'>>;
  signUp: Resolver<ResolversTypes['SignUpPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  startIdentityFlow: Resolver<ResolversTypes['StartIdentityFlowPayload'], ParentType, ContextType, RequireFields<MutationStartIdentityFlowArgs, 'input'>>;
  stepUp: Resolver<ResolversTypes['StepUpPayload'], ParentType, ContextType, RequireFields<MutationStepUpArgs, 'input'>>;
  unblockUser: Resolver<ResolversTypes['BlockUserPayload'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'input'>>;
  unlinkIdentity: Resolver<ResolversTypes['UnlinkIdentityPayload'], ParentType, ContextType, RequireFields<MutationUnlinkIdentityArgs, 'input'>>;
  updatePartner: Resolver<ResolversTypes['UpdatePartnerPayload'], ParentType, ContextType, RequireFields<MutationUpdatePartnerArgs, 'input'>>;
  updateProfile: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  verifyEmail: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['PartnerKey']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quota?: Resolver<ResolversTypes['PartnerQuota'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['PartnerScope']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PartnerState'], ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKey'] = ResolversParentTypes['PartnerKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PartnerKeyState'], ParentType, ContextType>;
};

export type PartnerQuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerQuota'] = ResolversParentTypes['PartnerQuota']> = {
  costPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presence'] = ResolversParentTypes['Presence']> = {
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PrivacyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Privacy'] = ResolversParentTypes['Privacy']> = {
  bio?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  languages?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  photo?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
};

export type PublishOperationsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOperationsError'] = ResolversParentTypes['PublishOperationsError']> = {
  code?: Resolver<ResolversTypes['PublishOperationsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishOperationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOperationsPayload'] = ResolversParentTypes['PublishOperationsPayload']> = {
  addedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  knownCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PublishOperationsError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  identityProviders: Resolver<Array<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  internalBlocked: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<QueryInternalBlockedArgs, 'otherIds' | 'userId'>>;
  internalPeople: Resolver<Array<ResolversTypes['InternalPerson']>, ParentType, ContextType, RequireFields<QueryInternalPeopleArgs, 'ids'>>;
  internalRegistry: Resolver<Maybe<ResolversTypes['InternalRegistry']>, ParentType, ContextType, Partial<QueryInternalRegistryArgs>>;
  internalRevocations: Resolver<Maybe<ResolversTypes['InternalRevocations']>, ParentType, ContextType, Partial<QueryInternalRevocationsArgs>>;
  partner: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType, RequireFields<QueryPartnerArgs, 'id'>>;
  partners: Resolver<ResolversTypes['PartnerConnection'], ParentType, ContextType, RequireFields<QueryPartnersArgs, 'first'>>;
  registeredOperations: Resolver<ResolversTypes['RegisteredOperationConnection'], ParentType, ContextType, RequireFields<QueryRegisteredOperationsArgs, 'first'>>;
  user: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  viewer: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type RefreshSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionError'] = ResolversParentTypes['RefreshSessionError']> = {
  code?: Resolver<ResolversTypes['RefreshSessionErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  auth?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RefreshSessionError']>, ParentType, ContextType>;
};

export type RegisteredOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisteredOperation'] = ResolversParentTypes['RegisteredOperation']> = {
  app?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deprecatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  useCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RegisteredOperationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisteredOperationConnection'] = ResolversParentTypes['RegisteredOperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegisteredOperationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RegisteredOperationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisteredOperationEdge'] = ResolversParentTypes['RegisteredOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RegisteredOperation'], ParentType, ContextType>;
};

export type ReinstateOperationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReinstateOperationError'] = ResolversParentTypes['ReinstateOperationError']> = {
  code?: Resolver<ResolversTypes['ReinstateOperationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReinstateOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReinstateOperationPayload'] = ResolversParentTypes['ReinstateOperationPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['RegisteredOperation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReinstateOperationError']>, ParentType, ContextType>;
};

export type RenameAuthSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameAuthSessionError'] = ResolversParentTypes['RenameAuthSessionError']> = {
  code?: Resolver<ResolversTypes['RenameAuthSessionErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenameAuthSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameAuthSessionPayload'] = ResolversParentTypes['RenameAuthSessionPayload']> = {
  authSession?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RenameAuthSessionError']>, ParentType, ContextType>;
};

export type ReportPresenceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportPresenceError'] = ResolversParentTypes['ReportPresenceError']> = {
  code?: Resolver<ResolversTypes['ReportPresenceErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportPresencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportPresencePayload'] = ResolversParentTypes['ReportPresencePayload']> = {
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReportPresenceError']>, ParentType, ContextType>;
};

export type RequestPasswordResetErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetError'] = ResolversParentTypes['RequestPasswordResetError']> = {
  code?: Resolver<ResolversTypes['RequestPasswordResetErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['RequestPasswordResetError']>, ParentType, ContextType>;
};

export type ResendVerificationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendVerificationError'] = ResolversParentTypes['ResendVerificationError']> = {
  code?: Resolver<ResolversTypes['ResendVerificationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResendVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendVerificationPayload'] = ResolversParentTypes['ResendVerificationPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['ResendVerificationError']>, ParentType, ContextType>;
};

export type ResetPasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordError'] = ResolversParentTypes['ResetPasswordError']> = {
  code?: Resolver<ResolversTypes['ResetPasswordErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['ResetPasswordError']>, ParentType, ContextType>;
};

export type RetireOperationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireOperationError'] = ResolversParentTypes['RetireOperationError']> = {
  code?: Resolver<ResolversTypes['RetireOperationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetireOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireOperationPayload'] = ResolversParentTypes['RetireOperationPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['RegisteredOperation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RetireOperationError']>, ParentType, ContextType>;
};

export type RevokeAuthSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAuthSessionError'] = ResolversParentTypes['RevokeAuthSessionError']> = {
  code?: Resolver<ResolversTypes['RevokeAuthSessionErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeAuthSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAuthSessionPayload'] = ResolversParentTypes['RevokeAuthSessionPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['RevokeAuthSessionError']>, ParentType, ContextType>;
};

export type RevokePartnerKeyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePartnerKeyError'] = ResolversParentTypes['RevokePartnerKeyError']> = {
  code?: Resolver<ResolversTypes['RevokePartnerKeyErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokePartnerKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePartnerKeyPayload'] = ResolversParentTypes['RevokePartnerKeyPayload']> = {
  key?: Resolver<Maybe<ResolversTypes['PartnerKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RevokePartnerKeyError']>, ParentType, ContextType>;
};

export type SetAccountStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccountStateError'] = ResolversParentTypes['SetAccountStateError']> = {
  code?: Resolver<ResolversTypes['SetAccountStateErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAccountStatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccountStatePayload'] = ResolversParentTypes['SetAccountStatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetAccountStateError']>, ParentType, ContextType>;
};

export type SetLocationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetLocationError'] = ResolversParentTypes['SetLocationError']> = {
  code?: Resolver<ResolversTypes['SetLocationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetLocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetLocationPayload'] = ResolversParentTypes['SetLocationPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetLocationError']>, ParentType, ContextType>;
};

export type SetRolesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRolesError'] = ResolversParentTypes['SetRolesError']> = {
  code?: Resolver<ResolversTypes['SetRolesErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetRolesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRolesPayload'] = ResolversParentTypes['SetRolesPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SetRolesError']>, ParentType, ContextType>;
};

export type SignUpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpError'] = ResolversParentTypes['SignUpError']> = {
  code?: Resolver<ResolversTypes['SignUpErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpPayload'] = ResolversParentTypes['SignUpPayload']> = {
  mailSent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SignUpError']>, ParentType, ContextType>;
};

export type StartIdentityFlowErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartIdentityFlowError'] = ResolversParentTypes['StartIdentityFlowError']> = {
  code?: Resolver<ResolversTypes['StartIdentityFlowErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StartIdentityFlowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartIdentityFlowPayload'] = ResolversParentTypes['StartIdentityFlowPayload']> = {
  authorizationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flowToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StartIdentityFlowError']>, ParentType, ContextType>;
};

export type StepUpErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepUpError'] = ResolversParentTypes['StepUpError']> = {
  code?: Resolver<ResolversTypes['StepUpErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StepUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepUpPayload'] = ResolversParentTypes['StepUpPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StepUpError']>, ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type UnlinkIdentityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkIdentityError'] = ResolversParentTypes['UnlinkIdentityError']> = {
  code?: Resolver<ResolversTypes['UnlinkIdentityErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnlinkIdentityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkIdentityPayload'] = ResolversParentTypes['UnlinkIdentityPayload']> = {
  unlinkedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UnlinkIdentityError']>, ParentType, ContextType>;
};

export type UpdatePartnerErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePartnerError'] = ResolversParentTypes['UpdatePartnerError']> = {
  code?: Resolver<ResolversTypes['UpdatePartnerErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdatePartnerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePartnerPayload'] = ResolversParentTypes['UpdatePartnerPayload']> = {
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UpdatePartnerError']>, ParentType, ContextType>;
};

export type UpdateProfileErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfileError'] = ResolversParentTypes['UpdateProfileError']> = {
  code?: Resolver<ResolversTypes['UpdateProfileErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UpdateProfileError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authSessions?: Resolver<Maybe<ResolversTypes['AuthSessionConnection']>, ParentType, ContextType, RequireFields<UserAuthSessionsArgs, 'first'>>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blockedUsers?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<UserBlockedUsersArgs, 'first'>>;
  contactableBy?: Resolver<Maybe<ResolversTypes['ContactPolicy']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerified?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hasPassword?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  homePoint?: Resolver<Maybe<ResolversTypes['ExactPoint']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  identityLinks?: Resolver<Maybe<Array<ResolversTypes['IdentityLink']>>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['CoarseLocation']>, ParentType, ContextType>;
  photoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preferredLanguage?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
  privacy?: Resolver<Maybe<ResolversTypes['Privacy']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<Array<ResolversTypes['Role']>>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AccountState']>, ParentType, ContextType>;
  theme?: Resolver<Maybe<ResolversTypes['Theme']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  totpEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerHasBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'BlockUserError' | 'ChangeEmailError' | 'ChangePasswordError' | 'ConfirmEmailChangeError' | 'ConfirmTotpError' | 'CreatePartnerError' | 'CreatePartnerKeyError' | 'DeprecateOperationError' | 'DisableTotpError' | 'EnrolTotpError' | 'LinkIdentityError' | 'LogInError' | 'LogInWithIdentityError' | 'LogOutError' | 'PublishOperationsError' | 'RefreshSessionError' | 'ReinstateOperationError' | 'RenameAuthSessionError' | 'ReportPresenceError' | 'RequestPasswordResetError' | 'ResendVerificationError' | 'ResetPasswordError' | 'RetireOperationError' | 'RevokeAuthSessionError' | 'RevokePartnerKeyError' | 'SetAccountStateError' | 'SetLocationError' | 'SetRolesError' | 'SignUpError' | 'StartIdentityFlowError' | 'StepUpError' | 'UnlinkIdentityError' | 'UpdatePartnerError' | 'UpdateProfileError' | 'VerifyEmailError', ParentType, ContextType>;
};

export type VerifyEmailErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailError'] = ResolversParentTypes['VerifyEmailError']> = {
  code?: Resolver<ResolversTypes['VerifyEmailErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  auth?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['VerifyEmailError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AuthSession?: AuthSessionResolvers<ContextType>;
  AuthSessionConnection?: AuthSessionConnectionResolvers<ContextType>;
  AuthSessionEdge?: AuthSessionEdgeResolvers<ContextType>;
  AuthTokens?: AuthTokensResolvers<ContextType>;
  BlockUserError?: BlockUserErrorResolvers<ContextType>;
  BlockUserPayload?: BlockUserPayloadResolvers<ContextType>;
  ChangeEmailError?: ChangeEmailErrorResolvers<ContextType>;
  ChangeEmailPayload?: ChangeEmailPayloadResolvers<ContextType>;
  ChangePasswordError?: ChangePasswordErrorResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  CoarseLocation?: CoarseLocationResolvers<ContextType>;
  ConfirmEmailChangeError?: ConfirmEmailChangeErrorResolvers<ContextType>;
  ConfirmEmailChangePayload?: ConfirmEmailChangePayloadResolvers<ContextType>;
  ConfirmTotpError?: ConfirmTotpErrorResolvers<ContextType>;
  ConfirmTotpPayload?: ConfirmTotpPayloadResolvers<ContextType>;
  CreatePartnerError?: CreatePartnerErrorResolvers<ContextType>;
  CreatePartnerKeyError?: CreatePartnerKeyErrorResolvers<ContextType>;
  CreatePartnerKeyPayload?: CreatePartnerKeyPayloadResolvers<ContextType>;
  CreatePartnerPayload?: CreatePartnerPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeprecateOperationError?: DeprecateOperationErrorResolvers<ContextType>;
  DeprecateOperationPayload?: DeprecateOperationPayloadResolvers<ContextType>;
  DisableTotpError?: DisableTotpErrorResolvers<ContextType>;
  DisableTotpPayload?: DisableTotpPayloadResolvers<ContextType>;
  EnrolTotpError?: EnrolTotpErrorResolvers<ContextType>;
  EnrolTotpPayload?: EnrolTotpPayloadResolvers<ContextType>;
  ExactPoint?: ExactPointResolvers<ContextType>;
  IdentityLink?: IdentityLinkResolvers<ContextType>;
  InternalOperation?: InternalOperationResolvers<ContextType>;
  InternalPartner?: InternalPartnerResolvers<ContextType>;
  InternalPartnerKey?: InternalPartnerKeyResolvers<ContextType>;
  InternalPerson?: InternalPersonResolvers<ContextType>;
  InternalQuota?: InternalQuotaResolvers<ContextType>;
  InternalRegistry?: InternalRegistryResolvers<ContextType>;
  InternalRevocations?: InternalRevocationsResolvers<ContextType>;
  InternalRoles?: InternalRolesResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  LinkIdentityError?: LinkIdentityErrorResolvers<ContextType>;
  LinkIdentityPayload?: LinkIdentityPayloadResolvers<ContextType>;
  LogInError?: LogInErrorResolvers<ContextType>;
  LogInPayload?: LogInPayloadResolvers<ContextType>;
  LogInWithIdentityError?: LogInWithIdentityErrorResolvers<ContextType>;
  LogInWithIdentityPayload?: LogInWithIdentityPayloadResolvers<ContextType>;
  LogOutError?: LogOutErrorResolvers<ContextType>;
  LogOutPayload?: LogOutPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerKey?: PartnerKeyResolvers<ContextType>;
  PartnerQuota?: PartnerQuotaResolvers<ContextType>;
  Presence?: PresenceResolvers<ContextType>;
  Privacy?: PrivacyResolvers<ContextType>;
  PublishOperationsError?: PublishOperationsErrorResolvers<ContextType>;
  PublishOperationsPayload?: PublishOperationsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionError?: RefreshSessionErrorResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RegisteredOperation?: RegisteredOperationResolvers<ContextType>;
  RegisteredOperationConnection?: RegisteredOperationConnectionResolvers<ContextType>;
  RegisteredOperationEdge?: RegisteredOperationEdgeResolvers<ContextType>;
  ReinstateOperationError?: ReinstateOperationErrorResolvers<ContextType>;
  ReinstateOperationPayload?: ReinstateOperationPayloadResolvers<ContextType>;
  RenameAuthSessionError?: RenameAuthSessionErrorResolvers<ContextType>;
  RenameAuthSessionPayload?: RenameAuthSessionPayloadResolvers<ContextType>;
  ReportPresenceError?: ReportPresenceErrorResolvers<ContextType>;
  ReportPresencePayload?: ReportPresencePayloadResolvers<ContextType>;
  RequestPasswordResetError?: RequestPasswordResetErrorResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  ResendVerificationError?: ResendVerificationErrorResolvers<ContextType>;
  ResendVerificationPayload?: ResendVerificationPayloadResolvers<ContextType>;
  ResetPasswordError?: ResetPasswordErrorResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  RetireOperationError?: RetireOperationErrorResolvers<ContextType>;
  RetireOperationPayload?: RetireOperationPayloadResolvers<ContextType>;
  RevokeAuthSessionError?: RevokeAuthSessionErrorResolvers<ContextType>;
  RevokeAuthSessionPayload?: RevokeAuthSessionPayloadResolvers<ContextType>;
  RevokePartnerKeyError?: RevokePartnerKeyErrorResolvers<ContextType>;
  RevokePartnerKeyPayload?: RevokePartnerKeyPayloadResolvers<ContextType>;
  SetAccountStateError?: SetAccountStateErrorResolvers<ContextType>;
  SetAccountStatePayload?: SetAccountStatePayloadResolvers<ContextType>;
  SetLocationError?: SetLocationErrorResolvers<ContextType>;
  SetLocationPayload?: SetLocationPayloadResolvers<ContextType>;
  SetRolesError?: SetRolesErrorResolvers<ContextType>;
  SetRolesPayload?: SetRolesPayloadResolvers<ContextType>;
  SignUpError?: SignUpErrorResolvers<ContextType>;
  SignUpPayload?: SignUpPayloadResolvers<ContextType>;
  StartIdentityFlowError?: StartIdentityFlowErrorResolvers<ContextType>;
  StartIdentityFlowPayload?: StartIdentityFlowPayloadResolvers<ContextType>;
  StepUpError?: StepUpErrorResolvers<ContextType>;
  StepUpPayload?: StepUpPayloadResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  UnlinkIdentityError?: UnlinkIdentityErrorResolvers<ContextType>;
  UnlinkIdentityPayload?: UnlinkIdentityPayloadResolvers<ContextType>;
  UpdatePartnerError?: UpdatePartnerErrorResolvers<ContextType>;
  UpdatePartnerPayload?: UpdatePartnerPayloadResolvers<ContextType>;
  UpdateProfileError?: UpdateProfileErrorResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerifyEmailError?: VerifyEmailErrorResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
