import type { TextRefusal } from '@skillswap/kit/text';
import { normaliseText, refuseText } from '@skillswap/kit/text';
import type { Dependencies } from './dependencies.ts';
import { normaliseEmail } from './email-address.ts';
import { accountExistsMail, verifyEmailMail } from './mails.ts';
import type { NewPasswordRefusal } from './new-password.ts';
import { refusePassword } from './password.ts';
import { displayNameMaximum, refuseLanguage, refuseTimeZone, toLanguage } from './profile.ts';
import { done, refusal, refused, type Outcome, type Refusal } from './refusal.ts';
import { currentTermsVersion, linkEnd, type Registration } from './registration.ts';
import { newSecret } from './secret-token.ts';
import { sendStrangersMail } from './send-strangers-mail.ts';

/** What somebody signs up with. */
export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly preferredLanguage?: string | null | undefined;
  readonly timeZone: string;
  readonly acceptedTermsVersion: string;
}

/** Why a sign-up is refused. */
export type SignUpRefusal =
  | TextRefusal
  | NewPasswordRefusal
  | 'INVALID_EMAIL'
  | 'INVALID_LANGUAGE'
  | 'INVALID_TIME_ZONE'
  | 'TERMS_NOT_ACCEPTED';

type Needs = Pick<
  Dependencies,
  | 'clock'
  | 'users'
  | 'registrations'
  | 'passwords'
  | 'isBreachedPassword'
  | 'throttles'
  | 'sendMail'
  | 'appUrl'
  | 'log'
>;

/**
 * Keeps a sign-up until its link is used. An address that has an account already costs the same
 * work (a hash, a row, a mail) and gives the same answer: only the mail, to the owner, differs.
 */
export async function signUp(
  needs: Needs,
  wanted: SignUp,
  clientAddress: string | null,
): Promise<Outcome<{ readonly mailSent: boolean }, SignUpRefusal>> {
  const { clock, users, registrations, passwords, throttles, appUrl } = needs;
  await throttles.admitSignUp(clientAddress);
  const email = normaliseEmail(wanted.email);
  const refusals = refuseSignUp(wanted, email);
  if (email === null || refusals.length > 0) return refused(...refusals);
  if (await needs.isBreachedPassword(wanted.password)) {
    return refused(refusal('PASSWORD_BREACHED', 'password'));
  }

  const passwordHash = await passwords.hash(wanted.password);
  const registration = toRegistration(wanted, email, passwordHash, clock.now());
  const secret = newSecret();
  await registrations.insert(secret, registration);
  const account = await users.findByEmail(email);
  const mail =
    account === null
      ? verifyEmailMail(registration, appUrl, secret)
      : accountExistsMail(account, appUrl);
  return done({ mailSent: await sendStrangersMail(needs, mail) });
}

/** Every reason to refuse a sign-up, from what was entered alone. */
export function refuseSignUp(wanted: SignUp, email: string | null): Refusal<SignUpRefusal>[] {
  const { password, displayName, preferredLanguage, timeZone, acceptedTermsVersion } = wanted;
  const personal = [wanted.email, email?.split('@', 1)[0] ?? '', displayName];
  const judged: readonly (readonly [SignUpRefusal | null, string])[] = [
    [email === null ? 'INVALID_EMAIL' : null, 'email'],
    [refusePassword(password, personal), 'password'],
    [refuseText(displayName, displayNameMaximum), 'displayName'],
    [preferredLanguage == null ? null : refuseLanguage(preferredLanguage), 'preferredLanguage'],
    [refuseTimeZone(timeZone), 'timeZone'],
    [
      acceptedTermsVersion === currentTermsVersion ? null : 'TERMS_NOT_ACCEPTED',
      'acceptedTermsVersion',
    ],
  ];
  return judged.flatMap(([code, field]) => (code === null ? [] : [refusal(code, field)]));
}

function toRegistration(
  wanted: SignUp,
  email: string,
  passwordHash: string,
  now: Date,
): Registration {
  return {
    email,
    passwordHash,
    displayName: normaliseText(wanted.displayName),
    preferredLanguage: toLanguage(wanted.preferredLanguage ?? 'en'),
    timeZone: wanted.timeZone,
    termsVersion: wanted.acceptedTermsVersion,
    createdAt: now,
    expiresAt: linkEnd(now),
  };
}
