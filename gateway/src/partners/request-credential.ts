import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '@skillswap/kit/clock';
import type { Authenticate, Credential } from '../authentication.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Clients } from '../registry/clients.ts';
import type { KnownKey } from '../registry/registry.ts';

/** Who sent a request, and with which key when it was a partner's program. */
export interface RequestCredential extends Credential {
  /** Null for people, and for nobody in particular. */
  readonly key: KnownKey | null;
}

/**
 * Reads a request's credentials and counts it against a partner's quota; throws a refusal for any
 * that is present and not valid.
 */
export type AuthenticateRequest = (headers: IncomingHttpHeaders) => Promise<RequestCredential>;

/** What {@link createRequestAuthentication} needs. */
export interface RequestAuthenticationOptions {
  readonly authenticate: Authenticate;
  readonly clients: Clients;
  readonly clock: Clock;
}

const bearerKey = /^Bearer +(?<key>pk_\S*)$/i;

/**
 * Reads access tokens and API keys. A key comes as `Authorization: Bearer pk_…` or as `x-api-key`; a
 * request that says twice who it is must say the same.
 */
export function createRequestAuthentication({
  authenticate,
  clients,
  clock,
}: RequestAuthenticationOptions): AuthenticateRequest {
  return async (headers) => {
    const { authorization } = headers;
    const asBearer = bearerKey.exec(authorization?.trim() ?? '')?.groups?.['key'];
    const asHeader = headers['x-api-key'];
    if (asBearer === undefined && asHeader === undefined) {
      return { ...(await authenticate(authorization)), key: null };
    }
    const given = asHeader ?? asBearer;
    if (asHeader !== undefined && authorization !== undefined && asHeader !== asBearer) {
      throw refuse(400, 'BAD_REQUEST', 'Send one credential.');
    }
    const known = clients.registry();
    if (known === null) throw keysAway();
    const key = typeof given === 'string' ? known.keys.get(hashKey(given)) : undefined;
    if (key === undefined || key.expiresAt <= clock.now().getTime()) throw invalidKey();
    await clients.admit(key.partner);
    clients.count(key.id);
    const { id, scopes } = key.partner;
    return { viewer: { kind: 'partner', id, scopes }, expiresAt: key.expiresAt, key };
  };
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Unknown, revoked, expired or suspended: which of these is told to nobody who lacks the key. */
function invalidKey(): Refusal {
  return refuse(401, 'UNAUTHENTICATED', 'The API key is not valid.', {
    'www-authenticate': 'Bearer error="invalid_token"',
  });
}

function keysAway(): Refusal {
  const message = 'API keys cannot be checked right now. Try again soon.';
  return refuse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '2' });
}
