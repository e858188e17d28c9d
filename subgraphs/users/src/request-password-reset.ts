import { resetPasswordMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import { normaliseEmail } from './email-address.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { newSecret } from './secret-token.ts';
import { sendStrangersMail } from './send-strangers-mail.ts';
import { mayResetPassword } from './user.ts';

type Needs = Pick<
  Dependencies,
  'clock' | 'users' | 'passwordResets' | 'throttles' | 'sendMail' | 'appUrl' | 'log'
>;

const lifeMilliseconds = 3_600_000;

/**
 * Mails a link for a new password. It is answered before the address is looked up, so that neither
 * answer nor time tells whether it has an account.
 */
export async function requestPasswordReset(
  needs: Needs,
  address: string,
  clientAddress: string | null,
): Promise<Outcome<true, 'INVALID_EMAIL'>> {
  await needs.throttles.admitSignUp(clientAddress);
  const email = normaliseEmail(address);
  if (email === null) return refused(refusal('INVALID_EMAIL', 'email'));
  send(needs, email).catch((error: unknown) => {
    needs.log.error({ err: error }, 'sending a link for a new password failed');
  });
  return done(true);
}

async function send(needs: Needs, email: string): Promise<void> {
  const { clock, users, passwordResets, appUrl } = needs;
  const user = await users.findByEmail(email);
  if (user === null || !mayResetPassword(user)) return;
  const secret = newSecret();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifeMilliseconds);
  await passwordResets.insert(secret, { userId: user.id, createdAt, expiresAt });
  await sendStrangersMail(needs, resetPasswordMail(user, appUrl, secret));
}
