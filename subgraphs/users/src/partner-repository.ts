import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Partner } from './partner.ts';

interface PartnerDocument extends Omit<Partner, 'id' | 'scopes'> {
  _id: string;
  scopes: Partner['scopes'][number][];
}

/** What may change on a partner. */
export type PartnerChanges = Partial<Pick<Partner, 'name' | 'state' | 'scopes' | 'quota'>>;

/** Organisations that read the graph by API key. */
export type PartnerRepository = ReturnType<typeof createPartnerRepository>;

/** Reads and writes partners. */
export function createPartnerRepository({ db }: MongoStore) {
  const partners = openCollection<PartnerDocument>(db, 'partners', collections.partners);
  return {
    async findByIds(ids: readonly string[]): Promise<Partner[]> {
      return (await partners.find({ _id: { $in: [...ids] } }).toArray()).map(toPartner);
    },

    async findBySlug(slug: string): Promise<Partner | null> {
      const document = await partners.findOne({ slug });
      return document && toPartner(document);
    },

    async findIn({ session }: MongoTransaction, id: string): Promise<Partner | null> {
      const document = await partners.findOne({ _id: id }, { session });
      return document && toPartner(document);
    },

    /** All who are not suspended. */
    async listActive(): Promise<Partner[]> {
      return (await partners.find({ state: 'ACTIVE' }).toArray()).map(toPartner);
    },

    /** By slug. */
    async list({ limit, after }: PageRequest<string>): Promise<Page<Partner>> {
      const documents = await partners
        .find(after === null ? {} : { slug: { $gt: after } })
        .sort({ slug: 1 })
        .limit(limit + 1)
        .toArray();
      return toPage(documents.map(toPartner), limit);
    },

    /** False when another partner has the slug. */
    async insert(
      { session }: MongoTransaction,
      { id, slug, scopes, ...plain }: Partner,
    ): Promise<boolean> {
      const { upsertedCount } = await partners.updateOne(
        { slug },
        { $setOnInsert: { _id: id, ...plain, scopes: [...scopes] } },
        { session, upsert: true },
      );
      return upsertedCount > 0;
    },

    /** Null when there is no such partner. */
    async update(
      { session }: MongoTransaction,
      id: string,
      { scopes, ...plain }: PartnerChanges,
    ): Promise<Partner | null> {
      const changes = { ...plain, ...(scopes !== undefined && { scopes: [...scopes] }) };
      // MongoDB refuses a change of nothing.
      const found = { _id: id };
      const document =
        Object.keys(changes).length === 0
          ? await partners.findOne(found, { session })
          : await partners.findOneAndUpdate(
              found,
              { $set: changes },
              { session, returnDocument: 'after' },
            );
      return document && toPartner(document);
    },
  };
}

function toPartner({ _id, ...plain }: PartnerDocument): Partner {
  return { id: _id, ...plain };
}
