import type { Redis } from 'ioredis';
import type { Db } from 'mongodb';
import type { Sql } from 'postgres';
import type { Log } from './log.ts';
import { eventCollections, openCollection, type OutboxDocument } from './mongo.ts';

/** Something that happened in one subgraph, as the others hear of it. At least once, so consumers de-duplicate by `id`. */
export interface DomainEvent {
  readonly id: string;
  /** Past tense: `session.confirmed`. */
  readonly type: string;
  /** When it happened, by the product's clock. */
  readonly at: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The stream that a subgraph's events go to. */
export const eventStream = (prefix: string, subgraph: string) => `${prefix}events:${subgraph}`;

/** A store's outbox as the relay sees it. */
export interface Outbox {
  /**
   * Passes the oldest unpublished events to `publish` and marks them published when it returns.
   * One process at a time does so; the others get 0. Returns how many were published.
   */
  publishNext(limit: number, publish: (events: DomainEvent[]) => Promise<void>): Promise<number>;
  /** True once the event is in the stream (or so old that its row is gone). */
  isPublished(eventId: string): Promise<boolean>;
  /** Marks everything that is still kept as unpublished, so that it is published again. */
  replay(): Promise<number>;
  /** When the oldest event happened that is not published yet; null when all are. */
  waitingSince(): Promise<Date | null>;
  /** Lets another process publish at once. */
  release(): Promise<void>;
}

interface Lease {
  _id: string;
  holder: string;
  until: Date;
}

/** The outbox of a MongoDB subgraph. `holder` names this process in the relay's lease. */
export function mongoOutbox(db: Db, holder: string): Outbox {
  const outbox = openCollection<OutboxDocument>(db, 'outbox', eventCollections.outbox);
  const leases = openCollection<Lease>(db, 'leases', eventCollections.leases);
  const leaseMilliseconds = 5_000;
  let heldUntil = 0;

  // While one process holds the lease, order of publication is order of the outbox.
  const hold = async (): Promise<boolean> => {
    if (heldUntil - Date.now() > leaseMilliseconds / 2) return true;
    const until = new Date(Date.now() + leaseMilliseconds);
    try {
      await leases.updateOne(
        { _id: 'relay', $or: [{ holder }, { until: { $lt: new Date() } }] },
        { $set: { holder, until } },
        { upsert: true },
      );
      heldUntil = until.getTime();
      return true;
    } catch {
      heldUntil = 0;
      return false;
    }
  };

  return {
    async publishNext(limit, publish) {
      const rows = await outbox.find({ publishedAt: null }).sort({ _id: 1 }).limit(limit).toArray();
      if (rows.length === 0 || !(await hold())) return 0;
      await publish(
        rows.map(({ _id, type, at, payload }) => ({
          id: _id,
          type,
          at: at.toISOString(),
          payload,
        })),
      );
      const ids = rows.map(({ _id }) => _id);
      await outbox.updateMany({ _id: { $in: ids } }, { $set: { publishedAt: new Date() } });
      return rows.length;
    },
    async isPublished(eventId) {
      return (await outbox.countDocuments({ _id: eventId, publishedAt: null }, { limit: 1 })) === 0;
    },
    async replay() {
      const { modifiedCount } = await outbox.updateMany(
        { publishedAt: { $ne: null } },
        { $set: { publishedAt: null } },
      );
      return modifiedCount;
    },
    async waitingSince() {
      const [row] = await outbox.find({ publishedAt: null }).sort({ _id: 1 }).limit(1).toArray();
      return row?.at ?? null;
    },
    async release() {
      heldUntil = 0;
      await leases.deleteOne({ _id: 'relay', holder });
    },
  };
}

/**
 * The outbox of a PostgreSQL subgraph: a table `outbox (id text primary key, type text, payload
 * jsonb, at timestamptz, published_at timestamptz)` in the connection's search path.
 */
export function postgresOutbox(sql: Sql): Outbox {
  return {
    async publishNext(limit, publish) {
      return sql.begin(async (tx) => {
        const [lease] = await tx<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox')) as held`;
        if (lease?.held !== true) return 0;
        const rows = await tx<
          { id: string; type: string; at: Date; payload: DomainEvent['payload'] }[]
        >`
          select id, type, at, payload
          from outbox
          where published_at is null
          order by id
          limit ${limit}`;
        if (rows.length === 0) return 0;
        await publish(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
        await tx`update outbox set published_at = now() where id = any(${rows.map(({ id }) => id)})`;
        return rows.length;
      });
    },
    async isPublished(eventId) {
      const rows = await sql`select 1 from outbox where id = ${eventId} and published_at is null`;
      return rows.length === 0;
    },
    async replay() {
      const replayed = await sql`
        update outbox set published_at = null where published_at is not null`;
      return replayed.count;
    },
    async waitingSince() {
      const [row] = await sql<{ at: Date }[]>`
        select at from outbox where published_at is null order by id limit 1`;
      return row?.at ?? null;
    },
    // The lock ends with each transaction.
    release: () => Promise.resolve(),
  };
}

/** Publishes an outbox for as long as it is open. */
export interface Relay extends AsyncDisposable {
  /** Says that something was committed; the relay looks at once instead of at its next poll. */
  wake(): void;
  /** Publishes every kept event again, for a consumer that rebuilds its projection. */
  replay(): Promise<number>;
  /**
   * Waits until every consumer group has applied this event, so that a change is in force
   * everywhere when its mutation returns. False when that took longer than `within` milliseconds;
   * what is missing then follows as soon as the consumer is back.
   */
  settled(eventId: string, within: number): Promise<boolean>;
}

/** What {@link startRelay} needs. */
export interface RelayOptions {
  readonly outbox: Outbox;
  readonly redis: Redis;
  readonly subgraph: string;
  /** Before every Redis key; tests use one each. */
  readonly prefix: string;
  readonly log: Log;
}

const pollMilliseconds = 500;
const keptMilliseconds = 7 * 86_400_000;

/**
 * Moves events from the outbox to the subgraph's Redis Stream, in order, as soon as they are
 * committed. When Redis has lost its data all kept events are published anew; a marker beside the
 * stream tells, because a waiting consumer recreates the stream itself.
 */
export function startRelay({ outbox, redis, subgraph, prefix, log }: RelayOptions): Relay {
  const stream = eventStream(prefix, subgraph);
  const marker = `${stream}:marker`;
  let closed = false;
  let idle = Promise.withResolvers<undefined>();

  const publish = async (events: DomainEvent[]) => {
    const oldest = String(Date.now() - keptMilliseconds);
    const pipeline = redis.pipeline();
    for (const event of events) {
      pipeline.xadd(stream, 'MINID', '~', oldest, '*', 'event', JSON.stringify(event));
    }
    for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
  };

  const pass = async () => {
    if ((await redis.exists(marker)) === 0) {
      const replayed = await outbox.replay();
      if (replayed > 0) log.warn({ stream, replayed }, 'the event stream was gone; replaying it');
      // Set last: a process that dies in between leaves the replay to the next one.
      await redis.set(marker, '1');
    }
    while (!closed && (await outbox.publishNext(100, publish)) > 0);
  };

  const run = async () => {
    while (!closed) {
      idle = Promise.withResolvers();
      try {
        await pass();
      } catch (error) {
        log.warn({ err: error }, 'publishing events failed; trying again');
      }
      const timer = setTimeout(idle.resolve, pollMilliseconds, undefined);
      await idle.promise;
      clearTimeout(timer);
    }
  };
  const running = run();

  return {
    wake: () => {
      idle.resolve(undefined);
    },
    replay: () => outbox.replay(),
    async settled(eventId, within) {
      const deadline = Date.now() + within;
      let target: string | null = null;
      while (!closed && Date.now() < deadline) {
        idle.resolve(undefined);
        if (target === null && (await outbox.isPublished(eventId))) {
          target = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1))[0]?.[0] ?? null;
        }
        if (target !== null && (await isApplied(redis, stream, target))) return true;
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      return false;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      idle.resolve(undefined);
      await running;
      await outbox.release().catch((error: unknown) => {
        log.warn({ err: error }, 'the lease of the relay ends by itself');
      });
    },
  };
}

/** True when every consumer group has acknowledged the stream's entries up to `target`. */
async function isApplied(redis: Redis, stream: string, target: string): Promise<boolean> {
  const groups: unknown = await redis.xinfo('GROUPS', stream);
  for (const group of Array.isArray(groups) ? groups : []) {
    const fields = toRecord(group);
    if (compareStreamIds(String(fields['last-delivered-id']), target) < 0) return false;
    if (Number(fields['pending']) === 0) continue;
    const pending: unknown = await redis.xpending(stream, String(fields['name']));
    const oldest: unknown = Array.isArray(pending) ? pending[1] : null;
    if (typeof oldest === 'string' && compareStreamIds(oldest, target) <= 0) return false;
  }
  return true;
}

function toRecord(flat: unknown): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  if (!Array.isArray(flat)) return fields;
  for (let at = 0; at + 1 < flat.length; at += 2) fields[String(flat[at])] = flat[at + 1];
  return fields;
}

function compareStreamIds(left: string, right: string): number {
  const [leftTime = '0', leftCount = '0'] = left.split('-');
  const [rightTime = '0', rightCount = '0'] = right.split('-');
  return Number(leftTime) - Number(rightTime) || Number(leftCount) - Number(rightCount);
}
