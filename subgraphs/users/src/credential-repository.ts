import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

/** Kept apart from people, so that no query of a profile can carry a hash along. */
interface CredentialDocument {
  /** The person's id. */
  _id: string;
  passwordHash: string;
  changedAt: Date;
}

/** Password hashes, by person. */
export type CredentialRepository = ReturnType<typeof createCredentialRepository>;

/** Reads and writes password hashes. */
export function createCredentialRepository({ db }: MongoStore) {
  const credentials = openCollection<CredentialDocument>(
    db,
    'credentials',
    collections.credentials,
  );
  return {
    async findPasswordHash(userId: string): Promise<string | null> {
      return (await credentials.findOne({ _id: userId }))?.passwordHash ?? null;
    },

    async insert(
      tx: MongoTransaction,
      userId: string,
      passwordHash: string,
      changedAt: Date,
    ): Promise<void> {
      await credentials.insertOne(
        { _id: userId, passwordHash, changedAt },
        { session: tx.session },
      );
    },
  };
}
