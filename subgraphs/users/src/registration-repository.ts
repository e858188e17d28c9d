import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Registration } from './registration.ts';
import { hashSecret } from './secret-token.ts';

interface RegistrationDocument extends Registration {
  /** The hash of the link's secret. */
  _id: string;
}

/** Sign-ups that wait for their links to be used. */
export type RegistrationRepository = ReturnType<typeof createRegistrationRepository>;

/** Reads and writes waiting sign-ups. */
export function createRegistrationRepository({ db }: MongoStore) {
  const registrations = openCollection<RegistrationDocument>(
    db,
    'registrations',
    collections.registrations,
  );
  return {
    async insert(secret: string, registration: Registration): Promise<void> {
      await registrations.insertOne({ _id: hashSecret(secret), ...registration });
    },

    async findNewest(email: string, now: Date): Promise<Registration | null> {
      return registrations.findOne(
        { email, expiresAt: { $gt: now } },
        { sort: { createdAt: -1 }, projection: { _id: 0 } },
      );
    },

    /** Takes the sign-up that the secret belongs to; null when it is unknown, used or too old. */
    async take(tx: MongoTransaction, secret: string, now: Date): Promise<Registration | null> {
      return registrations.findOneAndDelete(
        { _id: hashSecret(secret), expiresAt: { $gt: now } },
        { session: tx.session, projection: { _id: 0 } },
      );
    },

    async removeAll(tx: MongoTransaction, email: string): Promise<void> {
      await registrations.deleteMany({ email }, { session: tx.session });
    },
  };
}
