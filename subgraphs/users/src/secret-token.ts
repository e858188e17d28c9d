import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, as text for a link or a client. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The form in which a secret is stored and found. Random secrets need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * The refresh token that follows `secret`. Whoever presents the same secret again gets the same
 * successor, and the store, which knows only `nonce` and a hash, cannot compute it.
 */
export function successorOf(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`successor ${nonce}`).digest('base64url');
}
