import { byKey, groupByKey } from '@skillswap/kit/by-key';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import DataLoader from 'dataloader';
import type { Booking } from './booking.ts';
import { busySpan } from './calendars.ts';
import type { Session } from './session.ts';
import type { Streaming } from './session-stream.ts';
import type { Span } from './span.ts';
import type { Stores } from './stores.ts';

/** What resolvers of this subgraph use. */
export interface Context extends RequestContext {
  readonly booking: Booking;
  readonly streaming: Streaming;
  readonly now: () => Date;
  readonly loaders: Loaders;
}

/** One operation's loaders. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes contexts over what the process has opened. */
export function createContextMaker(booking: Booking, streaming: Streaming) {
  return ({ viewer, requestId, log }: OperationRequest): Context => ({
    viewer,
    requestId,
    log,
    booking,
    streaming,
    now: booking.now,
    loaders: createLoaders(booking.stores, viewer.kind === 'member' ? viewer.id : null),
  });
}

function createLoaders(stores: Stores, viewerId: string | null) {
  return {
    sessionById: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.sessions.findByIds(ids), ({ id }) => id),
    ),
    availabilityByUser: new DataLoader(async (ids: readonly string[]) =>
      byKey(ids, await stores.availability.findByUserIds(ids), ({ userId }) => userId),
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
    busyByUser: createBusyLoader(stores),
    seqByVersion: createSeqLoader(stores, viewerId),
  };
}

interface BusyKey {
  readonly userId: string;
  readonly span: Span;
}

const spanKey = ({ start, end }: Span) => `${String(start)}-${String(end)}`;

/** Agreed sessions around a span, by person; one query for everyone who is asked for the same span. */
function createBusyLoader({ sessions }: Stores) {
  return new DataLoader<BusyKey, Span[], string>(
    async (keys) => {
      const spans = [...new Map(keys.map(({ span }) => [spanKey(span), span])).values()];
      const bySpan = await Promise.all(
        spans.map(async (span) => {
          const asked = keys.filter((key) => spanKey(key.span) === spanKey(span));
          const userIds = asked.map(({ userId }) => userId);
          const rows = await sessions.findBusy(userIds, busySpan(span));
          return rows.map((row) => ({ key: `${row.userId} ${spanKey(span)}`, busy: row.busy }));
        }),
      );
      const names = keys.map(({ userId, span }) => `${userId} ${spanKey(span)}`);
      return groupByKey(names, bySpan.flat(), ({ key }) => key).map((rows) =>
        rows.map(({ busy }) => busy),
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
