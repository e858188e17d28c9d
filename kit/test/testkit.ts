import { randomBytes } from 'node:crypto';
import type { CommandStartedEvent, MongoClient } from 'mongodb';
import { createManualClock, systemClock, type Clock } from '../src/clock.ts';
import { createLog, type Log } from '../src/log.ts';
import type { CollectionDeclarations } from '../src/mongo.ts';
import {
  openMongoRuntime,
  type MongoRuntime,
  type MongoRuntimeOptions,
} from '../src/mongo-runtime.ts';
import { newId } from '../src/id.ts';
import { identityHeader, signIdentity, type Member, type Viewer } from '../src/viewer.ts';

/** The secret with which tests sign identities. */
export const testSecret = 'a secret of at least thirty-two characters, for tests';

/** A log that stays quiet; set TEST_LOG_LEVEL=debug to see it. */
export const testLog: Log = createLog('test', process.env['TEST_LOG_LEVEL'] ?? 'silent');

/** The URL of an engine that the global set-up has started. */
export function engineUrl(name: 'MONGODB_URI' | 'DATABASE_URL' | 'REDIS_URL'): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set; run the tests by "npm test"`);
  return url;
}

/** A name that no other test uses: a database, a schema, a Redis prefix. */
export function uniqueName(stem: string): string {
  return `test_${stem}_${randomBytes(5).toString('hex')}`;
}

/** A runtime on a database of its own, which is dropped with it. */
export async function openTestRuntime(
  subgraph: string,
  collections: CollectionDeclarations,
  clock: Clock = systemClock,
  over: Pick<Partial<MongoRuntimeOptions>, 'log' | 'tracing'> = {},
): Promise<MongoRuntime> {
  const database = uniqueName(subgraph);
  const runtime = await openMongoRuntime({
    subgraph,
    environment: 'development',
    mongodbUri: withCommandMonitoring(engineUrl('MONGODB_URI')),
    redisUrl: engineUrl('REDIS_URL'),
    collections,
    log: testLog,
    database,
    prefix: `${database}:`,
    clock,
    ...over,
  });
  return {
    ...runtime,
    async [Symbol.asyncDispose]() {
      await runtime.store.db.dropDatabase();
      await runtime[Symbol.asyncDispose]();
    },
  };
}

/** The URI with which a client tells of each command; see {@link recordCommands}. */
export function withCommandMonitoring(uri: string): string {
  return `${uri}${uri.includes('?') ? '&' : '/?'}monitorCommands=true`;
}

/**
 * What the driver sends on behalf of `work`: the commands on these collections, in order. What the
 * background loops send to other collections is left out.
 */
export async function recordCommands(
  client: MongoClient,
  collections: readonly string[],
  work: () => Promise<unknown>,
): Promise<CommandStartedEvent[]> {
  const events: CommandStartedEvent[] = [];
  const record = (event: CommandStartedEvent) => {
    const mentioned = JSON.stringify(event.command[event.commandName]);
    const text = JSON.stringify(event.command['pipeline'] ?? '');
    if (collections.some((name) => mentioned === `"${name}"` || text.includes(`"from":"${name}"`)))
      events.push(event);
  };
  client.on('commandStarted', record);
  try {
    await work();
  } finally {
    client.off('commandStarted', record);
  }
  return events;
}

/** A logged-in person whom no other test knows. */
export function aMember(over: Partial<Member> = {}): Member {
  return {
    kind: 'member',
    id: newId('usr'),
    roles: ['LEARNER', 'TEACHER'],
    scopes: [],
    authSessionId: newId('ase'),
    authTime: Math.floor(Date.now() / 1000),
    ...over,
  };
}

/** An administrator. */
export const anAdmin = () => aMember({ roles: ['ADMIN'], scopes: ['admin'] });

/** What a subgraph answered. */
export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** Runs operations at one subgraph as somebody. */
export function callSubgraph(subgraph: string, url: string) {
  return {
    as: (viewer: Viewer) => ({
      async execute(
        query: string,
        variables: Readonly<Record<string, unknown>> = {},
      ): Promise<Answer> {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            [identityHeader]: await signIdentity(testSecret, subgraph, viewer),
          },
          body: JSON.stringify({ query, variables }),
        });
        const body: unknown = await response.json();
        return { status: response.status, ...readAnswer(body) };
      },
    }),
  };
}

function readAnswer(body: unknown): Omit<Answer, 'status'> {
  if (!isAnswer(body)) throw new Error(`not a GraphQL answer: ${JSON.stringify(body)}`);
  return { data: body.data ?? null, errors: body.errors ?? [] };
}

function isAnswer(body: unknown): body is { data?: Answer['data']; errors?: Answer['errors'] } {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}

/** Waits until `check` passes, looking again after each short pause, up to ten seconds. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}

export { createManualClock };
