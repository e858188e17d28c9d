import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '@skillswap/kit/clock';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { refuse } from './refusal.ts';
import type { Revocations } from './revocations/revocations.ts';

/** Who sent a request, and until when that holds. */
export interface Credential {
  readonly viewer: Viewer;
  /** When the access token ends, in milliseconds since 1970; never for nobody in particular. */
  readonly expiresAt: number;
}

/** Reads an `Authorization` header; throws a refusal for one that is present and not valid. */
export type Authenticate = (authorization: string | undefined) => Promise<Credential>;

/** What {@link createAuthentication} needs. */
export interface AuthenticationOptions {
  /** Where the signing keys are published. */
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly clock: Clock;
  readonly revocations: Revocations;
}

/** A token that would be good for longer is refused: revocations are remembered for no longer. */
export const mostTokenMilliseconds = 600_000;

const audience = 'skillswap';
const unknownKeyCooldown = 30_000;
const keyRefresh = 600_000;
const mostTokens = 10_000;
const scheme = /^Bearer +(?<token>[\w-]+\.[\w-]+\.[\w-]+)$/i;

const claimsSchema = z
  .object({
    sub: z.string().min(1),
    sid: z.string().min(1),
    iat: z.number(),
    exp: z.number(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    auth_time: z.number(),
  })
  .refine(({ iat, exp }) => (exp - iat) * 1000 <= mostTokenMilliseconds);

/** Nobody in particular, for ever. */
export const anonymousCredential: Credential = { viewer: anonymous, expiresAt: Infinity };

/**
 * Verifies access tokens, each once, and trusts them until they end or are revoked. Keys that were
 * fetched stay in use while the issuer is away; a key that is not known costs at most one look every
 * thirty seconds.
 */
export function createAuthentication(
  options: AuthenticationOptions,
): Authenticate & { readonly stop: () => void } {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), {
    cooldownDuration: unknownKeyCooldown,
    cacheMaxAge: Infinity,
    timeoutDuration: 3_000,
  });
  const refresh = setInterval(() => void keys.reload().catch(() => undefined), keyRefresh).unref();
  const verified = new Map<string, Credential>();
  const { revocations } = options;
  const unlessRevoked = (credential: Credential): Credential => {
    if (revocations.cover(credential)) throw unauthenticated();
    return credential;
  };

  const authenticate: Authenticate = async (authorization) => {
    if (authorization === undefined) return anonymousCredential;
    const token = scheme.exec(authorization.trim())?.groups?.['token'];
    if (token === undefined) throw unauthenticated();
    const known = verified.get(token);
    const now = options.clock.now().getTime();
    if (known !== undefined && known.expiresAt > now) return unlessRevoked(known);
    const credential = await verify(token, keys, options);
    if (!revocations.isKnown()) throw logInsUnknown();
    if (verified.size >= mostTokens) verified.clear();
    verified.set(token, credential);
    return unlessRevoked(credential);
  };
  return Object.assign(authenticate, {
    stop: () => {
      clearInterval(refresh);
    },
  });
}

/** Refuses nobody in particular, too. */
export function demandLogIn(authenticate: Authenticate): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) throw unauthenticated();
    return authenticate(authorization);
  };
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, clock }: AuthenticationOptions,
): Promise<Credential> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['EdDSA'],
      issuer,
      audience,
      typ: 'at+jwt',
      currentDate: clock.now(),
      requiredClaims: ['exp', 'sub', 'sid', 'auth_time'],
    });
    const claims = claimsSchema.parse(payload);
    return {
      expiresAt: claims.exp * 1000,
      viewer: {
        kind: 'member',
        id: claims.sub,
        roles: claims.roles,
        scopes: claims.scopes,
        authSessionId: claims.sid,
        authTime: claims.auth_time,
      },
    };
  } catch (error) {
    throw isTokenAtFault(error) ? unauthenticated() : logInsUnknown();
  }
}

/** False when the keys could not be had, so that nothing can be said about the token. */
function isTokenAtFault(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** The token is malformed, forged, ended, revoked, or not for us. */
function unauthenticated() {
  return refuse(401, 'UNAUTHENTICATED', 'The access token is not valid. Log in or refresh it.', {
    'www-authenticate': 'Bearer error="invalid_token"',
  });
}

/** Nobody can say which tokens are good. */
function logInsUnknown() {
  return refuse(
    503,
    'SERVICE_UNAVAILABLE',
    'Log-ins cannot be checked right now. Try again soon.',
    {
      'retry-after': '2',
    },
  );
}
