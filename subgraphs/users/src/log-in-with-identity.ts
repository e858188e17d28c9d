import { newId } from '@skillswap/kit/id';
import { duplicateKeyIndex, type MongoTransaction } from '@skillswap/kit/mongo';
import { normaliseText, refuseText, type TextRefusal } from '@skillswap/kit/text';
import { checkSecondFactor, type SecondFactorRefusal } from './check-second-factor.ts';
import { closedAccount, type ClosedAccountRefusal } from './closed-account.ts';
import type { Dependencies } from './dependencies.ts';
import type { Identity, IdentityLink } from './identity.ts';
import { insertAccount } from './insert-account.ts';
import {
  issueTokens,
  openAuthSession,
  refuseDeviceName,
  type OpenedAuthSession,
} from './open-auth-session.ts';
import { displayNameMaximum, refuseLanguage, refuseTimeZone, toLanguage } from './profile.ts';
import { invalidFlow, proveIdentity, type Return, type ReturnRefusal } from './prove-identity.ts';
import { done, refusal, refused, type Outcome, type Refusal } from './refusal.ts';
import { currentTermsVersion } from './registration.ts';
import type { User } from './user.ts';
import type { LoggedIn } from './verify-email.ts';

/** What somebody logs in with who is back from a provider. */
export interface IdentityLogIn extends Return {
  readonly deviceName?: string | null | undefined;
  readonly totp?: string | null | undefined;
  /** What an account is opened with when the identity has none. */
  readonly signUp?: IdentitySignUp | null | undefined;
}

/** What a provider does not say of somebody who wants an account. */
export interface IdentitySignUp {
  readonly displayName: string;
  readonly preferredLanguage?: string | null | undefined;
  readonly timeZone: string;
  readonly acceptedTermsVersion: string;
}

/** Why somebody is not logged in by an identity. */
export type IdentityLogInRefusal =
  | ReturnRefusal
  | ClosedAccountRefusal
  | SecondFactorRefusal
  | TextRefusal
  | 'ACCOUNT_EXISTS'
  | 'EMAIL_NOT_VERIFIED'
  | 'SIGN_UP_REQUIRED'
  | 'INVALID_LANGUAGE'
  | 'INVALID_TIME_ZONE'
  | 'TERMS_NOT_ACCEPTED';

/** What came of it: with SIGN_UP_REQUIRED the address that an account would have. */
export type IdentityLogInOutcome = Outcome<LoggedIn, IdentityLogInRefusal> & {
  readonly email: string | null;
};

type Needs = Pick<
  Dependencies,
  | 'authSessions'
  | 'clock'
  | 'consents'
  | 'identityFlows'
  | 'identityLinks'
  | 'identityProviders'
  | 'issueAccessToken'
  | 'realTime'
  | 'registrations'
  | 'sealedSecrets'
  | 'secondFactors'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/**
 * Logs in by a linked identity, or opens an account for one whose provider has verified its address.
 * An address that has an account is never joined to it here, whatever the provider says: the account's
 * owner links the identity when they are logged in.
 */
export async function logInWithIdentity(
  needs: Needs,
  wanted: IdentityLogIn,
  clientAddress: string | null,
): Promise<IdentityLogInOutcome> {
  const nameRefusal = refuseDeviceName(wanted.deviceName);
  if (nameRefusal !== null) return nobody(refusal(nameRefusal, 'deviceName'));
  const proved = await proveIdentity(needs, wanted, null, clientAddress);
  if (proved.done === null) return nobody(...proved.refusals);
  const link = await needs.identityLinks.findByIdentity(proved.done);
  const outcome =
    link === null
      ? await openAccount(needs, wanted, proved.done)
      : await openLinked(needs, wanted, link);
  const isUnknown = outcome.refusals.some(({ code }) => code === 'SIGN_UP_REQUIRED');
  return { ...outcome, email: isUnknown ? proved.done.email : null };
}

function nobody(...refusals: readonly Refusal<IdentityLogInRefusal>[]): IdentityLogInOutcome {
  return { ...refused(...refusals), email: null };
}

