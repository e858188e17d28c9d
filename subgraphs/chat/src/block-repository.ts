import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** Queries on who blocks whom, as the users subgraph has told it. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

/**
 * Opens the projection of blocks. A block is in it when the mutation that sets it returns. It is
 * what groups go by; whether a conversation of two is open is asked of the owner.
 */
export function createBlockRepository(db: Db) {
  const blocks = openCollection<{ _id: string; isActive: boolean; changedAt: string }>(
    db,
    'blocks',
    collections.blocks,
  );
  return {
    /** Keeps what is told, unless something newer is known. */
    async learn(
      { session }: MongoTransaction,
      { blockerId, blockedId }: { readonly blockerId: string; readonly blockedId: string },
      isActive: boolean,
      changedAt: string,
    ): Promise<void> {
      const _id = `${blockerId}:${blockedId}`;
      await blocks.updateOne(
        { _id },
        { $setOnInsert: { isActive: false, changedAt: '' } },
        { session, upsert: true },
      );
      await blocks.updateOne(
        { _id, changedAt: { $lte: changedAt } },
        { $set: { isActive, changedAt } },
        { session },
      );
    },

    /** Those of the others with whom there is a block, in whichever direction. */
    async findBlocked(userId: string, otherIds: readonly string[]): Promise<Set<string>> {
      const idsOf = (otherId: string) => [`${userId}:${otherId}`, `${otherId}:${userId}`];
      if (otherIds.length === 0) return new Set();
      const rows = await blocks
        .find({ _id: { $in: otherIds.flatMap(idsOf) }, isActive: true })
        .toArray();
      const found = new Set(rows.map(({ _id }) => _id));
      return new Set(otherIds.filter((otherId) => idsOf(otherId).some((id) => found.has(id))));
    },
  };
}
