import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { duplicateKeyIndex, openCollection, type MongoStore } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import {
  generateSigningKey,
  toSigningKey,
  type SigningKey,
  type SigningKeys,
} from './signing-keys.ts';

interface SigningKeyDocument {
  /** The key's thumbprint. */
  _id: string;
  /** One key signs; a key is published before it signs and after it has signed. */
  status: 'NEXT' | 'SIGNING' | 'RETIRED';
  privateJwk: JsonWebKey;
  createdAt: Date;
}

const rereadMilliseconds = 30_000;

/**
 * Keys that live in the store, for development: made once, shared by all instances, still good
 * after a restart. Of several instances that start at once the first writer's key counts.
 */
export function storedKeys({ db }: MongoStore, now: () => Date): SigningKeys {
  const keys = openCollection<SigningKeyDocument>(db, 'signingKeys', collections.signingKeys);

  const ensure = async () => {
    if ((await keys.findOne({ status: 'SIGNING' })) !== null) return;
    const { kid, privateKey } = await generateSigningKey();
    const privateJwk = privateKey.export({ format: 'jwk' });
    try {
      await keys.insertOne({ _id: kid, status: 'SIGNING', privateJwk, createdAt: now() });
    } catch (error) {
      if (duplicateKeyIndex(error) !== 'one_key_signs') throw error;
    }
  };
  const read = async () => {
    await ensure();
    const documents = await keys.find().sort({ createdAt: -1 }).toArray();
    const all = await Promise.all(
      documents.map(async ({ status, privateJwk }) => ({
        status,
        key: await toSigningKey(createPrivateKey({ key: privateJwk, format: 'jwk' })),
      })),
    );
    const signing = all.find(({ status }) => status === 'SIGNING')?.key;
    if (signing === undefined) throw new Error('no key signs');
    return { signing, published: all.map(({ key }) => key.publicJwk) };
  };

  const remembered = rememberFor(rereadMilliseconds, read);
  return {
    current: async (): Promise<SigningKey> => (await remembered()).signing,
    published: async () => (await remembered()).published,
  };
}

/** Real time, not the product's: it bounds how late this process hears of a change. */
function rememberFor<Value>(milliseconds: number, read: () => Promise<Value>) {
  let memory: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return (): Promise<Value> => {
    if (memory === null || memory.until < Date.now()) {
      const value = read();
      memory = { value, until: Date.now() + milliseconds };
      value.catch(() => {
        memory = null;
      });
    }
    return memory.value;
  };
}
