import postgres from 'postgres';
import { mongoDueWork, postgresDueWork, type DueWork, type DueWorkStore } from '../src/due-work.ts';
import { newId } from '../src/id.ts';
import { mongoInbox, postgresInbox, type ApplyOnce } from '../src/inbox.ts';
import {
  createTransact,
  ensureCollections,
  eventCollections,
  openMongo,
  rebuildable,
} from '../src/mongo.ts';
import { mongoOutbox, postgresOutbox, type DomainEvent, type Outbox } from '../src/outbox.ts';
import { engineUrl, uniqueName } from './testkit.ts';

/** A store of either kind, with everything about events that the kit keeps in it. */
export interface EventStore extends AsyncDisposable {
  /** Commits an event, or rolls it back when `fail` is set; returns its id. */
  emit(type: string, payload: Record<string, unknown>, fail?: boolean): Promise<string>;
  /** The outbox as one more process sees it. */
  openOutbox(): Outbox;
  /** Applies events by adding a row for each, in the inbox's transaction; `before` may throw. */
  createApply(types: readonly string[], before?: (event: DomainEvent) => Promise<void>): ApplyOnce;
  /** The ids of the events whose rows are there, one for each time that one was applied. */
  applied(): Promise<string[]>;
  readonly dueWork: DueWorkStore;
  plan(work: DueWork): Promise<void>;
  cancel(keys: readonly string[]): Promise<void>;
  /** Makes all leases end now, as if their holders had been silent for long. */
  endLeases(): Promise<void>;
  countDueWork(): Promise<number>;
}

const now = () => new Date();

/** Both kinds of store, by name. */
export const eventStores: readonly [string, () => Promise<EventStore>][] = [
  ['MongoDB', openMongoEvents],
  ['PostgreSQL', openPostgresEvents],
];

async function openMongoEvents(): Promise<EventStore> {
  const store = await openMongo(engineUrl('MONGODB_URI'), uniqueName('events'), 'test');
  const { db } = store;
  await ensureCollections(db, {
    ...eventCollections,
    applied: { consistency: rebuildable, indexes: [] },
  });
  const transact = createTransact(store, now, () => undefined);
  const rows = db.collection<{ _id: string; event: string }>('applied');
  const dueWork = mongoDueWork(db);
  return {
    emit: (type, payload, fail = false) =>
      transact((tx) => {
        const id = tx.emit(type, payload);
        return fail ? Promise.reject(new Error('rolled back')) : Promise.resolve(id);
      }),
    openOutbox: () => mongoOutbox(db, crypto.randomUUID()),
    createApply(types, before = nothing) {
      const handle = async (
        tx: { session: Parameters<typeof dueWork.plan>[0] },
        e: DomainEvent,
      ) => {
        await before(e);
        await rows.insertOne({ _id: newId('row'), event: e.id }, { session: tx.session });
      };
      return mongoInbox(db, transact, now, Object.fromEntries(types.map((type) => [type, handle])));
    },
    applied: async () => (await rows.find().toArray()).map(({ event }) => event),
    dueWork,
    plan: (work) => transact((tx) => dueWork.plan(tx.session, work)),
    cancel: (keys) => transact((tx) => dueWork.cancel(tx.session, keys)),
    async endLeases() {
      await db.collection('dueWork').updateMany({}, { $set: { leasedUntil: new Date(0) } });
    },
    countDueWork: () => db.collection('dueWork').countDocuments(),
    async [Symbol.asyncDispose]() {
      await db.dropDatabase();
      await store[Symbol.asyncDispose]();
    },
  };
}

async function openPostgresEvents(): Promise<EventStore> {
  const schema = uniqueName('events');
  const sql = postgres(engineUrl('DATABASE_URL'), {
    max: 8,
    connection: { search_path: schema },
    onnotice: () => undefined,
  });
  await sql`create schema ${sql(schema)}`;
  await sql`create table outbox (
    id text primary key, type text, payload jsonb, at timestamptz, published_at timestamptz)`;
  await sql`create table inbox (id text primary key, at timestamptz)`;
  await sql`create table due_work (
    key text primary key, kind text, due_at timestamptz, payload jsonb, leased_until timestamptz)`;
  await sql`create table applied (id text primary key, event text)`;
  const transact = async <Result>(work: (tx: postgres.TransactionSql) => Promise<Result>) => {
    const results: Result[] = [];
    await sql.begin(async (tx) => {
      results.push(await work(tx));
    });
    const [result] = results;
    if (result === undefined) throw new Error('a transaction without a result');
    return result;
  };
  const dueWork = postgresDueWork(sql);
  return {
    emit: (type, payload, fail = false) =>
      transact(async (tx) => {
        const id = newId('evt');
        const body = JSON.stringify(payload);
        await tx`insert into outbox (id, type, payload, at)
          values (${id}, ${type}, ${body}::text::jsonb, ${now()})`;
        if (fail) throw new Error('rolled back');
        return id;
      }),
    openOutbox: () => postgresOutbox(sql),
    createApply(types, before = nothing) {
      const handle = async (tx: postgres.TransactionSql, event: DomainEvent) => {
        await before(event);
        await tx`insert into applied (id, event) values (${newId('row')}, ${event.id})`;
      };
      return postgresInbox(transact, now, Object.fromEntries(types.map((type) => [type, handle])));
    },
    applied: async () =>
      (await sql<{ event: string }[]>`select event from applied`).map(({ event }) => event),
    dueWork,
    async plan(work) {
      await sql.begin((tx) => dueWork.plan(tx, work));
    },
    async cancel(keys) {
      await sql.begin((tx) => dueWork.cancel(tx, keys));
    },
    async endLeases() {
      await sql`update due_work set leased_until = 'epoch'`;
    },
    async countDueWork() {
      return (await sql`select key from due_work`).length;
    },
    async [Symbol.asyncDispose]() {
      await sql`drop schema ${sql(schema)} cascade`;
      await sql.end();
    },
  };
}

const nothing = () => Promise.resolve();
