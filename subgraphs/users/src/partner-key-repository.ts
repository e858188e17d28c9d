import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { PartnerKey } from './partner-key.ts';

interface PartnerKeyDocument extends Omit<PartnerKey, 'id'> {
  _id: string;
  /** SHA-256 of the key, as base64url. */
  hash: string;
}

type StoredKey = Omit<PartnerKeyDocument, 'hash'>;

const projection = { hash: 0 } as const;

/** API keys. */
export type PartnerKeyRepository = ReturnType<typeof createPartnerKeyRepository>;

/** Reads and writes API keys. A hash leaves only for those who check keys. */
export function createPartnerKeyRepository({ db }: MongoStore) {
  const keys = openCollection<PartnerKeyDocument>(db, 'partnerKeys', collections.partnerKeys);
  return {
    /** The keys of these partners, newest first. */
    async listOf(partnerIds: readonly string[]): Promise<PartnerKey[]> {
      const documents = await keys
        .find<StoredKey>({ partnerId: { $in: [...partnerIds] } }, { projection })
        .sort({ createdAt: -1, _id: -1 })
        .toArray();
      return documents.map(toKey);
    },

    /** The live keys of these partners, with their hashes. */
    async listLive(partnerIds: readonly string[], now: Date) {
      const documents = await keys
        .find({ partnerId: { $in: [...partnerIds] }, ...live(now) })
        .toArray();
      return documents.map(({ hash, ...stored }) => ({ ...toKey(stored), hash }));
    },

    async countLive({ session }: MongoTransaction, partnerId: string, now: Date): Promise<number> {
      return keys.countDocuments({ partnerId, ...live(now) }, { session });
    },

    async insert(
      { session }: MongoTransaction,
      { id, ...plain }: PartnerKey,
      hash: string,
    ): Promise<void> {
      await keys.insertOne({ _id: id, ...plain, hash }, { session });
    },

    async findIn({ session }: MongoTransaction, id: string): Promise<PartnerKey | null> {
      const document = await keys.findOne<StoredKey>({ _id: id }, { session, projection });
      return document && toKey(document);
    },

    /** Ends a key; null when it was ended before, or there is none. */
    async revoke(
      { session }: MongoTransaction,
      id: string,
      revokedAt: Date,
    ): Promise<PartnerKey | null> {
      const document = await keys.findOneAndUpdate(
        { _id: id, revokedAt: null },
        { $set: { revokedAt } },
        { session, returnDocument: 'after', projection },
      );
      return document && toKey(document);
    },
  };
}

function live(now: Date) {
  return { revokedAt: null, expiresAt: { $gt: now } } as const;
}

function toKey({ _id, ...plain }: StoredKey): PartnerKey {
  return { id: _id, ...plain };
}
