import { openCollection, type MongoStore } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

interface UseDocument {
  /** Of the operation or key that was used. */
  _id: string;
  count: number;
  lastUsedAt: Date;
}

/** That an operation was run or a key was used. */
export interface Use {
  readonly id: string;
  readonly count: number;
  readonly lastUsedAt: Date;
}

/** How often operations were run, and when keys were used last. */
export type UseRepository = ReturnType<typeof createUseRepository>;

/** Reads and adds up uses. */
export function createUseRepository({ db }: MongoStore) {
  const uses = openCollection<UseDocument>(db, 'uses', collections.uses);
  return {
    async findByIds(ids: readonly string[]): Promise<Use[]> {
      const documents = await uses.find({ _id: { $in: [...ids] } }).toArray();
      return documents.map(({ _id, count, lastUsedAt }) => ({ id: _id, count, lastUsedAt }));
    },

    async record(added: readonly Use[]): Promise<void> {
      if (added.length === 0) return;
      await uses.bulkWrite(
        added.map(({ id, count, lastUsedAt }) => ({
          updateOne: {
            filter: { _id: id },
            update: { $inc: { count }, $max: { lastUsedAt } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },
  };
}
