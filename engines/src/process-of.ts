import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether this process is the server of this data folder: process ids are used again, command lines tell. */
export function isServerOf(pid: number, folder: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(folder);
}

/** Ends the server of a data folder: asks with `signal`, and kills it when it has not gone in ten seconds. */
export async function endServer(
  pid: number,
  folder: string,
  signal: NodeJS.Signals,
): Promise<void> {
  if (!isServerOf(pid, folder)) return;
  process.kill(pid, signal);
  if (await isGone(pid, folder, 10_000)) return;
  if (isServerOf(pid, folder)) process.kill(pid, 'SIGKILL');
  await isGone(pid, folder, 5000);
}

async function isGone(pid: number, folder: string, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (isServerOf(pid, folder) || hasThreads(pid)) {
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** The first thread of a process may be gone while others still hold its ports and locks. */
function hasThreads(pid: number): boolean {
  try {
    return readdirSync(`/proc/${String(pid)}/task`).length > 1;
  } catch {
    return false;
  }
}

/** A process that has ended but was not collected by its parent has an empty command line. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  } catch {
    return process.platform === 'linux' ? '' : commandLineFromPs(pid);
  }
}

function commandLineFromPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
