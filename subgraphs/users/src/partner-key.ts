import { randomInt } from 'node:crypto';
import { hashSecret, newSecret } from './secret-token.ts';

/** An API key of a partner, without its secret. */
export interface PartnerKey {
  readonly id: string;
  readonly partnerId: string;
  /** How the key begins; it opens nothing and tells keys apart. */
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** A key as its owner sends it, and what is kept of it. */
export interface NewKey {
  readonly secret: string;
  readonly prefix: string;
  readonly hash: string;
}

/** Keys of one partner that live at the same time: one, and the one that takes over from it. */
export const mostLiveKeys = 2;

const prefixCharacters = '0123456789abcdefghjkmnpqrstvwxyz';
const prefixLength = 8;

/**
 * Makes a key, `pk_<prefix>_<256 random bits>`. It is stored as a plain SHA-256: nobody guesses a random
 * secret of this size, so a slow hash would protect nothing and would cost every request 26 ms.
 */
export function newPartnerKey(): NewKey {
  const characters = Array.from({ length: prefixLength }, () =>
    prefixCharacters.charAt(randomInt(prefixCharacters.length)),
  );
  const prefix = `pk_${characters.join('')}`;
  const secret = `${prefix}_${newSecret()}`;
  return { secret, prefix, hash: hashSecret(secret) };
}

/** Whether a key opens anything at a time. */
export function stateOfKey(
  { revokedAt, expiresAt }: Pick<PartnerKey, 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'LIVE' | 'EXPIRED' | 'REVOKED' {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt > now ? 'LIVE' : 'EXPIRED';
}
