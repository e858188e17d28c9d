import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import type { Dependencies } from './dependencies.ts';
import { insertAccount } from './insert-account.ts';
import {
  issueTokens,
  openAuthSession,
  refuseDeviceName,
  type AuthTokens,
  type OpenedAuthSession,
} from './open-auth-session.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import type { User } from './user.ts';

/** A person who is now logged in on a device. */
export interface LoggedIn {
  readonly user: User;
  readonly auth: AuthTokens;
}

/** Why a link does not open an account. */
export type VerifyEmailRefusal = 'INVALID_TOKEN' | 'TOO_LONG' | 'INVALID_TEXT';

type Needs = Pick<
  Dependencies,
  | 'clock'
  | 'transact'
  | 'users'
  | 'credentials'
  | 'registrations'
  | 'consents'
  | 'authSessions'
  | 'issueAccessToken'
>;

/**
 * Turns a waiting sign-up into an account and logs in. Of two uses of one link, and of two links for
 * one address, exactly one opens the account.
 */
export async function verifyEmail(
  needs: Needs,
  {
    token,
    deviceName,
  }: { readonly token: string; readonly deviceName?: string | null | undefined },
): Promise<Outcome<LoggedIn, VerifyEmailRefusal>> {
  const nameRefusal = refuseDeviceName(deviceName);
  if (nameRefusal !== null) return refused(refusal(nameRefusal, 'deviceName'));
  const opened = await openUnlessTaken(needs, token, deviceName);
  if (opened === null) return refused(refusal('INVALID_TOKEN', 'token'));
  const { user, ...session } = opened;
  return done({ user, auth: await issueTokens(needs, user, session) });
}

type Opened = OpenedAuthSession & { readonly user: User };

async function openUnlessTaken(
  needs: Needs,
  token: string,
  deviceName: string | null | undefined,
): Promise<Opened | null> {
  const { clock, credentials, transact, registrations } = needs;
  try {
    return await transact(async (tx) => {
      const registration = await registrations.take(tx, token, clock.now());
      if (registration === null) return null;
      const { passwordHash, createdAt } = registration;
      const account = { ...registration, consentedAt: createdAt };
      const user = await insertAccount(needs, tx, account);
      await credentials.insert(tx, user.id, passwordHash, createdAt);
      return { user, ...(await openAuthSession(needs, tx, user.id, deviceName)) };
    });
  } catch (error) {
    if (duplicateKeyIndex(error) === 'one_account_per_address') return null;
    throw error;
  }
}
