import { SignJWT } from 'jose';
import type { Clock } from '@skillswap/kit/clock';
import type { AuthSession } from './auth-session.ts';
import { scopesOf } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { User } from './user.ts';

/** Who access tokens are for. */
export const accessTokenAudience = 'skillswap';

/** How long an access token is good. */
export const accessTokenLifeSeconds = 600;

/** A signed token and its end. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs access tokens; see {@link createAccessTokens}. */
export type IssueAccessToken = (user: User, authSession: AuthSession) => Promise<AccessToken>;

/**
 * Makes the tokens by which the gateway knows a person. Roles and scopes are those of the moment, so
 * a change of roles holds at the latest when the token ends.
 */
export function createAccessTokens(
  keys: SigningKeys,
  issuer: string,
  clock: Clock,
): IssueAccessToken {
  return async (user, authSession) => {
    const { kid, privateKey } = await keys.current();
    const issuedAt = toSeconds(clock.now());
    const token = await new SignJWT({
      sid: authSession.id,
      roles: user.roles,
      scopes: scopesOf(user.roles),
      // A refresh does not prove who holds the device, so this stays the time of the log-in or step-up.
      auth_time: toSeconds(authSession.provedAt),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer(issuer)
      .setAudience(accessTokenAudience)
      .setSubject(user.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + accessTokenLifeSeconds)
      .sign(privateKey);
    return { token, expiresAt: new Date((issuedAt + accessTokenLifeSeconds) * 1000) };
  };
}

function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
