import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';

/** A key that signs, and what verifiers know of it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
}

/** Where the keys of access tokens come from: configuration, or the store. */
export interface SigningKeys {
  /** The key that signs now. */
  current(): Promise<SigningKey>;
  /** All keys whose signatures are good, for the JWKS: also those that sign soon or signed before. */
  published(): Promise<readonly JWK[]>;
}

/** A new key for EdDSA over Ed25519. */
export function generateSigningKey(): Promise<SigningKey> {
  return toSigningKey(generateKeyPairSync('ed25519').privateKey);
}

/** Names a private key by its thumbprint and derives what verifiers may know. */
export async function toSigningKey(privateKey: KeyObject): Promise<SigningKey> {
  const publicJwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(publicJwk);
  return { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' } };
}

/** Keys from configuration: the first one signs, all are published. */
export function configuredKeys(privateKeys: readonly [KeyObject, ...KeyObject[]]): SigningKeys {
  const [first, ...others] = privateKeys;
  const current = toSigningKey(first);
  return {
    current: () => current,
    published: async () => {
      const all = [await current, ...(await Promise.all(others.map(toSigningKey)))];
      return all.map(({ publicJwk }) => publicJwk);
    },
  };
}
