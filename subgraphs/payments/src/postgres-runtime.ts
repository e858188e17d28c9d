import { followSharedClock, systemClock, type Clock } from '@skillswap/kit/clock';
import {
  postgresDueWork,
  startDueWork,
  type DueWorkHandlers,
  type PostgresDueWork,
} from '@skillswap/kit/due-work';
import { postgresInbox, startConsumer, type EventHandlers } from '@skillswap/kit/inbox';
import type { Log } from '@skillswap/kit/log';
import { createMailbox, type SendMail } from '@skillswap/kit/mail';
import { postgresOutbox, startRelay } from '@skillswap/kit/outbox';
import { openPubSub, openRedis } from '@skillswap/kit/redis';
import { createSmtpMailer } from '@skillswap/kit/smtp-mailer';
import { readLag, type Lag } from '@skillswap/kit/subgraph-metrics';
import type { Tracing } from '@skillswap/kit/tracing';
import type { Sql, TransactionSql } from 'postgres';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { traceQueries } from './trace-queries.ts';
import { createTransact, type Transact } from './transact.ts';

/** What {@link openPostgresRuntime} needs. */
export interface PostgresRuntimeOptions {
  readonly environment: 'development' | 'production';
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly log: Log;
  /** The schema; `payments` unless a test has one of its own. */
  readonly schema?: string;
  /** How its backends are named in PostgreSQL's own views. */
  readonly applicationName?: string;
  /** Before every Redis key; empty unless a test has one of its own. */
  readonly prefix?: string;
  /** The clock of a test. Otherwise development follows the shared clock, production the machine's. */
  readonly clock?: Clock;
  /** A mail server; without one development uses its mailbox. */
  readonly smtp?: { readonly url: string; readonly from: string };
  readonly tracing?: Tracing | null;
}

/** The connections and background loops of this subgraph. */
export interface PostgresRuntime extends AsyncDisposable {
  readonly sql: Sql;
  readonly prefix: string;
  readonly pubsub: ReturnType<typeof openPubSub>;
  readonly clock: Clock;
  readonly log: Log;
  readonly transact: Transact;
  readonly dueWork: PostgresDueWork;
  readonly sendMail: SendMail;
  /** Applies other subgraphs' events until the runtime is closed. */
  consume(producers: readonly string[], handlers: EventHandlers<TransactionSql>): Promise<void>;
  /** Works off due work until the runtime is closed. */
  workOff(handlers: DueWorkHandlers): void;
  /** Rejects while the store is away. */
  ready(): Promise<void>;
  /** How far background work is behind. */
  lag(): Promise<Lag>;
}

/**
 * Migrates the schema and opens what the subgraph runs on. Disposing stops the loops first and
 * closes the connections last.
 */
export async function openPostgresRuntime(
  options: PostgresRuntimeOptions,
): Promise<PostgresRuntime> {
  const { environment, databaseUrl, redisUrl, log, schema = 'payments', prefix = '' } = options;
  const { applicationName = 'skillswap-payments', tracing = null, smtp } = options;
  await using opening = new AsyncDisposableStack();
  await migrate(databaseUrl, schema);
  const opened = openPostgres({ url: databaseUrl, schema, applicationName });
  const sql = tracing === null ? opened : traceQueries(opened, tracing);
  opening.defer(() => sql.end({ timeout: 5 }));
  const redis = openRedis(redisUrl, log);
  opening.defer(() => {
    redis.disconnect();
  });
  const pubsub = openPubSub(redis);
  opening.defer(async () => {
    await pubsub.close();
  });
  const clock =
    options.clock ??
    (environment === 'production' ? systemClock : opening.use(await followSharedClock(redis)));

  const outbox = postgresOutbox(sql);
  const relay = opening.use(startRelay({ outbox, redis, subgraph: 'payments', prefix, log }));
  let wakeDueWork: () => void = () => undefined;
  const transact = createTransact(sql, log, () => {
    relay.wake();
    wakeDueWork();
  });
  const dueWork = postgresDueWork(sql);
  const loops = opening.move();

  return {
    sql,
    prefix,
    pubsub,
    clock,
    log,
    transact,
    dueWork,
    sendMail: smtp
      ? createSmtpMailer(smtp.url, smtp.from)
      : createMailbox(redis, () => clock.now()),
    async consume(producers, handlers) {
      const apply = postgresInbox(transact, () => clock.now(), handlers);
      loops.use(
        await startConsumer({ redis, consumer: 'payments', producers, prefix, apply, log }),
      );
    },
    workOff(handlers) {
      const runner = loops.use(startDueWork(dueWork, handlers, clock, log));
      wakeDueWork = () => {
        runner.wake();
      };
    },
    lag: () => readLag(outbox, dueWork, clock),
    async ready() {
      await sql`select 1`;
    },
    [Symbol.asyncDispose]: () => loops.disposeAsync(),
  };
}
