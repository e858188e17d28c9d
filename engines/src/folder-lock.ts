import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, isStillThere } from './process-identity.ts';

/** Lets one process at a time start engines in a data folder; the lock of a dead process does not count. */
export async function lockFolder(dataDir: string, signal: AbortSignal): Promise<AsyncDisposable> {
  const file = join(dataDir, 'engines.lock');
  while (!(await takeLock(file))) {
    signal.throwIfAborted();
    const holder = await readFile(file, 'utf8').catch(() => '');
    if (holder !== '' && !isStillThere(holder)) await rm(file, { force: true });
    await delay(50);
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

async function takeLock(file: string): Promise<boolean> {
  try {
    await using lock = await open(file, 'wx');
    await lock.writeFile(identityOf(process.pid));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
