import { byKey, groupByKey } from '@skillswap/kit/by-key';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import DataLoader from 'dataloader';
import type { Booking } from './booking.ts';
import { busySpan } from './calendars.ts';
import type { Calendar } from './open-slots.ts';
import type { Session } from './session.ts';
import type { Streaming } from './session-stream.ts';
import { claimedSpan } from './slot-claim.ts';
import type { Span } from './span.ts';
import type { Stores } from './stores.ts';

/** What resolvers of this subgraph use. */
export interface Context extends RequestContext {
  readonly booking: Booking;
  readonly streaming: Streaming;
  /** Where clients find the product. */
  readonly appUrl: string;
  readonly now: () => Date;
  readonly loaders: Loaders;
}

/** One operation's loaders. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes contexts over what the process has opened. */
export function createContextMaker(booking: Booking, streaming: Streaming, appUrl: string) {
  return ({ viewer, requestId, log }: OperationRequest): Context => ({
    viewer,
    requestId,
    log,
    booking,
    streaming,
    appUrl,
    now: booking.now,
    loaders: createLoaders(booking, viewer.kind === 'member' ? viewer.id : null),
  });
}

function createLoaders({ stores, now }: Booking, viewerId: string | null) {
  return {
    sessionById: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.sessions.findByIds(ids), ({ id }) => id),
    ),
    sessionsByGroup: new DataLoader(async (groupIds: readonly string[]) =>
      groupByKey(
        groupIds,
        await stores.sessions.findByGroupIds(groupIds),
        ({ group }) => group?.id ?? '',
      ),
    ),
    availabilityByUser: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.availability.findByUserIds(ids), ({ userId }) => userId),
    ),
    calendarFeedByUser: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.calendarFeeds.findByUserIds(ids), ({ userId }) => userId),
    ),
    reliabilityByUser: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.reliability.findByUserIds(ids), ({ userId }) => userId),
    ),
    /** People whom the viewer may know of; null for the unknown, the blocked and the blocking. */
    visiblePersonById: new DataLoader(async (ids: readonly string[]) => {
      const [people, blocked] = await Promise.all([
        stores.people.findByIds(ids),
        viewerId === null ? null : stores.people.findBlocked(viewerId, ids),
      ]);
      const visible = people.filter(({ id, isActive }) => isActive && !blocked?.includes(id));
      return byKey(ids, visible, ({ id }) => id);
    }),
    takenByUser: createTakenLoader(stores, viewerId, now),
    seqByVersion: createSeqLoader(stores, viewerId),
  };
}

interface TakenKey {
  readonly userId: string;
  readonly span: Span;
}

/** What of somebody's time is taken, as the viewer finds it. */
type TakenTime = Pick<Calendar, 'busy' | 'held'>;

const spanKey = ({ start, end }: Span) => `${String(start)}-${String(end)}`;

/**
 * Agreed sessions and held times around a span, by person; two queries for everyone who is asked for
 * the same span. What the viewer holds is not in their own way.
 */
function createTakenLoader({ sessions, claims }: Stores, viewerId: string | null, now: () => Date) {
  const read = async (userIds: readonly string[], span: Span): Promise<TakenTime[]> => {
    const wide = busySpan(span);
    const [agreed, holds] = await Promise.all([
      sessions.findBusy(userIds, wide),
      claims.findHeld(userIds, wide, now()),
    ]);
    const others = holds.filter(({ holderId }) => holderId !== viewerId);
    return userIds.map((userId) => ({
      busy: agreed.filter((row) => row.userId === userId).map(({ busy }) => claimedSpan(busy)),
      held: others.filter((row) => row.userId === userId).map((row) => row.span),
    }));
  };
  return new DataLoader<TakenKey, TakenTime, string>(
    async (keys) => {
      const bySpan = Map.groupBy(keys, ({ span }) => spanKey(span));
      const taken = new Map<string, TakenTime>();
      for (const [name, [first, ...rest]] of bySpan) {
        if (first === undefined) continue;
        const userIds = [first, ...rest].map(({ userId }) => userId);
        const found = await read(userIds, first.span);
        for (const [at, userId] of userIds.entries()) {
          taken.set(`${userId} ${name}`, found[at] ?? { busy: [], held: [] });
        }
      }
      return keys.map(
        ({ userId, span }) => taken.get(`${userId} ${spanKey(span)}`) ?? { busy: [], held: [] },
      );
    },
    { cacheKeyFn: ({ userId, span }) => `${userId} ${spanKey(span)}` },
  );
}

type VersionKey = Pick<Session, 'id' | 'version'>;

/** Where versions of sessions stand in the viewer's log; null for those that are not in it. */
function createSeqLoader({ updates }: Stores, viewerId: string | null) {
  const name = ({ id, version }: VersionKey) => `${id} ${String(version)}`;
  return new DataLoader<VersionKey, number | null, string>(
    async (keys) => {
      if (viewerId === null) return keys.map(() => null);
      const rows = await updates.findSeqs(viewerId, keys);
      return byKey(keys.map(name), rows, name).map((row) => row?.seq ?? null);
    },
    { cacheKeyFn: name },
  );
}
