import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** A message's text in another language. */
export interface Translation {
  readonly messageId: string;
  readonly language: string;
  /** The text that was translated: an edited message is translated anew. */
  readonly original: string;
  readonly text: string;
}

/** Queries on translations that were made before. */
export type TranslationRepository = ReturnType<typeof createTranslationRepository>;

/** Opens the translations: one per message and language. */
export function createTranslationRepository(db: Db) {
  const translations = openCollection<Translation & { _id: string; at: Date }>(
    db,
    'translations',
    collections.translations,
  );
  const idOf = (messageId: string, language: string) => `${messageId}:${language}`;
  return {
    async find(
      wanted: readonly { readonly messageId: string; readonly language: string }[],
    ): Promise<Translation[]> {
      const ids = wanted.map(({ messageId, language }) => idOf(messageId, language));
      return translations.find({ _id: { $in: ids } }).toArray();
    },

    async keep(translation: Translation): Promise<void> {
      const _id = idOf(translation.messageId, translation.language);
      // The engine's own time, by which it also lets them expire.
      const change = { $set: { ...translation }, $currentDate: { at: true } } as const;
      await translations.updateOne({ _id }, change, { upsert: true });
    },

    async remove({ session }: MongoTransaction, messageId: string): Promise<void> {
      await translations.deleteMany({ messageId }, { session });
    },
  };
}
