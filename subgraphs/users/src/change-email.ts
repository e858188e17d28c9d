import { unauthenticated } from '@skillswap/kit/errors';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import { changeEmailMail, emailChangedMail, emailTakenMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import { normaliseEmail } from './email-address.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { linkEnd } from './registration.ts';
import { newSecret } from './secret-token.ts';
import { sendNotice } from './send-notice.ts';
import { sendStrangersMail } from './send-strangers-mail.ts';
import { isFresh } from './step-up.ts';
import { transactAs, type Actor } from './transact-as.ts';
import type { User } from './user.ts';

/** Why another address is not asked for. */
export type ChangeEmailRefusal = 'INVALID_EMAIL' | 'UNCHANGED' | 'STEP_UP_REQUIRED';

type Needs = Pick<
  Dependencies,
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'emailChanges'
  | 'log'
  | 'passwordResets'
  | 'registrations'
  | 'sendMail'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/**
 * Mails a link to the wished address. It is answered before that address is looked up: whether it
 * has an account learns only its owner.
 */
export async function changeEmail(
  needs: Needs,
  actor: Actor,
  newAddress: string,
  clientAddress: string | null,
): Promise<Outcome<true, ChangeEmailRefusal>> {
  const { clock, emailChanges, throttles, users } = needs;
  await throttles.admitSignUp(clientAddress);
  if (!isFresh(actor, clock.now())) return refused(refusal('STEP_UP_REQUIRED'));
  const [user] = await users.findByIds([actor.id]);
  if (user?.state !== 'ACTIVE') throw unauthenticated();
  const email = normaliseEmail(newAddress);
  if (email === null) return refused(refusal('INVALID_EMAIL', 'newEmail'));
  if (email === user.email) return refused(refusal('UNCHANGED', 'newEmail'));

  const [secret, createdAt] = [newSecret(), clock.now()];
  const change = { userId: user.id, email, createdAt, expiresAt: linkEnd(createdAt) };
  await transactAs(needs, actor, async (tx) => {
    await emailChanges.removeAll(tx, user.id);
    await emailChanges.insert(tx, secret, change);
  });
  mailLink(needs, user, email, secret).catch((error: unknown) => {
    needs.log.error({ err: error }, 'sending a link to a new address failed');
  });
  return done(true);
}

async function mailLink(needs: Needs, user: User, email: string, secret: string): Promise<void> {
  const { appUrl, users } = needs;
  const owner = await users.findByEmail(email);
  await sendStrangersMail(
    needs,
    owner === null
      ? changeEmailMail({ ...user, email }, appUrl, secret)
      : emailTakenMail(owner, appUrl),
  );
}

/**
 * Changes the address by the link that was mailed there, and tells the former one. Links for new
 * passwords that were mailed to the former address end.
 */
export async function confirmEmailChange(
  needs: Needs,
  token: string,
): Promise<Outcome<true, 'INVALID_TOKEN'>> {
  const changed = await takeEmailChange(needs, token);
  if (changed === null) return refused(refusal('INVALID_TOKEN', 'token'));
  sendNotice(needs, emailChangedMail(changed.former, needs.appUrl));
  return done(true);
}

/** Null when the link is not good, or somebody else has the address now. */
async function takeEmailChange(
  { clock, emailChanges, passwordResets, registrations, transact, users }: Needs,
  token: string,
): Promise<{ readonly former: User } | null> {
  try {
    return await transact(async (tx) => {
      const change = await emailChanges.take(tx, token, clock.now());
      if (change === null) return null;
      const { userId, email } = change;
      const former = await users.changeEmail(tx, userId, email, clock.now());
      if (former === null) return null;
      await passwordResets.removeAll(tx, userId);
      await registrations.removeAll(tx, email);
      return { former };
    });
  } catch (error) {
    if (duplicateKeyIndex(error) === 'one_account_per_address') return null;
    throw error;
  }
}