async function openLinked(
  needs: Needs,
  { flowToken, deviceName, totp }: IdentityLogIn,
  { id: linkId, userId }: IdentityLink,
): Promise<Outcome<LoggedIn, IdentityLogInRefusal>> {
  const { clock, identityFlows, identityLinks, throttles, transact, users } = needs;
  const [user] = await users.findByIds([userId]);
  const closed = user === undefined ? 'ACCOUNT_BANNED' : closedAccount(user);
  if (user === undefined || closed !== null) return refused(refusal(closed ?? 'ACCOUNT_BANNED'));
  if (totp != null) await throttles.admitCode(userId);
  const now = clock.now();
  const opened = await transact(async (tx) => {
    const code = await checkSecondFactor(needs, tx, userId, totp);
    if (code !== null) return refused(refusal(code, 'totp'));
    if (!(await identityFlows.take(tx, flowToken, now))) return invalidFlow;
    if (!(await identityLinks.touch(tx, linkId, now))) return invalidFlow;
    if (!(await users.holdActive(tx, userId))) return refused(refusal('ACCOUNT_SUSPENDED'));
    return done(await openAuthSession(needs, tx, userId, deviceName));
  });
  if (opened.done === null) return opened;
  if (totp != null) await throttles.forgiveCode(userId);
  return done({ user, auth: await issueTokens(needs, user, opened.done) });
}

async function openAccount(
  needs: Needs,
  { flowToken, deviceName, signUp }: IdentityLogIn,
  identity: Identity,
): Promise<Outcome<LoggedIn, IdentityLogInRefusal>> {
  const { email, emailVerified } = identity;
  if (email === null || !emailVerified) return refused(refusal('EMAIL_NOT_VERIFIED'));
  if ((await needs.users.findByEmail(email)) !== null) return accountExists;
  if (signUp == null) return refused(refusal('SIGN_UP_REQUIRED', 'signUp'));
  const refusals = refuseSignUp(signUp);
  if (refusals.length > 0) return refused(...refusals);
  try {
    const opened = await needs.transact(async (tx) => {
      if (!(await needs.identityFlows.take(tx, flowToken, needs.clock.now()))) return null;
      const user = await insertLinkedAccount(needs, tx, { ...identity, email }, signUp);
      return { user, session: await openAuthSession(needs, tx, user.id, deviceName) };
    });
    return opened === null ? invalidFlow : await issue(needs, opened.user, opened.session);
  } catch (error) {
    const index = duplicateKeyIndex(error);
    if (index === 'one_account_per_address') return accountExists;
    if (index === 'one_link_per_identity') return invalidFlow;
    throw error;
  }
}

const accountExists = refused(refusal('ACCOUNT_EXISTS'));

async function issue(
  needs: Needs,
  user: User,
  session: OpenedAuthSession,
): Promise<Outcome<LoggedIn, never>> {
  return done({ user, auth: await issueTokens(needs, user, session) });
}

async function insertLinkedAccount(
  needs: Needs,
  tx: MongoTransaction,
  { email, provider, subject }: Identity & { readonly email: string },
  { displayName, preferredLanguage, timeZone, acceptedTermsVersion }: IdentitySignUp,
): Promise<User> {
  const now = needs.clock.now();
  const user = await insertAccount(needs, tx, {
    email,
    displayName: normaliseText(displayName),
    preferredLanguage: toLanguage(preferredLanguage ?? 'en'),
    timeZone,
    termsVersion: acceptedTermsVersion,
    consentedAt: now,
  });
  const link = { id: newId('idl'), userId: user.id, provider, subject, email };
  await needs.identityLinks.insert(tx, { ...link, createdAt: now, lastUsedAt: now });
  return user;
}

function refuseSignUp({
  displayName,
  preferredLanguage,
  timeZone,
  acceptedTermsVersion,
}: IdentitySignUp): Refusal<IdentityLogInRefusal>[] {
  const judged: readonly (readonly [IdentityLogInRefusal | null, string])[] = [
    [refuseText(displayName, displayNameMaximum), 'displayName'],
    [preferredLanguage == null ? null : refuseLanguage(preferredLanguage), 'preferredLanguage'],
    [refuseTimeZone(timeZone), 'timeZone'],
    [
      acceptedTermsVersion === currentTermsVersion ? null : 'TERMS_NOT_ACCEPTED',
      'acceptedTermsVersion',
    ],
  ];
  return judged.flatMap(([code, field]) => (code === null ? [] : [refusal(code, 'signUp', field)]));
}
