import type { DueWork } from '@skillswap/kit/due-work';
import type { SendMail } from '@skillswap/kit/mail';
import { sendOnce } from '@skillswap/kit/send-once';
import type { Addressees } from './addressees.ts';
import { letterMail } from './letter-mail.ts';
import type { LetterRepository } from './letter-repository.ts';
import { letterKinds } from './letter.ts';
import { readLetter, type LetterSources } from './read-letter.ts';

/** What it takes to write to people about money. */
export interface LetterOffice extends LetterSources {
  readonly addressees: Addressees;
  readonly letters: LetterRepository;
  readonly sendMail: SendMail;
}

/**
 * Sends a letter once, unless what it says is no longer true. Whoever paid is written to whatever
 * became of their account, except when it was deleted.
 */
export async function sendLetter(office: LetterOffice, { key, payload }: DueWork): Promise<void> {
  const { desk, addressees, letters, sendMail } = office;
  const kind = letterKinds.find((known) => known === payload['letter']);
  if (kind === undefined) throw new Error(`there is no letter ${String(payload['letter'])}`);
  const { id, period } = payload;
  const read = await readLetter(office, kind, {
    id: String(id),
    ...(period !== undefined && { period: new Date(period) }),
  });
  const reader = read && (await addressees.find(read.userId));
  if (read === null || reader === null || reader.state === 'DELETED') return;
  const right = {
    take: () => letters.take(key, desk.clock.now()),
    giveBack: () => letters.giveBack(key),
  };
  await sendOnce(sendMail, right, () => letterMail(read.letter, reader));
}
