/** The changes of a session that its conversation is told of. */
export const noticeKinds = [
  'SESSION_CONFIRMED',
  'SESSION_DECLINED',
  'SESSION_EXPIRED',
  'SESSION_CANCELLED',
  'SESSION_RESCHEDULED',
  'SESSION_DONE',
  'SESSION_NO_SHOW',
] as const;

/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number];

/** What a message says that nobody wrote. It is put into words for each reader. */
export interface Notice {
  readonly kind: NoticeKind;
  /** When the session begins. */
  readonly startAt: Date;
}

/** How somebody likes to be told. */
export interface Reader {
  readonly userId: string;
  readonly language: string | null;
  readonly timeZone: string;
}

type Wording = Readonly<Record<NoticeKind, (start: string) => string>>;

const english: Wording = {
  SESSION_CONFIRMED: (start) => `The session is confirmed for ${start}.`,
  SESSION_DECLINED: () => 'The session was declined.',
  SESSION_EXPIRED: () => 'Nobody answered the proposal in time.',
  SESSION_CANCELLED: () => 'The session was cancelled.',
  SESSION_RESCHEDULED: (start) => `The session has moved to ${start}.`,
  SESSION_DONE: () => 'The session is over.',
  SESSION_NO_SHOW: () => 'Somebody did not come to the session.',
};

const french: Wording = {
  SESSION_CONFIRMED: (start) => `La session est confirmée pour le ${start}.`,
  SESSION_DECLINED: () => 'La session a été refusée.',
  SESSION_EXPIRED: () => 'La proposition est restée sans réponse.',
  SESSION_CANCELLED: () => 'La session a été annulée.',
  SESSION_RESCHEDULED: (start) => `La session est déplacée au ${start}.`,
  SESSION_DONE: () => 'La session est terminée.',
  SESSION_NO_SHOW: () => 'Quelqu’un n’est pas venu à la session.',
};

const wordings = {
  en: { words: english, locale: 'en-GB' },
  fr: { words: french, locale: 'fr-FR' },
} as const;

/** The language in which notices are read: French for those who prefer it, else English. */
export function noticeLanguage(preferred: string | null): keyof typeof wordings {
  return preferred !== null && /^fr\b/i.test(preferred) ? 'fr' : 'en';
}

/** The notice in words, with times as they are where the reader is. */
export function wordNotice({ kind, startAt }: Notice, reader: Reader | null): string {
  const { words, locale } = wordings[noticeLanguage(reader?.language ?? null)];
  const timeZone = reader?.timeZone ?? 'UTC';
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  return words[kind](new Intl.DateTimeFormat(locale, format).format(startAt));
}

/** The notice in a language, as {@link wordNotice}; null when it has no words in it. */
export function translateNotice(notice: Notice, language: string, reader: Reader | null) {
  const spoken = noticeLanguage(language);
  if (new Intl.Locale(language).language !== spoken) return null;
  const { userId, timeZone } = reader ?? { userId: '', timeZone: 'UTC' };
  return { text: wordNotice(notice, { userId, timeZone, language: spoken }), language: spoken };
}
