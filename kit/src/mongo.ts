import {
  MongoClient,
  WriteConcern,
  type ClientSession,
  type Collection,
  type Db,
  type Document,
  type IndexDescription,
  type ReadConcernLike,
  type WriteConcernSettings,
} from 'mongodb';
import { newId } from './id.ts';
import { traceCommands } from './trace-commands.ts';
import type { Tracing } from './tracing.ts';

/** How sure a collection's reads and writes are. */
export interface Consistency {
  readonly writeConcern: WriteConcernSettings;
  readonly readConcern: ReadConcernLike;
}

/** An acknowledged write survives the loss of a primary, and only such writes are read. */
export const majority: Consistency = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
};

/** For projections and counters, which can be rebuilt: the primary alone acknowledges. */
export const rebuildable: Consistency = {
  writeConcern: { w: 1 },
  readConcern: { level: 'local' },
};

/** One collection as its owner declares it. */
export interface CollectionDeclaration {
  readonly consistency: Consistency;
  readonly indexes: readonly IndexDescription[];
}

/** A subgraph's collections, by name. */
export type CollectionDeclarations = Readonly<Record<string, CollectionDeclaration>>;

/** What every event-driven subgraph on MongoDB has besides its own collections. */
export const eventCollections = {
  outbox: {
    consistency: majority,
    indexes: [
      { key: { publishedAt: 1, _id: 1 }, name: 'unpublished' },
      { key: { publishedAt: 1 }, name: 'kept_seven_days', expireAfterSeconds: 7 * 86_400 },
    ],
  },
  inbox: {
    consistency: majority,
    // Longer than any outbox row can come again.
    indexes: [{ key: { at: 1 }, name: 'kept_fifteen_days', expireAfterSeconds: 15 * 86_400 }],
  },
  dueWork: { consistency: majority, indexes: [{ key: { dueAt: 1 }, name: 'due' }] },
  leases: { consistency: majority, indexes: [] },
} as const satisfies CollectionDeclarations;

/** An open database of one subgraph. */
export interface MongoStore extends AsyncDisposable {
  readonly client: MongoClient;
  readonly db: Db;
}

/** Connects, or throws when the server is not there within five seconds. */
export async function openMongo(
  uri: string,
  database: string,
  appName: string,
  tracing: Tracing | null = null,
) {
  const client = new MongoClient(uri, {
    appName,
    retryWrites: true,
    retryReads: true,
    serverSelectionTimeoutMS: 5_000,
    ignoreUndefined: true,
    ...(tracing !== null && { monitorCommands: true }),
  });
  if (tracing !== null) traceCommands(client, tracing);
  await client.connect();
  await client.db(database).command({ ping: 1 });
  const store: MongoStore = {
    client,
    db: client.db(database),
    [Symbol.asyncDispose]: () => client.close(),
  };
  return store;
}

/** A collection with the consistency that its declaration gives it. */
export function openCollection<Shape extends Document>(
  db: Db,
  name: string,
  { consistency }: CollectionDeclaration,
): Collection<Shape> {
  const { writeConcern, readConcern } = consistency;
  return db.collection<Shape>(name, { writeConcern, readConcern });
}

/**
 * Creates what the declarations name and replaces indexes that were declared otherwise before; safe
 * to run by several instances at once.
 */
export async function ensureCollections(db: Db, declarations: CollectionDeclarations) {
  const existing = new Set(
    (await db.listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name),
  );
  for (const [name, { indexes }] of Object.entries(declarations)) {
    if (!existing.has(name)) await createCollection(db, name);
    await ensureIndexes(db.collection(name), indexes);
  }
}

async function ensureIndexes(collection: Collection, indexes: readonly IndexDescription[]) {
  if (indexes.length === 0) return;
  try {
    await collection.createIndexes([...indexes]);
  } catch (error) {
    if (!isMongoCode(error, indexOptionsConflict) && !isMongoCode(error, indexKeyConflict)) {
      throw error;
    }
    for (const index of indexes) await replaceIndex(collection, index);
  }
}

async function replaceIndex(collection: Collection, index: IndexDescription) {
  try {
    await collection.createIndexes([index]);
  } catch (error) {
    const declared = JSON.stringify(index.key);
    for (const { name, key } of await collection.indexes()) {
      const isOlder = name === index.name || JSON.stringify(key) === declared;
      if (isOlder && name !== undefined) await collection.dropIndex(name);
    }
    await collection.createIndexes([index]).catch(() => {
      throw error;
    });
  }
}

/** The same keys under other options; the same name for other keys or options. */
const [indexOptionsConflict, indexKeyConflict] = [85, 86];

async function createCollection(db: Db, name: string) {
  try {
    await db.createCollection(name);
  } catch (error) {
    // Another instance was faster.
    if (!isMongoCode(error, 48)) throw error;
  }
}

function isMongoCode(error: unknown, code: number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** The name of the unique index that refused a write, or null when the error is another one. */
export function duplicateKeyIndex(error: unknown): string | null {
  if (!isMongoCode(error, 11_000) || !(error instanceof Error)) return null;
  return /index: (?:.*\$)?(\S+) dup key/.exec(error.message)?.[1] ?? '';
}

/** True for the refusal of a write to a row that another transaction is changing. */
export function isConflict(error: unknown): boolean {
  return isMongoCode(error, 112);
}

/** A running transaction: pass `session` to every read and write in it. */
export interface MongoTransaction {
  readonly session: ClientSession;
  /** Records an event that is published after the commit; returns its id. */
  emit(type: string, payload: Readonly<Record<string, unknown>>): string;
}

const committedByMajority = new WriteConcern('majority', undefined, true);

/** Runs a unit of work; see {@link createTransact}. */
export type Transact = <Result>(work: (tx: MongoTransaction) => Promise<Result>) => Promise<Result>;

/** What was committed, for those who act on it afterwards. */
export interface Commit {
  readonly session: ClientSession;
  /** True when there are events to publish. */
  readonly hasEmitted: boolean;
}

/**
 * Makes the one way in which a subgraph changes its store and tells the others: the work's writes
 * and its events commit together or not at all, and `committed` runs after. The work may run
 * more than once (the driver repeats it after a write conflict) and must have no other effect.
 */
export function createTransact(
  { client, db }: MongoStore,
  now: () => Date,
  committed: (commit: Commit) => void,
): Transact {
  const outbox = db.collection<OutboxDocument>('outbox');
  return (work) =>
    client.withSession(async (session) => {
      let events: OutboxDocument[] = [];
      const result = await session.withTransaction(
        async () => {
          events = [];
          const value = await work({
            session,
            emit(type, payload) {
              const id = newId('evt');
              events.push({ _id: id, type, payload, at: now(), publishedAt: null });
              return id;
            },
          });
          if (events.length > 0) await outbox.insertMany(events, { session });
          return value;
        },
        { writeConcern: committedByMajority, readConcern: { level: 'snapshot' } },
      );
      committed({ session, hasEmitted: events.length > 0 });
      return result;
    });
}

/** An event in the outbox; `publishedAt` is real time, for the retention index. */
export interface OutboxDocument {
  _id: string;
  type: string;
  payload: Readonly<Record<string, unknown>>;
  at: Date;
  publishedAt: Date | null;
}
