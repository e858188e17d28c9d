import { newId } from '@skillswap/kit/id';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { normaliseText, refuseText } from '@skillswap/kit/text';
import { authSessionEnd, deviceNameMaximum, type AuthSession } from './auth-session.ts';
import type { Dependencies } from './dependencies.ts';
import { newSecret } from './secret-token.ts';
import type { User } from './user.ts';

/** What a device needs to act for a person. */
export interface AuthTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
}

/** A log-in that has been stored, with the secret that only its device will know. */
export interface OpenedAuthSession {
  readonly authSession: AuthSession;
  readonly refreshToken: string;
}

/** Why a device's name is refused; a device may well have none. */
export function refuseDeviceName(
  name: string | null | undefined,
): 'TOO_LONG' | 'INVALID_TEXT' | null {
  const code = refuseText(name ?? '', deviceNameMaximum);
  return code === 'EMPTY' ? null : code;
}

/** Stores a new log-in of this person and its first refresh token. */
export async function openAuthSession(
  { authSessions, clock }: Pick<Dependencies, 'authSessions' | 'clock'>,
  tx: MongoTransaction,
  userId: string,
  deviceName: string | null | undefined,
): Promise<OpenedAuthSession> {
  const now = clock.now();
  const name = normaliseText(deviceName ?? '');
  const authSession: AuthSession = {
    id: newId('ase'),
    userId,
    deviceName: name === '' ? null : name,
    createdAt: now,
    lastUsedAt: now,
    provedAt: now,
    expiresAt: authSessionEnd(now),
    revokedAt: null,
  };
  const refreshToken = newSecret();
  await authSessions.insert(tx, authSession);
  await authSessions.insertToken(tx, refreshToken, authSession);
  return { authSession, refreshToken };
}

/** The tokens that the device of a log-in gets. */
export async function issueTokens(
  { issueAccessToken }: Pick<Dependencies, 'issueAccessToken'>,
  user: User,
  { authSession, refreshToken }: OpenedAuthSession,
): Promise<AuthTokens> {
  const { token, expiresAt } = await issueAccessToken(user, authSession);
  return { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken };
}
