import DataLoader from 'dataloader';
import { byKey } from '@skillswap/kit/by-key';
import type { OperationRequest } from '@skillswap/kit/server';
import type { Viewer } from '@skillswap/kit/viewer';
import type { Dependencies } from './dependencies.ts';
import { seesEverybody } from './staff.ts';
import { isVisible, type User } from './user.ts';

/** The blocks between the viewer and one other person. */
export interface BlocksWithViewer {
  readonly byViewer: boolean;
  readonly ofViewer: boolean;
}

/** What the resolvers of one operation work with. */
export interface Context extends OperationRequest {
  readonly dependencies: Dependencies;
  /** People whom this viewer may see; null for everybody else, whatever the reason. */
  readonly visibleUserById: DataLoader<string, User | null>;
  readonly blocksWithViewer: DataLoader<string, BlocksWithViewer>;
}

/** Makes the context of one operation. */
export function createContext(request: OperationRequest, dependencies: Dependencies): Context {
  const { viewer } = request;
  const blocksWithViewer = createBlocksWithViewer(viewer, dependencies);
  const visibleUserById = createVisibleUserById(viewer, dependencies, blocksWithViewer);
  return { ...request, dependencies, visibleUserById, blocksWithViewer };
}

function createVisibleUserById(
  viewer: Viewer,
  { users }: Dependencies,
  blocksWithViewer: Context['blocksWithViewer'],
): Context['visibleUserById'] {
  return new DataLoader(async (ids) => {
    const [found, blocks] = await Promise.all([
      users.findByIds(ids),
      seesEverybody(viewer) ? [] : loadAll(blocksWithViewer, ids),
    ]);
    return byKey(ids, found, ({ id }) => id).map((user, index) => {
      const hasBlockedViewer = blocks[index]?.ofViewer ?? false;
      return user !== null && isVisible(user, viewer, hasBlockedViewer) ? user : null;
    });
  });
}

function createBlocksWithViewer(
  viewer: Viewer,
  { blocks }: Dependencies,
): Context['blocksWithViewer'] {
  return new DataLoader(async (otherIds) => {
    const between = viewer.kind === 'member' ? await blocks.findBetween(viewer.id, otherIds) : [];
    return otherIds.map((otherId) => ({
      byViewer: between.some(({ blockedId }) => blockedId === otherId),
      ofViewer: between.some(({ blockerId }) => blockerId === otherId),
    }));
  });
}

/** `loadMany` with a failure of one as the failure of all. */
function loadAll<Key, Value>(loader: DataLoader<Key, Value>, keys: readonly Key[]) {
  return Promise.all(keys.map((key) => loader.load(key)));
}
