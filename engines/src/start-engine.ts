import { closeSync, openSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readEngineRecord, writeEngineRecord } from './engine-state.ts';
import type { Engine, EngineCommand, Preparation } from './engine.ts';
import { freePort } from './free-port.ts';
import { identityOf, isStillThere } from './process-identity.ts';
import { endLeftOver } from './end-engines.ts';
import { endServer, isServerOf } from './process-of.ts';
import { reasonOf, StartupError } from './startup-error.ts';

const readyWithin = 60_000;

/** An engine that can be connected to; disposing it stops the server if this process is its owner. */
export interface RunningEngine extends AsyncDisposable {
  engine: Engine;
  url: string;
  /** How it came to be there, in a few words for the person who waits. */
  origin: string;
}

/** Uses the server that already runs for this data folder, or starts one there. */
export async function startEngine(
  engine: Engine,
  dataDir: string,
  preparation: Preparation,
): Promise<RunningEngine> {
  const folder = join(dataDir, engine.name);
  const reused = await reuse(engine, dataDir, folder);
  if (reused !== null) return reused;
  await endLeftOver(engine, dataDir);
  const program = await engine.prepare(folder, preparation);
  const port = await freePort(readEngineRecord(dataDir, engine.name)?.port);
  preparation.signal.throwIfAborted();
  return launch(
    engine,
    dataDir,
    folder,
    port,
    await engine.command(program, folder, port),
    preparation,
  );
}

/** A server whose owner is gone belongs to whoever finds it; one with a live owner is only borrowed. */
async function reuse(
  engine: Engine,
  dataDir: string,
  folder: string,
): Promise<RunningEngine | null> {
  const known = readEngineRecord(dataDir, engine.name);
  if (known === undefined) return null;
  const { pid, port } = known;
  if (pid === null || !isServerOf(pid, folder)) return null;
  const isReady = await untilReady(engine, port, () => isServerOf(pid, folder)).then(
    () => true,
    () => false,
  );
  if (!isReady) return null;
  const origin = 'already running';
  const url = engine.urlAt(port);
  if (isStillThere(known.owner)) {
    return { engine, url, origin, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  writeEngineRecord(dataDir, engine.name, { pid, port, owner: identityOf(process.pid) });
  return { engine, url, origin, [Symbol.asyncDispose]: () => stop(engine, dataDir, pid, port) };
}

async function launch(
  engine: Engine,
  dataDir: string,
  folder: string,
  port: number,
  command: EngineCommand,
  { signal }: Preparation,
): Promise<RunningEngine> {
  const logFile = join(dataDir, 'logs', `${engine.name}.log`);
  const pid = await spawnServer(command, logFile);
  writeEngineRecord(dataDir, engine.name, { pid, port, owner: identityOf(process.pid) });
  try {
    await untilReady(engine, port, () => isServerOf(pid, folder), signal);
  } catch (error) {
    await stop(engine, dataDir, pid, port);
    signal.throwIfAborted();
    throw new StartupError(
      `${engine.title} does not start (${engine.reasonIn(read(logFile)) || reasonOf(error)}): ` +
        `see ${logFile}, or begin anew with "npm start -- --fresh".`,
    );
  }
  const url = engine.urlAt(port);
  const origin = `started on port ${String(port)}`;
  return { engine, url, origin, [Symbol.asyncDispose]: () => stop(engine, dataDir, pid, port) };
}

/** In a process group of its own: Ctrl-C in a terminal must not end it before its users have drained. */
async function spawnServer(command: EngineCommand, logFile: string): Promise<number> {
  const log = openSync(logFile, 'w');
  const server = spawn(command.file, command.args, {
    ...command.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('spawn', () => {
      server.unref();
      if (server.pid !== undefined) resolve(server.pid);
    });
  });
}

async function untilReady(
  engine: Engine,
  port: number,
  isRunning: () => boolean,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + readyWithin;
  for (;;) {
    try {
      await engine.becomeReady(port);
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (!isRunning() || performance.now() > deadline) throw error;
      await delay(50);
    }
  }
}

async function stop(engine: Engine, dataDir: string, pid: number, port: number): Promise<void> {
  await endServer(pid, join(dataDir, engine.name), engine.stopSignal);
  writeEngineRecord(dataDir, engine.name, { pid: null, port, owner: identityOf(process.pid) });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
