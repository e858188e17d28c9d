import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Document } from 'mongodb';
import { collections } from './collections.ts';

/** Keeps who blocks whom, as the users subgraph tells it. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

const keyOf = (blockerId: string, blockedId: string) => `${blockerId}:${blockedId}`;

/** Opens the projection of blocks. */
export function createBlockRepository(db: Db) {
  const blocks = openCollection<{ _id: string; changedAt: string; active: boolean }>(
    db,
    'blocks',
    collections.blocks,
  );
  return {
    /** Records the latest word on a pair; an older event that comes late changes nothing. */
    async set(tx: MongoTransaction, pair: BlockedPair, active: boolean, changedAt: string) {
      await blocks.updateOne(
        { _id: keyOf(pair.blockerId, pair.blockedId) },
        [
          {
            $set: {
              active: { $cond: [{ $gt: ['$changedAt', changedAt] }, '$active', active] },
              changedAt: { $max: ['$changedAt', changedAt] },
            },
          },
        ],
        { session: tx.session, upsert: true },
      );
    },
  };
}

/** Who blocks whom. */
export interface BlockedPair {
  readonly blockerId: string;
  readonly blockedId: string;
}

/**
 * Stages that drop what belongs to somebody who blocks the viewer. `owners` are the fields that
 * name the owners; `unless` lets rows pass all the same.
 */
export function withoutBlockersOf(
  viewerId: string | null,
  owners: readonly string[],
  unless: Document[] = [],
): Document[] {
  if (viewerId === null) return [];
  const keys = owners.map((owner) => ({
    $concat: [`$${owner}`, { $literal: keyOf('', viewerId) }],
  }));
  return [
    { $set: { blockKeys: keys } },
    {
      $lookup: {
        from: 'blocks',
        localField: 'blockKeys',
        foreignField: '_id',
        pipeline: [{ $match: { active: true } }],
        as: 'blocks',
      },
    },
    { $match: { $or: [{ blocks: { $size: 0 } }, ...unless] } },
    { $unset: ['blockKeys', 'blocks'] },
  ];
}
