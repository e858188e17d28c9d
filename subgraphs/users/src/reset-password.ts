import { passwordChangedMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import { revokeAuthSessions, type Ended } from './end-auth-sessions.ts';
import { refuseNewPassword, type NewPasswordRefusal } from './new-password.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { sendNotice } from './send-notice.ts';
import { mayResetPassword, type User } from './user.ts';

/** Why a link does not set a new password. */
export type ResetPasswordRefusal = NewPasswordRefusal | 'INVALID_TOKEN';

/** What somebody sets a new password with. */
export interface PasswordByLink {
  readonly token: string;
  readonly newPassword: string;
}

type Needs = Pick<
  Dependencies,
  | 'announceRevocations'
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'credentials'
  | 'emailChanges'
  | 'isBreachedPassword'
  | 'log'
  | 'passwordResets'
  | 'passwords'
  | 'revocations'
  | 'sendMail'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/**
 * Sets a new password by a mailed link and ends every log-in, as well as other links and wishes for
 * another address: whoever lost the account to an intruder has it back alone. A refused password
 * does not use the link up.
 */
export async function resetPassword(
  needs: Needs,
  { token, newPassword }: PasswordByLink,
  clientAddress: string | null,
): Promise<Outcome<true, ResetPasswordRefusal>> {
  await needs.throttles.admitSignUp(clientAddress);
  const user = await findOwner(needs, token);
  if (user === null) return invalidToken;
  const code = await refuseNewPassword(needs, newPassword, user);
  if (code !== null) return refused(refusal(code, 'newPassword'));

  const passwordHash = await needs.passwords.hash(newPassword);
  const ended = await setByLink(needs, user.id, token, passwordHash);
  if (ended === null) return invalidToken;
  await needs.announceRevocations(ended);
  await needs.throttles.forgiveLogIn(user.email, null);
  sendNotice(needs, passwordChangedMail(user, needs.appUrl));
  return done(true);
}

const invalidToken = refused(refusal('INVALID_TOKEN', 'token'));

async function findOwner(
  { passwordResets, users, clock }: Needs,
  token: string,
): Promise<User | null> {
  const userId = await passwordResets.findUserId(token, clock.now());
  if (userId === null) return null;
  const [user] = await users.findByIds([userId]);
  return user !== undefined && mayResetPassword(user) ? user : null;
}

/** The log-ins that ended; null when the link was used at the same moment. */
function setByLink(
  needs: Needs,
  userId: string,
  token: string,
  passwordHash: string,
): Promise<Ended | null> {
  const { clock, credentials, emailChanges, passwordResets, transact } = needs;
  return transact(async (tx) => {
    if (!(await passwordResets.take(tx, token, clock.now()))) return null;
    await credentials.setPasswordHash(tx, userId, passwordHash, clock.now());
    await passwordResets.removeAll(tx, userId);
    await emailChanges.removeAll(tx, userId);
    return revokeAuthSessions(needs, tx, { userId });
  });
}
