import type { DueWork } from '@skillswap/kit/due-work';
import { invitationMail } from './invitation-mail.ts';
import { sendLetter, type Mailing } from './mailing.ts';
import { participantIds } from './session.ts';

/**
 * Writes to both people what has become of their session, unless that is no longer so: whoever moved
 * or cancelled it since has planned letters of their own. Each letter goes out once, like a reminder.
 */
export async function sendInvitations(mailing: Mailing, { key, payload }: DueWork): Promise<void> {
  const { stores, people, now, appUrl, mailAddress } = mailing;
  const [session] = await stores.sessions.findByIds([String(payload['sessionId'])]);
  if (session === undefined || session.startAt.getTime() !== payload['startAt']) return;
  const isOff = session.status === 'CANCELLED';
  if (isOff !== (payload['isOff'] === 1) || session.startAt <= now()) return;

  const both = participantIds(session);
  const found = await people.findByIds(both);
  for (const reader of found) {
    const { id, email, state } = reader;
    if (state !== 'ACTIVE' || email === null || !both.includes(id)) continue;
    const letter = {
      session,
      reader: { ...reader, email },
      counterpartName: found.find((person) => person.id !== id)?.displayName ?? 'SkillSwap',
      link: `${appUrl}/sessions/${session.id}`,
      organizerEmail: mailAddress,
    };
    await sendLetter(mailing, `${key}:${id}`, invitationMail(letter));
  }
}
