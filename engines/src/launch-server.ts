import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeEngineRecord } from './engine-state.ts';
import type { Engine, EngineCommand, Preparation } from './engine.ts';
import { identityOf } from './process-identity.ts';
import { endServer, isAlive } from './process-of.ts';
import { reasonOf, StartupError } from './startup-error.ts';
import { untilReady } from './until-ready.ts';

/** Starts an engine's server on its data folder and waits until it is ready; its process id. */
export async function launchServer(
  engine: Engine,
  dataDir: string,
  port: number,
  preparation: Preparation,
): Promise<number> {
  const { signal } = preparation;
  const folder = join(dataDir, engine.name);
  const program = await engine.prepare(folder, preparation);
  const command = await engine.command(program, folder, port);
  signal.throwIfAborted();
  const logFile = join(dataDir, 'logs', `${engine.name}.log`);
  const pid = await spawnServer(command, logFile);
  // At once, so that whoever comes after a sudden end of this process finds the server.
  writeEngineRecord(dataDir, engine.name, { port, pid, owner: identityOf(process.pid) });
  try {
    // By its id, which stays taken until we collect our child: its command line is empty for a moment
    // while a program that changes the user hands over to the server.
    await untilReady(engine, port, () => isAlive(pid), signal);
    return pid;
  } catch (error) {
    await endServer(pid, folder, engine.stopSignal);
    signal.throwIfAborted();
    throw new StartupError(
      `${engine.title} does not start (${engine.reasonIn(readFileSync(logFile, 'utf8')) || reasonOf(error)}): ` +
        `see ${logFile}, or begin anew with "npm start -- --fresh".`,
    );
  }
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
