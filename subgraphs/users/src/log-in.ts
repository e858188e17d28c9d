import { checkSecondFactor, type SecondFactorRefusal } from './check-second-factor.ts';
import { closedAccount, type ClosedAccountRefusal } from './closed-account.ts';
import type { Dependencies } from './dependencies.ts';
import { normaliseEmail } from './email-address.ts';
import { issueTokens, openAuthSession, refuseDeviceName } from './open-auth-session.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import type { User } from './user.ts';
import type { LoggedIn } from './verify-email.ts';

/** What somebody logs in with. */
export interface LogIn {
  readonly email: string;
  readonly password: string;
  readonly deviceName?: string | null | undefined;
  readonly totp?: string | null | undefined;
}

/** Why a log-in is refused. */
export type LogInRefusal =
  | 'INVALID_CREDENTIALS'
  | 'EMAIL_NOT_VERIFIED'
  | ClosedAccountRefusal
  | SecondFactorRefusal
  | 'TOO_LONG'
  | 'INVALID_TEXT';

type Needs = Pick<
  Dependencies,
  | 'clock'
  | 'realTime'
  | 'sealedSecrets'
  | 'secondFactors'
  | 'transact'
  | 'users'
  | 'credentials'
  | 'registrations'
  | 'authSessions'
  | 'passwords'
  | 'throttles'
  | 'issueAccessToken'
>;

/**
 * Logs in by address and password. Every attempt costs two look-ups and one hash, whoever is behind
 * the address, and what an account's state is learns only who knows its password.
 */
export async function logIn(
  needs: Needs,
  { email: address, password, deviceName, totp }: LogIn,
  clientAddress: string | null,
): Promise<Outcome<LoggedIn, LogInRefusal>> {
  const { passwords, throttles } = needs;
  const nameRefusal = refuseDeviceName(deviceName);
  if (nameRefusal !== null) return refused(refusal(nameRefusal, 'deviceName'));

  passwords.demandPlace();
  const email = normaliseEmail(address) ?? 'nobody';
  const { user, passwordHash } = await findCandidate(needs, email);
  const matches = await passwords.matches(passwordHash, password, () =>
    throttles.admitLogIn(email, clientAddress),
  );
  if (!matches || passwordHash === null) return invalidCredentials;
  await throttles.forgiveLogIn(email, clientAddress);

  if (user === null) return refused(refusal('EMAIL_NOT_VERIFIED', 'email'));
  if (user.state === 'DELETED') return invalidCredentials;
  const closed = closedAccount(user);
  if (closed !== null) return refused(refusal(closed, 'email'));
  if (totp != null) await throttles.admitCode(user.id);
  const { opened, refusals } = await open(needs, user, passwordHash, { deviceName, totp });
  if (opened === null) return refused(...refusals);
  if (totp != null) await throttles.forgiveCode(user.id);
  return done({ user, auth: await issueTokens(needs, user, opened) });
}

/** Opens the log-in, unless the password has changed or the second factor is not proved. */
function open(
  needs: Needs,
  { id }: User,
  passwordHash: string,
  { deviceName, totp }: Pick<LogIn, 'deviceName' | 'totp'>,
) {
  const { clock, credentials, transact, users } = needs;
  return transact(async (tx) => {
    if (!(await credentials.confirmPasswordHash(tx, id, passwordHash, clock.now()))) {
      return { opened: null, refusals: invalidCredentials.refusals };
    }
    const code = await checkSecondFactor(needs, tx, id, totp);
    if (code !== null) return { opened: null, refusals: [refusal(code, 'totp')] };
    // Closed at this moment; why is told to the next attempt.
    if (!(await users.holdActive(tx, id))) {
      return { opened: null, refusals: invalidCredentials.refusals };
    }
    return { opened: await openAuthSession(needs, tx, id, deviceName), refusals: [] };
  });
}

const invalidCredentials = refused(refusal('INVALID_CREDENTIALS', 'password'));

interface Candidate {
  readonly user: User | null;
  readonly passwordHash: string | null;
}

/** The account of an address, or the sign-up that waits there. */
async function findCandidate(
  { users, credentials, registrations, clock }: Needs,
  email: string,
): Promise<Candidate> {
  const user = await users.findByEmail(email);
  if (user !== null) {
    return { user, passwordHash: await credentials.findPasswordHash(user.id) };
  }
  const registration = await registrations.findNewest(email, clock.now());
  return { user: null, passwordHash: registration?.passwordHash ?? null };
}
