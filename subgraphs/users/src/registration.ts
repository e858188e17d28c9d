/**
 * A sign-up that waits for its link to be used. Nobody has an account before: of several sign-ups
 * for one address the one whose link its owner uses counts, with that one's password, so that
 * nobody can prepare an account for somebody else's address.
 */
export interface Registration {
  readonly email: string;
  readonly passwordHash: string;
  readonly displayName: string;
  readonly preferredLanguage: string;
  readonly timeZone: string;
  readonly termsVersion: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The terms of use that are in force. */
export const currentTermsVersion = '1';

const lifeMilliseconds = 24 * 3_600_000;

/** When a link that is sent now ends. */
export function linkEnd(now: Date): Date {
  return new Date(now.getTime() + lifeMilliseconds);
}
