import { createTransport } from 'nodemailer';
import { toHtml, type SendMail } from './mail.ts';

/** Sends by SMTP. `from` is the sender's address. */
export function createSmtpMailer(smtpUrl: string, from: string): SendMail {
  const transport = createTransport(smtpUrl);
  return async ({ to, subject, text, calendar }) => {
    const invitation = calendar && { icalEvent: { filename: 'session.ics', ...calendar } };
    await transport.sendMail({ from, to, subject, text, html: toHtml(text), ...invitation });
  };
}
