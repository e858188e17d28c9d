import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { Reader } from './notice.ts';

interface ReaderDocument {
  _id: string;
  version: number;
  language: string | null;
  timeZone: string;
}

/** Queries on how people like to be told. */
export type ReaderRepository = ReturnType<typeof createReaderRepository>;

/** Opens the readers: what the users subgraph has told of people's languages and time zones. */
export function createReaderRepository(db: Db) {
  const readers = openCollection<ReaderDocument>(db, 'readers', collections.readers);
  return {
    async findByIds(userIds: readonly string[]): Promise<Reader[]> {
      const rows = await readers.find({ _id: { $in: [...userIds] } }).toArray();
      return rows.map(({ _id, language, timeZone }) => ({ userId: _id, language, timeZone }));
    },

    /** Keeps what is told, unless something newer is known. */
    async learn(
      { session }: MongoTransaction,
      { userId, language, timeZone }: Reader,
      version: number,
    ): Promise<void> {
      await readers.updateOne(
        { _id: userId },
        { $setOnInsert: { version: -1, language: null, timeZone } },
        { session, upsert: true },
      );
      await readers.updateOne(
        { _id: userId, version: { $lt: version } },
        { $set: { version, language, timeZone } },
        { session },
      );
    },
  };
}
