import type { Dependencies } from './dependencies.ts';
import { normaliseEmail } from './email-address.ts';
import { accountExistsMail, verifyEmailMail } from './mails.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { linkEnd } from './registration.ts';
import { newSecret } from './secret-token.ts';
import { sendStrangersMail } from './send-strangers-mail.ts';

type Needs = Pick<
  Dependencies,
  'clock' | 'users' | 'registrations' | 'throttles' | 'sendMail' | 'appUrl' | 'log'
>;

/**
 * Sends a sign-up's link again, as a further link beside the earlier ones. It is answered before the
 * address is looked up, so that neither answer nor time tells whether it is known.
 */
export async function resendVerification(
  needs: Needs,
  address: string,
  clientAddress: string | null,
): Promise<Outcome<true, 'INVALID_EMAIL'>> {
  await needs.throttles.admitSignUp(clientAddress);
  const email = normaliseEmail(address);
  if (email === null) return refused(refusal('INVALID_EMAIL', 'email'));
  send(needs, email).catch((error: unknown) => {
    needs.log.error({ err: error }, 'sending a link again failed');
  });
  return done(true);
}

async function send(needs: Needs, email: string): Promise<void> {
  const { clock, users, registrations, appUrl } = needs;
  const account = await users.findByEmail(email);
  if (account !== null) {
    await sendStrangersMail(needs, accountExistsMail(account, appUrl));
    return;
  }
  const now = clock.now();
  const registration = await registrations.findNewest(email, now);
  if (registration === null) return;
  const secret = newSecret();
  await registrations.insert(secret, { ...registration, createdAt: now, expiresAt: linkEnd(now) });
  await sendStrangersMail(needs, verifyEmailMail(registration, appUrl, secret));
}
