import type { DueWork } from '@skillswap/kit/due-work';
import { sendLetter, type Mailing } from './mailing.ts';
import { reminderMail } from './reminder-mail.ts';
import { counterpartId } from './session.ts';

/** Reminds one person of one session, unless the session was cancelled, moved, or has started. */
export async function sendReminder(mailing: Mailing, { key, payload }: DueWork): Promise<void> {
  const { stores, people, now, appUrl } = mailing;
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

  await sendLetter(mailing, `${key}:${String(payload['startAt'])}`, mail);
}
