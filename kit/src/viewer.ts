import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { codedError, unauthenticated } from './errors.ts';

/** A logged-in person, as the access token said. */
export interface Member {
  readonly kind: 'member';
  readonly id: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly authSessionId: string;
  /** Seconds since 1970 of the last log-in or second factor; a refresh does not move it. */
  readonly authTime: number;
}

/** A partner's program, known by its API key. */
export interface Partner {
  readonly kind: 'partner';
  readonly id: string;
  readonly scopes: readonly string[];
}

/** Another subgraph (or the gateway itself) asking on its own behalf. */
export interface Service {
  readonly kind: 'service';
  readonly name: string;
}

/** Nobody in particular. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

/** Who asks. */
export type Viewer = Anonymous | Member | Partner | Service;

/** Nobody in particular. */
export const anonymous: Anonymous = { kind: 'anonymous' };

/** The header that carries the signed identity towards a subgraph. */
export const identityHeader = 'x-skillswap-identity';

/** Life of a signed identity; a signer may reuse one until it is about to end. */
export const identityLifeSeconds = 60;

const viewerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('member'),
    id: z.string(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    authSessionId: z.string(),
    authTime: z.number(),
  }),
  z.object({ kind: z.literal('partner'), id: z.string(), scopes: z.array(z.string()) }),
  z.object({ kind: z.literal('service'), name: z.string() }),
]);

/**
 * Signs who asks, for one subgraph. It follows real time, not the product's clock: it lives for a
 * minute between two of our own processes.
 */
export function signIdentity(secret: string, subgraph: string, viewer: Viewer): Promise<string> {
  return new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'HS256', typ: 'skillswap-identity+jwt' })
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${String(identityLifeSeconds)}s`)
    .sign(new TextEncoder().encode(secret));
}

/** Reads the identity of a request; throws UNAUTHENTICATED for none, a forged or a foreign one. */
export type VerifyIdentity = (token: string | undefined) => Promise<Viewer>;

/**
 * Verifies identities made for `subgraph`. A token is verified once and remembered until it
 * expires, so that a burst of requests of one viewer costs one signature check.
 */
export function createIdentityVerifier(secret: string, subgraph: string): VerifyIdentity {
  const key = new TextEncoder().encode(secret);
  const verified = new Map<string, { readonly viewer: Viewer; readonly until: number }>();

  return async (token) => {
    if (token === undefined || token === '') throw unauthenticated();
    const hit = verified.get(token);
    if (hit !== undefined && hit.until > Date.now()) return hit.viewer;
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: subgraph,
        typ: 'skillswap-identity+jwt',
        requiredClaims: ['exp'],
        maxTokenAge: identityLifeSeconds,
      });
      const viewer = viewerSchema.parse(payload['viewer']);
      if (verified.size >= 10_000) verified.clear();
      verified.set(token, { viewer, until: (payload.exp ?? 0) * 1000 });
      return viewer;
    } catch {
      throw unauthenticated();
    }
  };
}

/** The viewer as a member, or UNAUTHENTICATED. */
export function requireMember(viewer: Viewer): Member {
  if (viewer.kind === 'member') return viewer;
  throw unauthenticated();
}

/** Lets only our own services pass; used by fields that the client schema does not have. */
export function requireService(viewer: Viewer): Service {
  if (viewer.kind === 'service') return viewer;
  throw codedError('FORBIDDEN', 'This is not for clients.');
}

/** True when the viewer holds the scope. */
export function hasScope(viewer: Viewer, scope: string): boolean {
  return (viewer.kind === 'member' || viewer.kind === 'partner') && viewer.scopes.includes(scope);
}

/** True when the viewer is the person with this id. */
export function isSelf(viewer: Viewer, userId: string): boolean {
  return viewer.kind === 'member' && viewer.id === userId;
}
