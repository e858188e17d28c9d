import { unauthenticated } from '@skillswap/kit/errors';
import { passwordChangedMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import { revokeAuthSessions, type Ended } from './end-auth-sessions.ts';
import { refuseNewPassword, type NewPasswordRefusal } from './new-password.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { sendNotice } from './send-notice.ts';
import { transactAs, type Actor } from './transact-as.ts';

/** Why a password is not changed. */
export type ChangePasswordRefusal = NewPasswordRefusal | 'WRONG_PASSWORD';

/** The password of now and the one after it. */
export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

type Needs = Pick<
  Dependencies,
  | 'announceRevocations'
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'credentials'
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
 * Changes the password of somebody who knows the current one, and ends their other log-ins. Wrong
 * ones count as failed log-ins, so that a borrowed device is no way around that limit.
 */
export async function changePassword(
  needs: Needs,
  actor: Actor,
  { currentPassword, newPassword }: PasswordChange,
  clientAddress: string | null,
): Promise<Outcome<true, ChangePasswordRefusal>> {
  const { credentials, passwords, throttles, users } = needs;
  const [user] = await users.findByIds([actor.id]);
  if (user?.state !== 'ACTIVE') throw unauthenticated();
  const currentHash = await credentials.findPasswordHash(user.id);
  const matches = await passwords.matches(currentHash, currentPassword, () =>
    throttles.admitLogIn(user.email, clientAddress),
  );
  if (!matches || currentHash === null) return wrongPassword;
  await throttles.forgiveLogIn(user.email, clientAddress);

  const code = await refuseNewPassword(needs, newPassword, user);
  if (code !== null) return refused(refusal(code, 'newPassword'));
  const newHash = await passwords.hash(newPassword);
  const ended = await replacePassword(needs, actor, currentHash, newHash);
  if (ended === null) return wrongPassword;
  await needs.announceRevocations(ended);
  sendNotice(needs, passwordChangedMail(user, needs.appUrl));
  return done(true);
}

const wrongPassword = refused(refusal('WRONG_PASSWORD', 'currentPassword'));

/** The log-ins that ended; null when the password was changed by another request meanwhile. */
function replacePassword(
  needs: Needs,
  actor: Actor,
  currentHash: string,
  newHash: string,
): Promise<Ended | null> {
  const { clock, credentials, passwordResets } = needs;
  return transactAs(needs, actor, async (tx) => {
    const now = clock.now();
    if (!(await credentials.replacePasswordHash(tx, actor.id, currentHash, newHash, now))) {
      return null;
    }
    await passwordResets.removeAll(tx, actor.id);
    return revokeAuthSessions(needs, tx, { userId: actor.id, except: actor.authSessionId });
  });
}
