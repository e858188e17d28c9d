import DataLoader from 'dataloader';
import { byKey, groupByKey } from '@skillswap/kit/by-key';
import type { OperationRequest } from '@skillswap/kit/server';
import type { Viewer } from '@skillswap/kit/viewer';
import type { Dependencies } from './dependencies.ts';
import type { PartnerKey } from './partner-key.ts';
import type { Partner } from './partner.ts';
import { neverSeen, presenceAt, type Presence } from './presence.ts';
import { seesEverybody } from './staff.ts';
import type { Use } from './use-repository.ts';
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
  /** Of people who may be seen; null while nobody knows. */
  readonly presenceById: DataLoader<string, Presence | null>;
  readonly partnerById: DataLoader<string, Partner | null>;
  /** Newest first. */
  readonly keysByPartner: DataLoader<string, readonly PartnerKey[]>;
  /** How an operation or a key was used; null when it never was. */
  readonly useById: DataLoader<string, Use | null>;
}

/** Makes the context of one operation. */
export function createContext(request: OperationRequest, dependencies: Dependencies): Context {
  const { viewer } = request;
  const blocksWithViewer = createBlocksWithViewer(viewer, dependencies);
  const visibleUserById = createVisibleUserById(viewer, dependencies, blocksWithViewer);
  return {
    ...request,
    dependencies,
    visibleUserById,
    blocksWithViewer,
    presenceById: createPresenceById(dependencies),
    partnerById: new DataLoader(async (ids) =>
      byKey(ids, await dependencies.partners.findByIds(ids), ({ id }) => id),
    ),
    keysByPartner: new DataLoader(async (ids) =>
      groupByKey(ids, await dependencies.partnerKeys.listOf(ids), ({ partnerId }) => partnerId),
    ),
    useById: new DataLoader(async (ids) =>
      byKey(ids, await dependencies.uses.findByIds(ids), ({ id }) => id),
    ),
  };
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

function createPresenceById({ clock, presences }: Dependencies): Context['presenceById'] {
  return new DataLoader(async (ids) => {
    const reports = await presences.find(ids);
    const now = clock.now();
    return ids.map((_id, index) => {
      if (reports === null) return null;
      const report = reports[index] ?? null;
      return report === null ? neverSeen : presenceAt(report, now);
    });
  });
}

/** `loadMany` with a failure of one as the failure of all. */
function loadAll<Key, Value>(loader: DataLoader<Key, Value>, keys: readonly Key[]) {
  return Promise.all(keys.map((key) => loader.load(key)));
}
