import { serviceUnavailable } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import type { Message } from './message.ts';
import type { TranslationRepository } from './translation-repository.ts';
import type { Translator } from './translator.ts';

/** What translating needs. */
export interface Translating {
  readonly translations: TranslationRepository;
  /** Null where there is nothing that translates. */
  readonly translator: Translator | null;
  readonly log: Log;
}

/** A message that somebody wants to read in a language. */
export interface TranslationRequest {
  readonly message: Message;
  readonly language: string;
}

/**
 * The texts in the wanted languages, in the order of the requests: from what was translated before,
 * and what is missing by the translator. Null where there is nothing to translate; an error
 * where the translator fails. The message itself is never changed.
 */
export async function translateMessages(
  translating: Translating,
  requests: readonly TranslationRequest[],
): Promise<(string | null | Error)[]> {
  const wanted = requests.map(({ message, language }) => ({ messageId: message.id, language }));
  const kept = await translating.translations.find(wanted);
  const keptText = new Map(
    kept.map(({ messageId, language, original, text }) => [
      keyOf(messageId, language, original),
      text,
    ]),
  );
  return Promise.all(
    requests.map(async ({ message, language }) => {
      const { id, text, language: from } = message;
      if (text === null || (from !== null && isSameLanguage(from, language))) return null;
      const known = keptText.get(keyOf(id, language, text));
      return known ?? translate(translating, { id, text, from }, language);
    }),
  );
}

async function translate(
  { translations, translator, log }: Translating,
  { id, text, from }: { readonly id: string; readonly text: string; readonly from: string | null },
  language: string,
): Promise<string | null | Error> {
  try {
    const translated = (await translator?.translate(text, from, language)) ?? null;
    if (translated !== null) {
      await translations.keep({ messageId: id, language, original: text, text: translated });
    }
    return translated;
  } catch (error) {
    log.warn({ err: error }, 'translating failed');
    return serviceUnavailable();
  }
}

function isSameLanguage(one: string, other: string): boolean {
  return new Intl.Locale(one).language === new Intl.Locale(other).language;
}

function keyOf(messageId: string, language: string, original: string): string {
  return JSON.stringify([messageId, language, original]);
}
