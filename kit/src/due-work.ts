import type { ClientSession, Db } from 'mongodb';
import type { Sql, TransactionSql } from 'postgres';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { eventCollections, openCollection } from './mongo.ts';

/** A piece of timed work: a reminder, the end of a window, an expiry. */
export interface DueWork {
  /** Unique: planning the same key again moves it. Names the cause, `reminder:ses_1:usr_2:60`. */
  readonly key: string;
  readonly kind: string;
  readonly dueAt: Date;
  readonly payload: Readonly<Record<string, string | number>>;
}

/** A store's due work as the runner sees it. */
export interface DueWorkStore {
  /** Claims the oldest piece that is due for `leaseSeconds`, or null. */
  claim(now: Date, leaseSeconds: number): Promise<DueWork | null>;
  /** Since when the oldest piece that is due by now has been due; null when nothing is. */
  dueSince(now: Date): Promise<Date | null>;
  /** Removes a piece that is done, unless it was planned anew for another time meanwhile. */
  done(work: DueWork): Promise<void>;
}

/** Due work of a MongoDB subgraph; plan and cancel inside the transaction of the cause. */
export interface MongoDueWork extends DueWorkStore {
  plan(session: ClientSession, work: DueWork): Promise<void>;
  cancel(session: ClientSession, keys: readonly string[]): Promise<void>;
}

interface DueWorkDocument extends Omit<DueWork, 'key'> {
  _id: string;
  /** Real time: a lease is between processes, not part of the product's time. */
  leasedUntil: Date;
}

const never = new Date(0);

/** Keeps due work in the collection `dueWork`. */
export function mongoDueWork(db: Db): MongoDueWork {
  const rows = openCollection<DueWorkDocument>(db, 'dueWork', eventCollections.dueWork);
  return {
    async plan(session, { key, ...work }) {
      await rows.replaceOne(
        { _id: key },
        { ...work, leasedUntil: never },
        { session, upsert: true },
      );
    },
    async cancel(session, keys) {
      await rows.deleteMany({ _id: { $in: [...keys] } }, { session });
    },
    async claim(now, leaseSeconds) {
      const row = await rows.findOneAndUpdate(
        { dueAt: { $lte: now }, leasedUntil: { $lt: new Date() } },
        { $set: { leasedUntil: new Date(Date.now() + leaseSeconds * 1000) } },
        { sort: { dueAt: 1 } },
      );
      if (row === null) return null;
      return { key: row._id, kind: row.kind, dueAt: row.dueAt, payload: row.payload };
    },
    async dueSince(now) {
      const [row] = await rows
        .find({ dueAt: { $lte: now } })
        .sort({ dueAt: 1 })
        .limit(1)
        .toArray();
      return row?.dueAt ?? null;
    },
    async done({ key, dueAt }) {
      await rows.deleteOne({ _id: key, dueAt });
    },
  };
}

/** Due work of a PostgreSQL subgraph. */
export interface PostgresDueWork extends DueWorkStore {
  plan(tx: TransactionSql, work: DueWork): Promise<void>;
  cancel(tx: TransactionSql, keys: readonly string[]): Promise<void>;
}

/**
 * Keeps due work in a table `due_work (key text primary key, kind text, due_at timestamptz, payload
 * jsonb, leased_until timestamptz)`.
 */
export function postgresDueWork(sql: Sql): PostgresDueWork {
  return {
    async plan(tx, { key, kind, dueAt, payload }) {
      await tx`
        insert into due_work (key, kind, due_at, payload, leased_until)
        values (${key}, ${kind}, ${dueAt}, ${tx.json({ ...payload })}, ${never})
        on conflict (key) do update
        set kind = excluded.kind, due_at = excluded.due_at, payload = excluded.payload,
            leased_until = excluded.leased_until`;
    },
    async cancel(tx, keys) {
      await tx`delete from due_work where key = any(${[...keys]})`;
    },
    async claim(now, leaseSeconds) {
      const [work] = await sql<DueWork[]>`
        update due_work
        set leased_until = now() + make_interval(secs => ${leaseSeconds})
        where key = (
          select key from due_work
          where due_at <= ${now} and leased_until < now()
          order by due_at
          limit 1
          for update skip locked
        )
        returning key, kind, due_at as "dueAt", payload`;
      return work ?? null;
    },
    async dueSince(now) {
      const [row] = await sql<{ dueAt: Date | null }[]>`
        select min(due_at) as "dueAt" from due_work where due_at <= ${now}`;
      return row?.dueAt ?? null;
    },
    async done({ key, dueAt }) {
      await sql`delete from due_work where key = ${key} and due_at = ${dueAt}`;
    },
  };
}

/** What is done with each kind of due work. May run again after a crash, so it must be idempotent. */
export type DueWorkHandlers = Readonly<Record<string, (work: DueWork) => Promise<void>>>;

/** Works off what is due for as long as it is open. */
export interface DueWorkRunner extends AsyncDisposable {
  /** Says that something was planned or that time has moved. */
  wake(): void;
}

const pollMilliseconds = 1_000;
const leaseSeconds = 30;

/**
 * Runs handlers when their time has come. Instances share the work by lease; a piece that fails is
 * tried again when its lease is over.
 */
export function startDueWork(
  store: DueWorkStore,
  handlers: DueWorkHandlers,
  clock: Clock,
  log: Log,
): DueWorkRunner {
  let closed = false;
  let idle = Promise.withResolvers<undefined>();

  const workOff = async () => {
    for (;;) {
      const work = closed ? null : await store.claim(clock.now(), leaseSeconds);
      if (work === null) return;
      try {
        const handler = handlers[work.kind];
        if (handler === undefined) throw new Error(`no handler for due work "${work.kind}"`);
        await handler(work);
        await store.done(work);
      } catch (error) {
        log.error({ err: error, key: work.key }, 'due work failed; it is tried again');
      }
    }
  };
  const run = async () => {
    while (!closed) {
      idle = Promise.withResolvers();
      await workOff().catch((error: unknown) => {
        log.warn({ err: error }, 'looking for due work failed');
      });
      const timer = setTimeout(idle.resolve, pollMilliseconds, undefined);
      await idle.promise;
      clearTimeout(timer);
    }
  };
  const wake = () => {
    idle.resolve(undefined);
  };
  const stopFollowing = clock.onShift(wake);
  const running = run();

  return {
    wake,
    async [Symbol.asyncDispose]() {
      closed = true;
      stopFollowing();
      wake();
      await running;
    },
  };
}
