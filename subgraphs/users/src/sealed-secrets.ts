import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that must be read again, so that the store alone gives none of them away. */
export interface SealedSecrets {
  /** Encrypts a secret of `owner`; only that owner's row can be opened with it. */
  seal(secret: string, owner: string): string;
  /** Decrypts what was sealed for `owner`; throws for anything else and for a key that is gone. */
  open(sealed: string, owner: string): string;
}

interface SealKey {
  /** Tells the keys apart in what they have sealed. */
  readonly id: string;
  readonly key: Buffer;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals by AES-256-GCM. The first key seals, all of them open: a new one is put before the former,
 * which stays until nothing that it sealed is left. Keys are configuration, at least 32 characters.
 */
export function createSealedSecrets(keys: readonly [string, ...string[]]): SealedSecrets {
  const [current, ...former] = keys;
  const sealing = toSealKey(current);
  const opening = [sealing, ...former.map(toSealKey)];
  return {
    seal(secret, owner) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, sealing.key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const box = Buffer.concat([nonce, cipher.getAuthTag(), text]);
      return `${sealing.id}.${box.toString('base64url')}`;
    },

    open(sealed, owner) {
      const [id = '', text = ''] = sealed.split('.', 2);
      const opener = opening.find((candidate) => candidate.id === id);
      if (opener === undefined) throw new Error('no key of the configuration has sealed this');
      const box = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv(algorithm, opener.key, box.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes));
      const opened = decipher.update(box.subarray(nonceBytes + tagBytes));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    },
  };
}

function toSealKey(text: string): SealKey {
  const key = Buffer.from(hkdfSync('sha256', text, '', 'skillswap sealed secrets', 32));
  return { key, id: createHash('sha256').update(key).digest('base64url').slice(0, 8) };
}
