import { isId } from '@skillswap/kit/id';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { settle } from './settle.ts';

/** Why a block is not set or taken back. */
export type BlockRefusal = 'NOT_FOUND' | 'CANNOT_BLOCK_YOURSELF';

/** A change to what one person wants of another. */
export interface BlockChange {
  readonly blockerId: string;
  readonly blockedId: string;
  /** Whether the blocker can see the other person at all. */
  readonly isVisible: boolean;
}

type Needs = Pick<Dependencies, 'clock' | 'transact' | 'blocks' | 'relay' | 'log'>;

/** Sets a block. It is in force everywhere when this returns. Setting it again changes nothing. */
export async function blockUser(
  needs: Needs,
  { blockerId, blockedId, isVisible }: BlockChange,
): Promise<Outcome<true, BlockRefusal>> {
  const { clock, transact, blocks } = needs;
  if (blockerId === blockedId) return refused(refusal('CANNOT_BLOCK_YOURSELF', 'userId'));
  if (!isVisible || !isId('usr', blockedId)) return refused(refusal('NOT_FOUND', 'userId'));
  const eventId = await transact(async (tx) => {
    const isNew = await blocks.insert(tx, { blockerId, blockedId, createdAt: clock.now() });
    return isNew ? tx.emit('user.blocked', { blockerId, blockedId }) : null;
  });
  await settle(needs, eventId);
  return done(true);
}

/** Takes a block back; where there is none, nothing changes. */
export async function unblockUser(
  needs: Needs,
  { blockerId, blockedId, isVisible }: BlockChange,
): Promise<Outcome<true, BlockRefusal>> {
  const { transact, blocks } = needs;
  const removal = await transact(async (tx) => {
    const existed = await blocks.remove(tx, blockerId, blockedId);
    return {
      existed,
      eventId: existed ? tx.emit('user.unblocked', { blockerId, blockedId }) : null,
    };
  });
  await settle(needs, removal.eventId);
  return removal.existed || isVisible ? done(true) : refused(refusal('NOT_FOUND', 'userId'));
}
