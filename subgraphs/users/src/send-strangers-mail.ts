import type { Mail } from '@skillswap/kit/mail';
import type { Dependencies } from './dependencies.ts';

type Needs = Pick<Dependencies, 'throttles' | 'sendMail' | 'log'>;

/**
 * Sends a mail that anybody can cause to be sent to an address. A recipient gets a bounded number of
 * them, silently. False when the mail server did not take it; the person can ask again.
 */
export async function sendStrangersMail(needs: Needs, mail: Mail): Promise<boolean> {
  const { throttles, sendMail, log } = needs;
  if (!(await throttles.admitMail(mail.to))) return true;
  try {
    await sendMail(mail);
    return true;
  } catch (error) {
    log.error({ err: error, kind: mail.kind }, 'a mail could not be sent');
    return false;
  }
}
