import type { Mail, SendMail } from '@skillswap/kit/mail';
import { sendOnce } from '@skillswap/kit/send-once';
import type { Booking } from './booking.ts';

/** What it takes to write to people about their sessions. */
export interface Mailing extends Pick<Booking, 'stores' | 'people' | 'now'> {
  readonly sendMail: SendMail;
  readonly appUrl: string;
  /** The address that mails come from. */
  readonly mailAddress: string;
}

/** Sends a letter, unless one went out under this name before; see `sendOnce`. */
export function sendLetter(
  { stores, now, sendMail }: Pick<Mailing, 'stores' | 'now' | 'sendMail'>,
  name: string,
  mail: Mail,
): Promise<void> {
  const right = {
    take: () => stores.reminders.take(name, now()),
    giveBack: () => stores.reminders.giveBack(name),
  };
  return sendOnce(sendMail, right, () => mail);
}
