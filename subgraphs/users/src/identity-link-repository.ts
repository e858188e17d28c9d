import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Identity, IdentityLink } from './identity.ts';

interface IdentityLinkDocument extends Omit<IdentityLink, 'id'> {
  _id: string;
}

/** The identities with which people log in. */
export type IdentityLinkRepository = ReturnType<typeof createIdentityLinkRepository>;

/** Reads and writes the identities with which people log in. */
export function createIdentityLinkRepository({ db }: MongoStore) {
  const links = openCollection<IdentityLinkDocument>(
    db,
    'identityLinks',
    collections.identityLinks,
  );
  return {
    async findByIdentity({ provider, subject }: Identity): Promise<IdentityLink | null> {
      const document = await links.findOne({ provider, subject });
      return document && toIdentityLink(document);
    },

    /** A person's links, one for each provider at most, oldest first. */
    async listOf(userId: string, tx?: MongoTransaction): Promise<IdentityLink[]> {
      const documents = await links
        .find({ userId }, { ...(tx && { session: tx.session }) })
        .sort({ createdAt: 1 })
        .toArray();
      return documents.map(toIdentityLink);
    },

    /** The indexes `one_link_per_identity` and `one_link_per_provider` refuse a second one. */
    async insert({ session }: MongoTransaction, { id, ...plain }: IdentityLink): Promise<void> {
      await links.insertOne({ _id: id, ...plain }, { session });
    },

    /** Marks a link as used; false when it is gone. */
    async touch({ session }: MongoTransaction, id: string, lastUsedAt: Date): Promise<boolean> {
      const { matchedCount } = await links.updateOne(
        { _id: id },
        { $set: { lastUsedAt } },
        { session },
      );
      return matchedCount === 1;
    },

    async remove({ session }: MongoTransaction, id: string): Promise<void> {
      await links.deleteOne({ _id: id }, { session });
    },
  };
}

function toIdentityLink({ _id, ...plain }: IdentityLinkDocument): IdentityLink {
  return { id: _id, ...plain };
}
