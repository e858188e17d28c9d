import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { hashSecret } from './secret-token.ts';

/** A link for a new password that waits for its use. */
export interface PasswordReset {
  readonly userId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

interface PasswordResetDocument extends PasswordReset {
  /** The hash of the link's secret. */
  _id: string;
}

/** Links for new passwords. */
export type PasswordResetRepository = ReturnType<typeof createPasswordResetRepository>;

/** Reads and writes links for new passwords. */
export function createPasswordResetRepository({ db }: MongoStore) {
  const resets = openCollection<PasswordResetDocument>(
    db,
    'passwordResets',
    collections.passwordResets,
  );
  return {
    async insert(secret: string, reset: PasswordReset): Promise<void> {
      await resets.insertOne({ _id: hashSecret(secret), ...reset });
    },

    /** Whose link it is, without using it; null when it is unknown, used or too old. */
    async findUserId(secret: string, now: Date): Promise<string | null> {
      const reset = await resets.findOne({ _id: hashSecret(secret), expiresAt: { $gt: now } });
      return reset?.userId ?? null;
    },

    /** Uses the link; false when it has been used or has ended in the meantime. */
    async take({ session }: MongoTransaction, secret: string, now: Date): Promise<boolean> {
      const usable = { _id: hashSecret(secret), expiresAt: { $gt: now } };
      return (await resets.deleteOne(usable, { session })).deletedCount === 1;
    },

    async removeAll({ session }: MongoTransaction, userId: string): Promise<void> {
      await resets.deleteMany({ userId }, { session });
    },
  };
}
