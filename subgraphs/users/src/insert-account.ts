import { newId } from '@skillswap/kit/id';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Dependencies } from './dependencies.ts';
import { openAccount, type NewUser, type User } from './user.ts';

/** What an account is opened with: an address that is known to be the person's, and their consent. */
export interface NewAccount extends Pick<
  NewUser,
  'email' | 'displayName' | 'preferredLanguage' | 'timeZone'
> {
  readonly termsVersion: string;
  readonly consentedAt: Date;
}

type Needs = Pick<Dependencies, 'clock' | 'consents' | 'registrations' | 'users'>;

/**
 * Stores a new person without any way to log in, which the caller adds. The index
 * `one_account_per_address` refuses a second account; sign-ups that wait for the address are over.
 */
export async function insertAccount(
  { clock, consents, registrations, users }: Needs,
  tx: MongoTransaction,
  { email, displayName, preferredLanguage, timeZone, termsVersion, consentedAt }: NewAccount,
): Promise<User> {
  const user = openAccount({
    id: newId('usr'),
    email,
    displayName,
    preferredLanguage,
    languages: [preferredLanguage],
    timeZone,
    createdAt: clock.now(),
  });
  await users.insert(tx, user);
  await consents.insert(tx, {
    userId: user.id,
    purpose: 'TERMS',
    version: termsVersion,
    grantedAt: consentedAt,
  });
  await registrations.removeAll(tx, email);
  tx.emit('user.registered', {
    userId: user.id,
    version: user.version,
    displayName,
    timeZone,
    languages: user.languages,
    preferredLanguage,
    contactableBy: user.contactableBy,
  });
  return user;
}
