import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { duplicateKeyIndex, openCollection, type MongoStore } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import {
  generateSigningKey,
  toSigningKey,
  type SigningKey,
  type SigningKeys,
} from './signing-keys.ts';
import {
  publishedAheadMilliseconds,
  publishedAt,
  signingAt,
  type ScheduledKey,
} from './signing-schedule.ts';

interface SigningKeyDocument extends ScheduledKey {
  /** The key's thumbprint. */
  _id: string;
  privateJwk: JsonWebKey;
}

type StoredKey = SigningKey & ScheduledKey;

const rereadMilliseconds = 30_000;

/**
 * Keys that live in the store: made once, shared by all instances, still good after a restart. Of
 * several instances that start at once the first writer's key counts. `now` is real time.
 */
export function storedKeys(store: MongoStore, now: () => Date): SigningKeys {
  const documents = openKeys(store);
  const read = async (): Promise<readonly StoredKey[]> => {
    if ((await documents.findOne()) === null) await insertKey(documents, 1, now());
    return Promise.all((await documents.find().toArray()).map(toStoredKey));
  };

  const remembered = rememberFor(rereadMilliseconds, read);
  return {
    async current() {
      const signing = signingAt(await remembered(), now());
      if (signing === null) throw new Error('no key signs');
      return signing;
    },
    async published() {
      return publishedAt(await remembered(), now()).map(({ publicJwk }) => publicJwk);
    },
  };
}

/** What a rotation has arranged. */
export interface Rotation {
  readonly kid: string;
  readonly signsFrom: Date;
}

/**
 * Publishes a new key, which signs some time later, and forgets the keys that nobody meets any
 * more. Null when a key is waiting to sign already, or another rotation was faster.
 */
export async function rotateKey(store: MongoStore, now: Date): Promise<Rotation | null> {
  const documents = openKeys(store);
  const keys = await documents.find().toArray();
  const signing = signingAt(keys, now);
  if (signing === null) throw new Error('no key signs yet; start the subgraph first');
  const waiting = keys.some(({ generation }) => generation > signing.generation);
  if (waiting) return null;

  const signsFrom = new Date(now.getTime() + publishedAheadMilliseconds);
  const kid = await insertKey(documents, signing.generation + 1, signsFrom);
  if (kid === null) return null;
  const kept = publishedAt(keys, now).map(({ _id }) => _id);
  await documents.deleteMany({ _id: { $nin: kept }, generation: { $lt: signing.generation } });
  return { kid, signsFrom };
}

function openKeys({ db }: MongoStore) {
  return openCollection<SigningKeyDocument>(db, 'accessTokenKeys', collections.accessTokenKeys);
}

/** The new key's id; null when this generation has a key already. */
async function insertKey(
  documents: ReturnType<typeof openKeys>,
  generation: number,
  signsFrom: Date,
): Promise<string | null> {
  const { kid, privateKey } = await generateSigningKey();
  const privateJwk = privateKey.export({ format: 'jwk' });
  try {
    await documents.insertOne({ _id: kid, generation, signsFrom, privateJwk });
    return kid;
  } catch (error) {
    if (duplicateKeyIndex(error) === 'one_key_per_generation') return null;
    throw error;
  }
}

async function toStoredKey(document: SigningKeyDocument): Promise<StoredKey> {
  const { generation, signsFrom, privateJwk } = document;
  const key = await toSigningKey(createPrivateKey({ key: privateJwk, format: 'jwk' }));
  return { ...key, generation, signsFrom };
}

/** It bounds how late this process hears of a change. */
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
