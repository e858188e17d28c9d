import type { DueWork } from '@skillswap/kit/due-work';
import { sendLetter, type Mailing } from './mailing.ts';
import { holdsTime } from './session-status.ts';
import { counterpartId, isParticipant, participantIds, type Session } from './session.ts';
import { takenTimeMail } from './taken-time-mail.ts';

/**
 * Writes to those with whom one of a session's people was planning something else at its time, unless
 * it has lost that time since. A proposal's person gets one such letter for a time, whatever takes it.
 */
export async function tellOfTakenTime(mailing: Mailing, { payload }: DueWork): Promise<void> {
  const { stores, now } = mailing;
  const [session] = await stores.sessions.findByIds([String(payload['sessionId'])]);
  if (session === undefined || !holdsTime(session.status)) return;
  if (session.startAt.getTime() !== payload['startAt']) return;
  const span = { start: session.startAt.getTime(), end: session.endAt.getTime() };
  const both = participantIds(session);
  for (const proposal of await stores.sessions.findAwaitingAnswer(both, span, now())) {
    for (const userId of both) {
      const isOne = isParticipant(proposal, userId);
      const otherId = counterpartId(proposal, userId);
      if (isOne && !both.includes(otherId)) await tell(mailing, proposal, userId, otherId);
    }
  }
}

async function tell(
  mailing: Mailing,
  { id, startAt }: Session,
  takenId: string,
  readerId: string,
): Promise<void> {
  const { stores, people, appUrl } = mailing;
  if ((await stores.people.findBlocked(readerId, [takenId])).length > 0) return;
  const found = await people.findByIds([readerId, takenId]);
  const reader = found.find((person) => person.id === readerId);
  if (reader?.state !== 'ACTIVE' || reader.email === null) return;
  const mail = takenTimeMail({
    reader: { ...reader, email: reader.email },
    counterpartName: found.find((person) => person.id === takenId)?.displayName ?? 'SkillSwap',
    startAt,
    link: `${appUrl}/sessions/${id}`,
  });
  const name = `taken:${id}:${readerId}:${String(startAt.getTime())}`;
  await sendLetter(mailing, name, mail);
}
