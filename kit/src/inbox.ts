import type { Redis } from 'ioredis';
import type { Db } from 'mongodb';
import type { TransactionSql } from 'postgres';
import type { Log } from './log.ts';
import { eventCollections, openCollection, type MongoTransaction, type Transact } from './mongo.ts';
import { eventStream, type DomainEvent } from './outbox.ts';

/** What a consumer does with each type of event; types without a handler are acknowledged. */
export type EventHandlers<Transaction> = Readonly<
  Record<string, (tx: Transaction, event: DomainEvent) => Promise<void>>
>;

/** Applies an event in the consumer's store exactly once; false when it was applied before. */
export type ApplyOnce = (event: DomainEvent) => Promise<boolean>;

/** Marks the event and runs its handler in one MongoDB transaction. */
export function mongoInbox(
  db: Db,
  transact: Transact,
  now: () => Date,
  handlers: EventHandlers<MongoTransaction>,
): ApplyOnce {
  const inbox = openCollection<{ _id: string; at: Date }>(db, 'inbox', eventCollections.inbox);
  return async (event) => {
    const handler = handlers[event.type];
    if (handler === undefined) return false;
    return transact(async (tx) => {
      const marked = await inbox.updateOne(
        { _id: event.id },
        { $setOnInsert: { at: now() } },
        { session: tx.session, upsert: true },
      );
      if (marked.upsertedCount === 0) return false;
      await handler(tx, event);
      return true;
    });
  };
}

/**
 * Marks the event and runs its handler in one PostgreSQL transaction. Needs a table `inbox (id text
 * primary key, at timestamptz)`.
 */
export function postgresInbox(
  transact: <Result>(work: (tx: TransactionSql) => Promise<Result>) => Promise<Result>,
  now: () => Date,
  handlers: EventHandlers<TransactionSql>,
): ApplyOnce {
  return async (event) => {
    const handler = handlers[event.type];
    if (handler === undefined) return false;
    return transact(async (tx) => {
      const marked = await tx`
        insert into inbox (id, at) values (${event.id}, ${now()}) on conflict do nothing`;
      if (marked.count === 0) return false;
      await handler(tx, event);
      return true;
    });
  };
}

/** What {@link startConsumer} needs. */
export interface ConsumerOptions {
  readonly redis: Redis;
  /** The consuming subgraph: its instances share the work. */
  readonly consumer: string;
  /** The subgraphs whose events it wants. */
  readonly producers: readonly string[];
  /** Before every Redis key; tests use one each. */
  readonly prefix: string;
  readonly apply: ApplyOnce;
  readonly log: Log;
}

const blockMilliseconds = 2_000;
const abandonedMilliseconds = 15_000;
const attemptsBeforeParking = 10;

type Entry = readonly [id: string, fields: readonly string[]];

/**
 * Reads other subgraphs' events for as long as it is open. An event is acknowledged after it was
 * applied; one whose consumer died is taken over after fifteen seconds; one that fails ten times
 * is parked in `<stream>:parked` and logged, so that it does not hold up the others.
 */
