import type { Mail } from '@skillswap/kit/mail';
import { localStart } from './local-start.ts';

/** Who is reminded of what. */
export interface Reminder {
  readonly to: string;
  readonly language: string | null;
  readonly timeZone: string;
  readonly recipientName: string;
  readonly counterpartName: string;
  readonly startAt: Date;
  readonly minutesBefore: number;
  /** Where the session can be looked at. */
  readonly link: string;
}

/** Writes the reminder in the person's language, with the start by their own clock. */
export function reminderMail(reminder: Reminder): Mail {
  const isFrench = reminder.language?.toLowerCase().startsWith('fr') ?? false;
  const { subject, text } = isFrench ? inFrench(reminder) : inEnglish(reminder);
  return { kind: 'SESSION_REMINDER', to: reminder.to, subject, text };
}

function inEnglish(reminder: Reminder) {
  const { recipientName, counterpartName, minutesBefore, startAt, timeZone, link } = reminder;
  const soon = minutesBefore >= 1_440 ? 'tomorrow' : 'soon';
  return {
    subject: `Your session with ${counterpartName} is ${soon}`,
    text: [
      `Hello ${recipientName},`,
      `your session with ${counterpartName} starts on ${localStart(startAt, timeZone, 'en-GB')}.`,
      `Everything about it is here:\n${link}`,
    ].join('\n\n'),
  };
}

function inFrench(reminder: Reminder) {
  const { recipientName, counterpartName, minutesBefore, startAt, timeZone, link } = reminder;
  const soon = minutesBefore >= 1_440 ? 'demain' : 'bientôt';
  return {
    subject: `Votre session avec ${counterpartName}, c’est ${soon}`,
    text: [
      `Bonjour ${recipientName},`,
      `votre session avec ${counterpartName} commence le ${localStart(startAt, timeZone, 'fr-FR')}.`,
      `Tous les détails sont ici :\n${link}`,
    ].join('\n\n'),
  };
}
