import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

interface RegistryDocument {
  _id: 'registry';
  version: number;
}

const theOne = { _id: 'registry' } as const;

/** The version of all partners, keys and registered operations together. */
export type RegistryRepository = ReturnType<typeof createRegistryRepository>;

/** Reads and writes the registry's version. */
export function createRegistryRepository({ db }: MongoStore) {
  const registry = openCollection<RegistryDocument>(db, 'registry', collections.registry);
  return {
    /** Makes the row that every change writes to; safe to run by several instances at once. */
    async prepare(): Promise<void> {
      await registry.updateOne(theOne, { $setOnInsert: { version: 0 } }, { upsert: true });
    },

    async version(): Promise<number> {
      return (await registry.findOne(theOne))?.version ?? 0;
    },

    /** Every change begins here, so that two at the same moment take turns. */
    async advance({ session }: MongoTransaction): Promise<void> {
      await registry.updateOne(theOne, { $inc: { version: 1 } }, { session });
    },
  };
}