export async function startConsumer(options: ConsumerOptions): Promise<AsyncDisposable> {
  const { consumer, producers, prefix, log } = options;
  const redis = options.redis.duplicate({ maxRetriesPerRequest: null });
  const streams = producers.map((producer) => eventStream(prefix, producer));
  const me = crypto.randomUUID();
  let closed = false;
  const isClosed = () => closed;
  let applying: Promise<unknown> = Promise.resolve();
  const apply: ApplyOnce = (event) => {
    const applied = options.apply(event);
    applying = applied.catch(() => undefined);
    return applied;
  };
  const work = { ...options, apply, isClosed };
  redis.on('error', () => undefined);

  const createGroups = async () => {
    for (const stream of streams) {
      await redis.xgroup('CREATE', stream, consumer, '0', 'MKSTREAM').catch(ignoreExistingGroup);
    }
  };

  const read = async () => {
    const answer = await redis.xreadgroup(
      ...(['GROUP', consumer, me, 'COUNT', 64, 'BLOCK', blockMilliseconds, 'STREAMS'] as const),
      ...streams,
      ...streams.map(() => '>'),
    );
    for (const [stream, entries] of toStreams(answer))
      await applyEntries(work, redis, stream, entries);
  };

  const takeOver = async () => {
    for (const stream of streams) {
      const answer: unknown = await redis.xautoclaim(
        ...([stream, consumer, me, abandonedMilliseconds, '0', 'COUNT', 64] as const),
      );
      const entries = Array.isArray(answer) ? toEntries(answer[1]) : [];
      const others = await park(options, redis, stream, entries);
      await applyEntries(work, redis, stream, others);
    }
  };

  await createGroups();
  const run = async () => {
    let lastTakeOver = 0;
    while (!closed) {
      try {
        if (Date.now() - lastTakeOver > abandonedMilliseconds) {
          lastTakeOver = Date.now();
          await takeOver();
        }
        await read();
      } catch (error) {
        if (isClosed()) return;
        if (!String(error).includes('NOGROUP')) log.warn({ err: error }, 'reading events failed');
        await new Promise((resolve) => setTimeout(resolve, 100));
        await createGroups().catch(() => undefined);
      }
    }
  };
  const running = run();

  return {
    async [Symbol.asyncDispose]() {
      closed = true;
      redis.disconnect();
      // While Redis is away a command never ends (ioredis keeps it when told to disconnect between
      // two attempts), so the loop may not either; what matters is the event in work.
      await Promise.race([running, applying]);
    },
  };
}

/** An event that fails stays pending and is tried again later; the others go on without it. */
async function applyEntries(
  { consumer, apply, log, isClosed }: ConsumerOptions & { isClosed: () => boolean },
  redis: Redis,
  stream: string,
  entries: readonly Entry[],
) {
  for (const [id, fields] of entries) {
    if (isClosed()) return;
    try {
      await apply(parseEvent(fields));
    } catch (error) {
      log.error({ err: error, stream, entry: id }, 'an event failed');
      continue;
    }
    await redis.xack(stream, consumer, id);
  }
}

/** Puts aside what has failed too often and returns the others. */
async function park(
  { consumer, log }: ConsumerOptions,
  redis: Redis,
  stream: string,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const others: Entry[] = [];
  for (const entry of entries) {
    const [id, fields] = entry;
    const pending: unknown = await redis.xpending(stream, consumer, id, id, 1);
    const row: unknown = Array.isArray(pending) ? pending[0] : null;
    if (!Array.isArray(row) || Number(row[3]) <= attemptsBeforeParking) {
      others.push(entry);
      continue;
    }
    await redis.xadd(`${stream}:parked`, '*', 'consumer', consumer, ...fields);
    await redis.xack(stream, consumer, id);
    log.error({ stream, entry: id }, 'an event was parked after too many failures');
  }
  return others;
}

function parseEvent(fields: readonly string[]): DomainEvent {
  const event: unknown = JSON.parse(fields[fields.indexOf('event') + 1] ?? '');
  if (isEvent(event)) return event;
  throw new TypeError('not an event');
}

function isEvent(value: unknown): value is DomainEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'type' in value &&
    'payload' in value
  );
}

function toStreams(answer: unknown): (readonly [string, readonly Entry[]])[] {
  if (!Array.isArray(answer)) return [];
  return answer
    .filter((row): row is [unknown, unknown] => Array.isArray(row))
    .map(([stream, entries]) => [String(stream), toEntries(entries)] as const);
}

function toEntries(entries: unknown): readonly Entry[] {
  if (!Array.isArray(entries)) return [];
  return entries
    .filter((row): row is [unknown, unknown[]] => Array.isArray(row) && Array.isArray(row[1]))
    .map(([id, fields]) => [String(id), fields.map(String)] as const);
}

function ignoreExistingGroup(error: unknown) {
  if (!String(error).includes('BUSYGROUP')) throw error;
}
