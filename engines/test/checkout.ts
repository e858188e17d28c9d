import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { endEngines } from '../src/end-engines.ts';
import { freePort } from '../src/free-port.ts';
import { endOrphans } from '../src/running-system.ts';

const repository = join(import.meta.dirname, '..', '..');

/** A checkout with small stand-ins for the services, on ports of its own. */
export interface Checkout {
  dataDir: string;
  env: Record<string, string>;
  /** Replaces a service's program, or adds one; the path is inside the checkout. */
  write: (file: string, text: string) => Promise<void>;
  run: (program: string, ...args: string[]) => Program;
}

/** A program started from a checkout, and what it has said so far. */
export interface Program {
  child: ChildProcess;
  output: () => string;
  /** Waits until it has said something that matches. */
  says: (pattern: RegExp) => Promise<void>;
  /** Waits until it has ended; its exit code. */
  ends: () => Promise<number | null>;
}

/** Answers at its port, says in its log that it has ended in good order, and leaves when asked to. */
const standIn = (port: string) => `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
const server = createServer((request, response) => {
  if (request.url === '/environment') response.end(JSON.stringify(process.env));
  else if (request.url === '/die') process.exit(3);
  else response.end('ok');
});
server.listen(Number(process.env.${port}), '127.0.0.1');
process.on('SIGTERM', () => {
  appendFileSync(process.env.DATA_DIR + '/ended', '${port} ');
  server.close();
  server.closeAllConnections();
});
`;

export async function createCheckout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'skillswap-checkout-'));
  const dataDir = join(folder, '.data');
  const variables = ['PORT', 'INTERNAL_PORT', 'STRIPE_SANDBOX_PORT', 'USERS_PORT', 'PAYMENTS_PORT'];
  const env: Record<string, string> = { DATA_DIR: dataDir };
  for (const name of ['PATH', 'HOME', 'NODE_COMPILE_CACHE']) env[name] = process.env[name] ?? '';
  for (const variable of variables) env[variable] = String(await freePort());
  await cp(join(repository, 'engines', 'src'), join(folder, 'engines', 'src'), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');

  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await write('gateway/src/main.ts', standIn('INTERNAL_PORT'));
  await write('subgraphs/users/src/main.ts', standIn('USERS_PORT'));
  await write('subgraphs/payments/src/main.ts', standIn('PAYMENTS_PORT'));
  await write('kit/src/empty.ts', '');
  onTestFinished(async () => {
    await endOrphans(dataDir);
    await endEngines(dataDir);
    await rm(folder, { recursive: true, force: true });
  });
  return { dataDir, env, write, run: (...args) => run(folder, env, args) };
}

function run(folder: string, env: Record<string, string>, args: readonly string[]): Program {
  const [program = '', ...more] = args;
  const child = spawn(process.execPath, [join(folder, program), ...more], { cwd: folder, env });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await ended;
  });
  const output = () => Buffer.concat(chunks).toString();
  return {
    child,
    output,
    async says(pattern) {
      const deadline = performance.now() + 60_000;
      while (!pattern.test(output())) {
        if (child.exitCode !== null || performance.now() > deadline) {
          throw new Error(`it never said ${String(pattern)}, but:\n${output()}`);
        }
        await delay(20);
      }
    },
    async ends() {
      await ended;
      return child.exitCode;
    },
  };
}
