import type { DueWork } from '@skillswap/kit/due-work';
import type { SendMail } from '@skillswap/kit/mail';
import type { Booking } from './booking.ts';
import { reminderMail } from './reminder-mail.ts';
import { counterpartId } from './session.ts';

/** What it takes to write to people about their sessions. */
export interface Mailing extends Pick<Booking, 'stores' | 'people' | 'now'> {
  readonly sendMail: SendMail;
  readonly appUrl: string;
  /** The address that mails come from. */
  readonly mailAddress: string;
}

/**
 * Reminds one person of one session, unless the session was cancelled, moved, or has started. A
 * reminder is marked as sent before it goes to the mail server, so that two runners, or one whose lease
 * ran out, never send it twice; it is unmarked when the mail server refuses it.
 */
export async function sendReminder(mailing: Mailing, { key, payload }: DueWork): Promise<void> {
  const { stores, people, now, sendMail, appUrl } = mailing;
  const userId = String(payload['userId']);
  const [session] = await stores.sessions.findByIds([String(payload['sessionId'])]);
  if (session?.status !== 'CONFIRMED' && session?.status !== 'RESCHEDULE_PENDING') return;
  if (session.startAt.getTime() !== payload['startAt'] || session.startAt <= now()) return;

  const otherId = counterpartId(session, userId);
  const found = await people.findByIds([userId, otherId]);
  const person = found.find(({ id }) => id === userId);
  if (person?.state !== 'ACTIVE' || person.email === null) return;
  const mail = reminderMail({
    to: person.email,
    language: person.preferredLanguage,
    timeZone: person.timeZone,
    recipientName: person.displayName,
    counterpartName: found.find(({ id }) => id === otherId)?.displayName ?? 'SkillSwap',
    startAt: session.startAt,
    minutesBefore: Number(payload['minutes']),
    link: `${appUrl}/sessions/${session.id}`,
  });

  const once = `${key}:${String(payload['startAt'])}`;
  if (!(await stores.reminders.take(once, now()))) return;
  try {
    await sendMail(mail);
  } catch (error) {
    await stores.reminders.giveBack(once);
    throw error;
  }
}
