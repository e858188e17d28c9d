import type { Mail, SendMail } from '@skillswap/kit/mail';
import type { Booking } from './booking.ts';

/** What it takes to write to people about their sessions. */
export interface Mailing extends Pick<Booking, 'stores' | 'people' | 'now'> {
  readonly sendMail: SendMail;
  readonly appUrl: string;
  /** The address that mails come from. */
  readonly mailAddress: string;
}

/**
 * Sends a letter unless one went out under this name before. It is marked as sent before it goes to
 * the mail server, so that two runners, or one whose lease ran out, never send it twice; it is
 * unmarked, and the error thrown on, when the mail server refuses it.
 */
export async function sendOnce(
  { stores, now, sendMail }: Pick<Mailing, 'stores' | 'now' | 'sendMail'>,
  name: string,
  mail: Mail,
): Promise<void> {
  if (!(await stores.reminders.take(name, now()))) return;
  try {
    await sendMail(mail);
  } catch (error) {
    await stores.reminders.giveBack(name);
    throw error;
  }
}
