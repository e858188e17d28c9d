import type { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis } from 'ioredis';
import type { ClientSession } from 'mongodb';
import { followSharedClock, systemClock, type Clock } from './clock.ts';
import { mongoDueWork, startDueWork, type DueWorkHandlers, type MongoDueWork } from './due-work.ts';
import { mongoInbox, startConsumer, type EventHandlers } from './inbox.ts';
import type { Log } from './log.ts';
import { createMailbox, type SendMail } from './mail.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import {
  createTransact,
  ensureCollections,
  openMongo,
  type CollectionDeclarations,
  type MongoStore,
  type MongoTransaction,
  type Transact,
} from './mongo.ts';
import { mongoOutbox, startRelay, type Relay } from './outbox.ts';
import { openPubSub, openRedis } from './redis.ts';
import { readLag, type Lag } from './subgraph-metrics.ts';
import type { Tracing } from './tracing.ts';

/** What {@link openMongoRuntime} needs. */
export interface MongoRuntimeOptions {
  readonly subgraph: string;
  readonly environment: 'development' | 'production';
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly collections: CollectionDeclarations;
  readonly log: Log;
  /** The database; the subgraph's name unless a test has one of its own. */
  readonly database?: string;
  /** Before every Redis key; empty unless a test has one of its own. */
  readonly prefix?: string;
  /** The clock of a test. Otherwise development follows the shared clock, production the machine's. */
  readonly clock?: Clock;
  /** A mail server; without one development uses its mailbox. */
  readonly smtp?: { readonly url: string; readonly from: string };
  readonly tracing?: Tracing | null;
}

/** The connections and background loops of one subgraph on MongoDB. */
export interface MongoRuntime extends AsyncDisposable {
  readonly store: MongoStore;
  readonly redis: Redis;
  readonly prefix: string;
  readonly pubsub: RedisPubSub;
  readonly clock: Clock;
  readonly log: Log;
  readonly transact: Transact;
  readonly relay: Relay;
  readonly dueWork: MongoDueWork;
  readonly sendMail: SendMail;
  /** Applies other subgraphs' events until the runtime is closed. */
  consume(producers: readonly string[], handlers: EventHandlers<MongoTransaction>): Promise<void>;
  /** Works off due work until the runtime is closed. */
  workOff(handlers: DueWorkHandlers): void;
  /** Rejects while a store is away. */
  ready(): Promise<void>;
  /** How far background work is behind. */
  lag(): Promise<Lag>;
}

/**
 * Opens what a MongoDB subgraph runs on, with its collections and indexes in place. Disposing stops
 * the loops first and closes the connections last.
 */
export async function openMongoRuntime(options: MongoRuntimeOptions): Promise<MongoRuntime> {
  const { subgraph, environment, mongodbUri, redisUrl, collections, log, smtp } = options;
  const { database = subgraph, prefix = '', tracing = null } = options;
  await using opening = new AsyncDisposableStack();
  const store = opening.use(await openMongo(mongodbUri, database, subgraph, tracing));
  await ensureCollections(store.db, collections);
  const redis = openRedis(redisUrl, log);
  opening.defer(() => {
    redis.disconnect();
  });
  const pubsub = openPubSub(redis);
  opening.defer(async () => {
    await pubsub.close();
  });
  const clock = options.clock ?? (await openClock(opening, redis, environment));
  const now = () => clock.now();

  const outbox = mongoOutbox(store.db, crypto.randomUUID());
  const relay = opening.use(startRelay({ outbox, redis, subgraph, prefix, log }));
  // Most commits concern neither loop, and a look for nothing costs as much as a write.
  const planners = new WeakSet<ClientSession>();
  let wakeDueWork: () => void = () => undefined;
  const transact = createTransact(store, now, ({ session, hasEmitted }) => {
    if (hasEmitted) relay.wake();
    if (planners.has(session)) wakeDueWork();
  });
  const plans = mongoDueWork(store.db);
  const dueWork: MongoDueWork = {
    ...plans,
    plan(session, work) {
      planners.add(session);
      return plans.plan(session, work);
    },
  };
  const loops = opening.move();

  return {
    store,
    redis,
    prefix,
    pubsub,
    clock,
    log,
    transact,
    relay,
    dueWork,
    sendMail: smtp ? createSmtpMailer(smtp.url, smtp.from) : createMailbox(redis, now),
    async consume(producers, handlers) {
      const apply = mongoInbox(store.db, transact, now, handlers);
      const consumer = { redis, consumer: subgraph, producers, prefix, apply, log };
      loops.use(await startConsumer(consumer));
    },
    workOff(handlers) {
      const runner = loops.use(startDueWork(dueWork, handlers, clock, log));
      wakeDueWork = () => {
        runner.wake();
      };
    },
    lag: () => readLag(outbox, dueWork, clock),
    async ready() {
      await store.db.command({ ping: 1 });
    },
    [Symbol.asyncDispose]: () => loops.disposeAsync(),
  };
}

async function openClock(
  opening: AsyncDisposableStack,
  redis: Redis,
  environment: 'development' | 'production',
): Promise<Clock> {
  if (environment === 'production') return systemClock;
  return opening.use(await followSharedClock(redis));
}
