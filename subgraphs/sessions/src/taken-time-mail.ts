import type { Mail } from '@skillswap/kit/mail';
import { localStart } from './local-start.ts';
import type { Person } from './people.ts';

/** Whose proposal can no longer be agreed to as it stands. */
export interface TakenTimeLetter {
  readonly reader: Person & { readonly email: string };
  readonly counterpartName: string;
  /** The start that was proposed. */
  readonly startAt: Date;
  /** Where the proposal can be looked at. */
  readonly link: string;
}

/** Tells a person, in their language and by their clock, that the time of a proposal is taken. */
export function takenTimeMail(letter: TakenTimeLetter): Mail {
  const isFrench = letter.reader.preferredLanguage?.toLowerCase().startsWith('fr') ?? false;
  const { subject, text } = isFrench ? inFrench(letter) : inEnglish(letter);
  return { kind: 'SESSION_TIME_TAKEN', to: letter.reader.email, subject, text };
}

function inEnglish({ reader, counterpartName, startAt, link }: TakenTimeLetter) {
  const start = localStart(startAt, reader.timeZone, 'en-GB');
  return {
    subject: `The time of your proposal with ${counterpartName} is taken`,
    text: [
      `Hello ${reader.displayName},`,
      `the session with ${counterpartName} that was proposed for ${start} can no longer take place then.`,
      `Another time can be agreed on here:\n${link}`,
    ].join('\n\n'),
  };
}

function inFrench({ reader, counterpartName, startAt, link }: TakenTimeLetter) {
  const start = localStart(startAt, reader.timeZone, 'fr-FR');
  return {
    subject: `Le créneau de votre proposition avec ${counterpartName} est pris`,
    text: [
      `Bonjour ${reader.displayName},`,
      `la session avec ${counterpartName} proposée pour le ${start} ne peut plus avoir lieu à ce moment-là.`,
      `Vous pouvez convenir d’un autre moment ici :\n${link}`,
    ].join('\n\n'),
  };
}
