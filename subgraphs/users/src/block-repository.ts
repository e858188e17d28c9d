import type { Filter } from 'mongodb';
import { newId } from '@skillswap/kit/id';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Block } from './block.ts';
import { collections } from './collections.ts';

interface BlockDocument extends Block {
  _id: string;
}

/** Where a block stands in a person's list: `id` is the blocked person's. */
export interface BlockKeyset {
  readonly createdAt: Date;
  readonly id: string;
}

/** Who has blocked whom. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

/** Reads and writes blocks. */
export function createBlockRepository({ db }: MongoStore) {
  const blocks = openCollection<BlockDocument>(db, 'blocks', collections.blocks);
  return {
    /** True when the block is new. */
    async insert({ session }: MongoTransaction, block: Block): Promise<boolean> {
      const { blockerId, blockedId, createdAt } = block;
      const { upsertedCount } = await blocks.updateOne(
        { blockerId, blockedId },
        { $setOnInsert: { _id: newId('blk'), createdAt } },
        { session, upsert: true },
      );
      return upsertedCount > 0;
    },

    /** True when there was a block. */
    async remove(
      { session }: MongoTransaction,
      blockerId: string,
      blockedId: string,
    ): Promise<boolean> {
      const { deletedCount } = await blocks.deleteOne({ blockerId, blockedId }, { session });
      return deletedCount > 0;
    },

    /** All blocks between one person and the others, whoever set them. */
    async findBetween(personId: string, otherIds: readonly string[]): Promise<Block[]> {
      const others = { $in: [...otherIds] };
      return blocks
        .find({
          $or: [
            { blockerId: personId, blockedId: others },
            { blockedId: personId, blockerId: others },
          ],
        })
        .toArray();
    },

    /** Those whom a person has blocked, latest first. */
    async list(
      blockerId: string,
      { limit, after }: PageRequest<BlockKeyset>,
    ): Promise<Page<Block>> {
      const rows = await blocks
        .find({ blockerId, ...(after !== null && earlierThan(after)) })
        .sort({ createdAt: -1, blockedId: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(rows, limit);
    },
  };
}

function earlierThan({ createdAt, id }: BlockKeyset): Filter<BlockDocument> {
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, blockedId: { $lt: id } }] };
}
