import type { Mail } from '@skillswap/kit/mail';
import type { Person } from './people.ts';
import { localStart } from './local-start.ts';
import { invitationCalendar } from './session-calendar.ts';
import type { Session } from './session.ts';

/** Who is told of which session, and by whom. */
export interface InvitationLetter {
  readonly session: Session;
  readonly reader: Person & { readonly email: string };
  readonly counterpartName: string;
  /** Where the session can be looked at. */
  readonly link: string;
  readonly organizerEmail: string;
}

/**
 * Writes to a person that a session is agreed, moved or called off, in their language and by their
 * clock, with what their calendar makes of it.
 */
export function invitationMail(letter: InvitationLetter): Mail {
  const { session, reader } = letter;
  const isOff = session.status === 'CANCELLED';
  const isFrench = reader.preferredLanguage?.toLowerCase().startsWith('fr') ?? false;
  const { subject, text } = isFrench ? inFrench(letter, isOff) : inEnglish(letter, isOff);
  return {
    kind: isOff ? 'SESSION_CANCELLED' : 'SESSION_INVITATION',
    to: reader.email,
    subject,
    text,
    calendar: { method: isOff ? 'CANCEL' : 'REQUEST', content: invitationCalendar(letter) },
  };
}

function inEnglish({ session, reader, counterpartName, link }: InvitationLetter, isOff: boolean) {
  const start = localStart(session.startAt, reader.timeZone, 'en-GB');
  const fact = isOff ? `on ${start} is cancelled` : `is on ${start}`;
  return {
    subject: isOff
      ? `Your session with ${counterpartName} is cancelled`
      : `Your session with ${counterpartName}`,
    text: [
      `Hello ${reader.displayName},`,
      `your session with ${counterpartName} ${fact}.`,
      `Everything about it is here:\n${link}`,
    ].join('\n\n'),
  };
}

function inFrench({ session, reader, counterpartName, link }: InvitationLetter, isOff: boolean) {
  const start = localStart(session.startAt, reader.timeZone, 'fr-FR');
  const fact = isOff ? `du ${start} est annulée` : `aura lieu le ${start}`;
  return {
    subject: isOff
      ? `Votre session avec ${counterpartName} est annulée`
      : `Votre session avec ${counterpartName}`,
    text: [
      `Bonjour ${reader.displayName},`,
      `votre session avec ${counterpartName} ${fact}.`,
      `Tous les détails sont ici :\n${link}`,
    ].join('\n\n'),
  };
}
