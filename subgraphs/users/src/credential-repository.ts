import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

/** Kept apart from people, so that no query of a profile can carry a hash along. */
interface CredentialDocument {
  /** The person's id. */
  _id: string;
  passwordHash: string;
  changedAt: Date;
  /** The latest log-in by it. */
  usedAt?: Date;
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

    /** Whether a person has a password at all. */
    async has(userId: string, tx?: MongoTransaction): Promise<boolean> {
      const options = { projection: { _id: 1 }, ...(tx && { session: tx.session }) };
      return (await credentials.findOne({ _id: userId }, options)) !== null;
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

    /**
     * True while this hash is the person's. Written to, so that a log-in by it and a change of the
     * password at the same moment come one after the other.
     */
    async confirmPasswordHash(
      { session }: MongoTransaction,
      userId: string,
      passwordHash: string,
      usedAt: Date,
    ): Promise<boolean> {
      const current = { _id: userId, passwordHash };
      const { matchedCount } = await credentials.updateOne(
        current,
        { $set: { usedAt } },
        { session },
      );
      return matchedCount === 1;
    },

    /** Sets the password, also the first one of a person who logs in by other means. */
    async setPasswordHash(
      { session }: MongoTransaction,
      userId: string,
      passwordHash: string,
      changedAt: Date,
    ): Promise<void> {
      const $set = { passwordHash, changedAt };
      await credentials.updateOne({ _id: userId }, { $set }, { session, upsert: true });
    },

    /** Sets a new hash in the place of this one; false when it is another one by now. */
    async replacePasswordHash(
      { session }: MongoTransaction,
      userId: string,
      currentHash: string,
      passwordHash: string,
      changedAt: Date,
    ): Promise<boolean> {
      const $set = { passwordHash, changedAt };
      const current = { _id: userId, passwordHash: currentHash };
      return (await credentials.updateOne(current, { $set }, { session })).modifiedCount === 1;
    },
  };
}
