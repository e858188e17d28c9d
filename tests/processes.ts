import { expect, inject } from 'vitest';
import { findRunningSystem } from '../engines/src/running-system.ts';

/** Kills a process of the stories' system and waits until it is gone; its supervisor starts another. */
export async function kill(service: string): Promise<void> {
  const identity = findRunningSystem(inject('dataDir'))?.services[service];
  const pid = Number.parseInt(identity ?? '', 10);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
