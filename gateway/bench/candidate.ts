import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../engines/src/free-port.ts';

/** A gateway that can be measured. */
export interface Candidate {
  /** What the command line calls it. */
  readonly name: string;
  /** What tables call it. */
  readonly title: string;
  /** Whether its packages are those of the folder peers. */
  readonly isPeer: boolean;
  /** Whether it has subscriptions. */
  readonly subscribes: boolean;
  /** How it is started, listening on this port of the loopback address. */
  command(setting: Setting): Command;
}

/** What a candidate serves. */
export interface Setting {
  readonly port: number;
  /** The supergraph's file; what else a candidate needs it may write beside it. */
  readonly supergraphFile: string;
  readonly folder: string;
}

/** A program and how it is called. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** A gateway that answers. */
export interface RunningCandidate extends AsyncDisposable {
  readonly candidate: Candidate;
  readonly port: number;
  readonly pid: number;
}

/** The core that gateways run on; everything else runs on the other one. */
export const gatewayCore = 0;
export const otherCore = 1;

const readyWithin = 60_000;

/** What runs; nothing of it outlives this process. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a gateway on its core and waits until it answers. */
export async function startCandidate(
  candidate: Candidate,
  { supergraphFile, folder }: Pick<Setting, 'supergraphFile' | 'folder'>,
): Promise<RunningCandidate> {
  const port = await freePort();
  const command = candidate.command({ port, supergraphFile, folder });
  const log = join(folder, `${candidate.name}-${String(port)}.log`);
  const child = spawn(
    'taskset',
    ['--cpu-list', String(gatewayCore), command.file, ...command.args],
    {
      cwd: command.folder ?? folder,
      env: { ...process.env, NODE_ENV: 'production', ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.add(child);
  child.once('exit', () => children.delete(child));
  const output = createWriteStream(log);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const { pid } = child;
  if (pid === undefined) throw new Error('taskset cannot be run; the benchmark needs Linux');
  const stop = () => end(child);
  try {
    await untilItAnswers(port, () => child.exitCode === null);
  } catch (error) {
    await stop();
    const told = readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n');
    throw new Error(`${candidate.title} does not start:\n${told}`, { cause: error });
  }
  return { candidate, port, pid, [Symbol.asyncDispose]: stop };
}

async function untilItAnswers(port: number, isRunning: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + readyWithin;
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    if (!isRunning() || performance.now() > giveUpAt) throw new Error('no answer');
    await delay(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const killed = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(killed);
}
