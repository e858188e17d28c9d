import type { Mail } from '@skillswap/kit/mail';
import type { Addressee } from './addressees.ts';
import { inEnglish } from './letter-in-english.ts';
import { inFrench } from './letter-in-french.ts';
import type { Letter } from './letter.ts';

/** A letter's words in one language. */
export interface LetterText {
  readonly subject: string;
  /** What follows the greeting. */
  readonly paragraphs: readonly string[];
}

/** Writes a letter in its reader's language and by their calendar. */
export function letterMail(letter: Letter, reader: Addressee): Mail {
  const isFrench = reader.preferredLanguage.split('-', 1)[0] === 'fr';
  const { subject, paragraphs } = (isFrench ? inFrench : inEnglish)(letter, reader.timeZone);
  const greeting = `${isFrench ? 'Bonjour' : 'Hello'} ${reader.displayName},`;
  return {
    kind: letter.kind,
    to: reader.email,
    subject,
    text: [greeting, ...paragraphs].join('\n\n'),
  };
}
