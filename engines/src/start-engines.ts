import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Engine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';
import { useGivenEngine } from './given-engine.ts';
import { mongodbEngine } from './mongodb-engine.ts';
import { postgresEngine } from './postgres-engine.ts';
import { redisEngine } from './redis-engine.ts';
import { startEngine } from './start-engine.ts';
import type { RunningEngine } from './running-engine.ts';

/** The addresses of the three engines; disposing stops those that this call started. */
export interface Engines extends AsyncDisposable {
  mongodbUri: string;
  databaseUrl: string;
  redisUrl: string;
}

export interface EngineOptions {
  /** Where data, logs and the record of what runs are kept. */
  dataDir: string;
  /** `MONGODB_URI`, `DATABASE_URL` and `REDIS_URL` name servers to use instead of starting them. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Called with one line for each thing that takes time or is done. */
  progress?: (line: string) => void;
  /** Gives up starting, and ends what has started. */
  signal?: AbortSignal;
  /** Starts a server again when it ends, as long as the engines are not disposed. */
  keepRunning?: boolean;
}

/**
 * Makes MongoDB, PostgreSQL and Redis available, without Docker and without special rights: uses the
 * servers that the environment names, then those that already run for this data folder, and starts the
 * rest. When one of them cannot be had, none is left running.
 */
export async function startEngines(options: EngineOptions): Promise<Engines> {
  const { env = {}, progress = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])]);
  await using lock = new AsyncDisposableStack();
  lock.use(await lockFolder(dataDir, signal));

  const start = async (engine: Engine): Promise<RunningEngine> => {
    const begin = performance.now();
    const url = env[engine.variable] ?? '';
    const running = await (url === ''
      ? startEngine(engine, dataDir, { progress, signal })
      : useGivenEngine(engine, url));
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    if (options.keepRunning === true) running.keepRunning(progress);
    progress(`${engine.title.padEnd(11)} ${running.origin} (${seconds} s)`);
    return running;
  };
  return await together([start(mongodbEngine), start(postgresEngine), start(redisEngine)], failure);
}

/** Waits for all three; the first failure makes the others give up, and what had started is stopped. */
async function together(
  starting: [Promise<RunningEngine>, Promise<RunningEngine>, Promise<RunningEngine>],
  failure: AbortController,
): Promise<Engines> {
  await using undo = new AsyncDisposableStack();
  const settling = starting.map(async (one) => {
    try {
      undo.use(await one);
    } catch (error) {
      failure.abort(error);
    }
  });
  await Promise.all(settling);
  failure.signal.throwIfAborted();
  const [mongodb, postgres, redis] = await Promise.all(starting);
  undo.move();
  return {
    mongodbUri: mongodb.url,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    async [Symbol.asyncDispose]() {
      await Promise.all([mongodb, postgres, redis].map((engine) => engine[Symbol.asyncDispose]()));
    },
  };
}
