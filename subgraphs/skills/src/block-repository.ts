import type { ClientSession, Db } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

interface BlockDocument {
  _id: string;
  blockerId: string;
  blockedId: string;
  active: boolean;
  /** Places this word among the others on the same block; the last one stands. */
  order: string;
}

/** Who keeps away from a person. */
export interface Blocks {
  /** Those who have blocked the person: to the person they are nobody. */
  readonly blockers: ReadonlySet<string>;
  /** Those with whom a block exists, whoever set it. */
  readonly either: ReadonlySet<string>;
}

/** Blocks between people. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

/** Opens the projection of blocks. */
export function createBlockRepository(db: Db) {
  const blocks = openCollection<BlockDocument>(db, 'blocks', collections.blocks);
  return {
    async findAround(userId: string): Promise<Blocks> {
      const rows = await blocks
        .find({
          $or: [
            { blockerId: userId, active: true },
            { blockedId: userId, active: true },
          ],
        })
        .project<{ blockerId: string; blockedId: string }>({ _id: 0, blockerId: 1, blockedId: 1 })
        .toArray();
      const others = rows.map(({ blockerId, blockedId }) =>
        blockerId === userId ? blockedId : blockerId,
      );
      const blockers = rows.flatMap(({ blockerId }) => (blockerId === userId ? [] : blockerId));
      return { blockers: new Set(blockers), either: new Set(others) };
    },

    /** Takes over what was said of a block unless something later was; `order` ascends in time. */
    async tell(
      session: ClientSession,
      { blockerId, blockedId }: { readonly blockerId: string; readonly blockedId: string },
      active: boolean,
      order: string,
    ): Promise<void> {
      const later = { $gt: [{ $literal: order }, { $ifNull: ['$order', ''] }] };
      await blocks.updateOne(
        { _id: `${blockerId}:${blockedId}` },
        [
          {
            $set: {
              blockerId: { $literal: blockerId },
              blockedId: { $literal: blockedId },
              active: { $cond: [later, active, '$active'] },
              order: { $cond: [later, { $literal: order }, '$order'] },
            },
          },
        ],
        { session, upsert: true },
      );
    },
  };
}
