import type { Refusal } from '../refusal.ts';
import type { BlockRefusal } from '../block-user.ts';
import type { ChangeEmailRefusal } from '../change-email.ts';
import type { ChangePasswordRefusal } from '../change-password.ts';
import type { ConfirmTotpRefusal, DisableTotpRefusal, EnrolTotpRefusal } from '../enrol-totp.ts';
import type { CreatePartnerKeyRefusal } from '../create-partner-key.ts';
import type { CreatePartnerRefusal } from '../create-partner.ts';
import type { IdentityLogInRefusal } from '../log-in-with-identity.ts';
import type { LinkIdentityRefusal, UnlinkIdentityRefusal } from '../link-identity.ts';
import type { LogInRefusal } from '../log-in.ts';
import type { MoveOperationRefusal } from '../move-operation.ts';
import type { ProfileRefusal } from '../profile.ts';
import type { StartIdentityFlowRefusal } from '../start-identity-flow.ts';
import type { StepUpRefusal } from '../prove-again.ts';
import type { RenameAuthSessionRefusal } from '../rename-auth-session.ts';
import type { ResetPasswordRefusal } from '../reset-password.ts';
import type { RevokePartnerKeyRefusal } from '../revoke-partner-key.ts';
import type { SetAccountStateRefusal } from '../set-account-state.ts';
import type { LocationRefusal } from '../set-location.ts';
import type { SetRolesRefusal } from '../set-roles.ts';
import type { SignUpRefusal } from '../sign-up.ts';
import type { UpdatePartnerRefusal } from '../update-partner.ts';
import type { VerifyEmailRefusal } from '../verify-email.ts';

type Code =
  | BlockRefusal
  | ChangeEmailRefusal
  | ChangePasswordRefusal
  | ConfirmTotpRefusal
  | CreatePartnerKeyRefusal
  | CreatePartnerRefusal
  | DisableTotpRefusal
  | EnrolTotpRefusal
  | IdentityLogInRefusal
  | LinkIdentityRefusal
  | LocationRefusal
  | LogInRefusal
  | MoveOperationRefusal
  | ProfileRefusal
  | RenameAuthSessionRefusal
  | ResetPasswordRefusal
  | RevokePartnerKeyRefusal
  | SetAccountStateRefusal
  | SetRolesRefusal
  | SignUpRefusal
  | StartIdentityFlowRefusal
  | StepUpRefusal
  | UnlinkIdentityRefusal
  | UpdatePartnerRefusal
  | VerifyEmailRefusal
  | 'ALREADY_ENDED'
  | 'UNAVAILABLE'
  | 'INVALID_REFRESH_TOKEN';

const sentences: Readonly<Record<Code, string>> = {
  ACCOUNT_BANNED: 'This account is closed.',
  ACCOUNT_SUSPENDED: 'This account is closed for a time.',
  ACCOUNT_EXISTS:
    'There is an account with this address. Log in to it, and link this log-in in your settings.',
  ALREADY_ENABLED: 'Your account has a second factor already.',
  ALREADY_ENDED: 'You are logged out on this device already.',
  ALREADY_LINKED: 'Your account is linked with this provider already.',
  ALREADY_REVOKED: 'This key was ended before.',
  CANNOT_BLOCK_YOURSELF: 'You cannot block yourself.',
  CANNOT_CHANGE_YOURSELF: 'You cannot do this to your own account.',
  EMAIL_NOT_VERIFIED: 'Open the link in the mail that we sent you first.',
  EMPTY: 'Write something here.',
  IDENTITY_NOT_PROVED: 'This log-in did not succeed. Begin again.',
  IDENTITY_TAKEN: 'Another account is linked with this log-in.',
  INVALID_CALLBACK: 'This is not an address.',
  INVALID_CREDENTIALS: 'E-mail address and password do not belong together.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  INVALID_EXPIRY: 'A key ends in the future, and within two years.',
  INVALID_FLOW: 'This log-in is unknown, too old, or has been used. Begin again.',
  INVALID_LANGUAGE: 'This is not a language that we know.',
  INVALID_QUOTA: 'This is outside the range of quotas.',
  INVALID_REFRESH_TOKEN: 'This log-in has ended. Log in again.',
  INVALID_SLUG: 'Use 2 to 40 of a to z, 0 to 9 and -, with a letter first.',
  INVALID_STATE: 'This state is not reached in this way.',
  INVALID_TEXT: 'This contains characters that are not text.',
  INVALID_TIME_ZONE: 'This is not a time zone that we know.',
  INVALID_TOKEN: 'This link is unknown, too old, or has been used.',
  INVALID_TOTP: 'This code is wrong, too old, or has been used.',
  LAST_LOG_IN: 'You could not log in any more. Set a password first, or link another log-in.',
  NOT_ENABLED: 'Your account has no second factor.',
  NOT_ENROLLED: 'Begin with a new second factor first.',
  NOT_FOUND: 'There is nothing under this id.',
  OUT_OF_RANGE: 'There is no such place on Earth.',
  PASSWORD_BREACHED: 'This password was stolen elsewhere. Choose another one.',
  PASSWORD_TOO_COMMON: 'This password is guessed too easily.',
  PASSWORD_TOO_LONG: 'A password has at most 1,000 characters.',
  PASSWORD_TOO_SHORT: 'A password has at least 8 characters.',
  PROVIDER_UNAVAILABLE: 'This provider does not answer. Try again soon.',
  PROVIDER_UNKNOWN: 'Nobody can log in with this provider here.',
  SIGN_UP_REQUIRED: 'There is no account yet. Tell us how you want to be called, and open one.',
  SLUG_TAKEN: 'Another partner has this short name.',
  STEP_UP_REQUIRED: 'Log in again first: this needs a recent log-in.',
  TERMS_NOT_ACCEPTED: 'Accept the current terms of use first.',
  TOO_LONG: 'This is too long.',
  TOO_MANY: 'These are too many.',
  TOO_MANY_KEYS: 'The partner has two keys that live. End one of them first.',
  TOTP_REQUIRED: 'Enter the code of your app as well.',
  UNAVAILABLE: 'This is not available right now. Try again soon.',
  UNCHANGED: 'This is what it was before.',
  WRONG_PASSWORD: 'This is not your current password.',
};

/** Refusals as clients get them, each with its sentence. */
export function userErrors<Refused extends Code>(refusals: readonly Refusal<Refused>[]) {
  return refusals.map(({ code, path }) => ({ code, message: sentences[code], path: [...path] }));
}
