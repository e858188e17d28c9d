import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { hashSecret } from './secret-token.ts';

/** A wish for another address that waits for the link mailed there. */
export interface EmailChange {
  readonly userId: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

interface EmailChangeDocument extends EmailChange {
  /** The hash of the link's secret. */
  _id: string;
}

/** Wishes for other addresses. */
export type EmailChangeRepository = ReturnType<typeof createEmailChangeRepository>;

/** Reads and writes wishes for other addresses. */
export function createEmailChangeRepository({ db }: MongoStore) {
  const changes = openCollection<EmailChangeDocument>(db, 'emailChanges', collections.emailChanges);
  return {
    async insert(
      { session }: MongoTransaction,
      secret: string,
      change: EmailChange,
    ): Promise<void> {
      await changes.insertOne({ _id: hashSecret(secret), ...change }, { session });
    },

    /** Takes the wish that the secret belongs to; null when it is unknown, used or too old. */
    async take(
      { session }: MongoTransaction,
      secret: string,
      now: Date,
    ): Promise<EmailChange | null> {
      return changes.findOneAndDelete(
        { _id: hashSecret(secret), expiresAt: { $gt: now } },
        { session, projection: { _id: 0 } },
      );
    },

    async removeAll({ session }: MongoTransaction, userId: string): Promise<void> {
      await changes.deleteMany({ userId }, { session });
    },
  };
}
