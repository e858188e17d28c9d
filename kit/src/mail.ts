import type { Redis } from 'ioredis';
import { newId } from './id.ts';

/** A mail as the product writes it: plain text; links stand alone on their lines. */
export interface Mail {
  /** What it is for, `VERIFY_EMAIL` for instance. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the reader's calendar is to do, as an iCalendar message of this method. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** A mail as the development mailbox shows it. */
export interface MailboxEntry extends Mail {
  readonly id: string;
  readonly at: string;
  readonly html: string;
  readonly links: readonly string[];
}

/** Sends a mail, or throws when the mail server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

const mailboxKey = 'skillswap:mailbox';
const mailboxSize = 1_000;

/** Puts mails into the development mailbox, newest first. */
export function createMailbox(redis: Redis, now: () => Date): SendMail {
  return async (mail) => {
    const entry: MailboxEntry = {
      id: newId('eml'),
      at: now().toISOString(),
      ...mail,
      html: toHtml(mail.text),
      links: mail.text.match(/https?:\/\/\S+/g) ?? [],
    };
    await redis
      .pipeline()
      .lpush(mailboxKey, JSON.stringify(entry))
      .ltrim(mailboxKey, 0, mailboxSize - 1)
      .exec();
  };
}

/** The development mailbox, newest first, as JSON texts. */
export function readMailbox(redis: Redis): Promise<string[]> {
  return redis.lrange(mailboxKey, 0, -1);
}

/** The text as a page, its links to be followed. */
export function toHtml(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const linked = escaped.replaceAll(/https?:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`);
  return `<p>${linked.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')}</p>`;
}
