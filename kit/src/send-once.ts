import type { Mail, SendMail } from './mail.ts';

/** The right to send one letter, kept in a store. */
export interface LetterRight<Taken> {
  /** Takes it, and answers with what was taken; false when it was taken before, by whomever. */
  readonly take: () => Promise<Taken | false>;
  /** Makes it free to be taken again. */
  readonly giveBack: (taken: Taken) => Promise<unknown>;
}

/**
 * Writes a letter and sends it, unless its right was taken before. The right is taken in the store
 * before the letter goes to the mail server, so that of any number of processes one sends it. When the
 * mail server refuses it, or it cannot be written, the right is given back and the error thrown on:
 * whoever tries again sends it. A process killed between loses that letter rather than sending it
 * twice, and so does a store that does not take the right back. Only a mail server that takes a letter
 * and then fails to say so gets it again.
 */
export async function sendOnce<Taken>(
  sendMail: SendMail,
  { take, giveBack }: LetterRight<Taken>,
  write: (taken: Taken) => Mail,
): Promise<void> {
  const taken = await take();
  if (taken === false) return;
  try {
    await sendMail(write(taken));
  } catch (error) {
    await giveBack(taken);
    throw error;
  }
}
