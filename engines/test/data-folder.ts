import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { endEngines } from '../src/end-engines.ts';
import { readEngineRecord } from '../src/engine-state.ts';
import { engines } from '../src/engine-list.ts';
import { isServerOf } from '../src/process-of.ts';

/** A data folder of the test's own; whatever still runs on it is ended afterwards. */
export async function createDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skillswap-engines-'));
  onTestFinished(async () => {
    await endEngines(folder);
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The engines' processes that run on a data folder, by the record there. */
export function serversOf(dataDir: string): number[] {
  return engines.flatMap(({ name }) => {
    const pid = readEngineRecord(dataDir, name)?.pid ?? 0;
    return pid > 0 && isServerOf(pid, join(dataDir, name)) ? [pid] : [];
  });
}
