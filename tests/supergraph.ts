import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../engines/src/checkout.ts';
import { runSystem, type System } from '../engines/src/run-system.ts';

/** The whole product, as `npm start` runs it, on free ports and engines of its own. */
export interface Supergraph extends AsyncDisposable {
  readonly system: System;
  /** Where the record of its processes is kept. */
  readonly dataDir: string;
  /** Where users listens, which only the gateway and other subgraphs may ask. */
  readonly usersUrl: string;
  /** What the supervisor had to say so far. */
  readonly said: readonly string[];
}

const ports = [
  ...['PORT', 'INTERNAL_PORT', 'STRIPE_SANDBOX_PORT', 'USERS_PORT', 'SKILLS_PORT'],
  ...['SESSIONS_PORT', 'CHAT_PORT', 'REVIEWS_PORT', 'PAYMENTS_PORT'],
] as const;

/** Starts the product; disposing stops it and removes its data. */
export async function startSupergraph(): Promise<Supergraph> {
  await using undo = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'skillswap-supergraph-'));
  undo.defer(() => rm(dataDir, { recursive: true, force: true }));
  // PostgreSQL may run as another person than the one who runs the tests.
  await chmod(dataDir, 0o755);
  const said: string[] = [];
  const chosen = await takePorts();
  const system = undo.use(
    await runSystem({
      checkout,
      dataDir,
      env: {
        ...chosen,
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        // Each person in a test has an address of their own, so that limits per address do not meet.
        TRUSTED_PROXIES: '1',
        LOG_LEVEL: 'warn',
      },
      say: (line) => said.push(line),
      signal: AbortSignal.timeout(120_000),
      watch: false,
    }),
  );
  const stack = undo.move();
  const usersUrl = `http://127.0.0.1:${chosen['USERS_PORT'] ?? ''}/graphql`;
  return { system, dataDir, usersUrl, said, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function takePorts(): Promise<Record<string, string>> {
  const free = await Promise.all(ports.map(() => takePort()));
  await Promise.all(free.map(({ release }) => release()));
  return Object.fromEntries(ports.map((name, at) => [name, String(free[at]?.port ?? 0)]));
}

/** Held until all are taken, so that no two are the same. */
function takePort(): Promise<{ port: number; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const release = () =>
        new Promise<void>((done) => {
          server.close(() => {
            done();
          });
        });
      resolve({ port, release });
    });
  });
}
