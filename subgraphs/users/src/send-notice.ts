import type { Mail } from '@skillswap/kit/mail';
import type { Dependencies } from './dependencies.ts';

/**
 * Sends a mail about something that has happened already. Nobody waits for it, and unlike mails
 * that strangers cause it is not counted: an intruder cannot use up what warns the owner.
 */
export function sendNotice({ sendMail, log }: Pick<Dependencies, 'sendMail' | 'log'>, mail: Mail) {
  sendMail(mail).catch((error: unknown) => {
    log.error({ err: error, kind: mail.kind }, 'a notice could not be sent');
  });
}
