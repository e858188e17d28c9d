import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEngineRecord } from './engine-state.ts';
import type { Engine } from './engine.ts';
import { engines } from './engine-list.ts';
import { isStillThere } from './process-identity.ts';
import { endServer } from './process-of.ts';

/** Whether a process that is still there has started engines in this data folder. */
export function areEnginesOwned(dataDir: string): boolean {
  return engines.some(({ name }) => {
    const known = readEngineRecord(dataDir, name);
    return known !== undefined && known.pid !== null && isStillThere(known.owner);
  });
}

/** Ends whatever engines run on this data folder. */
export async function endEngines(dataDir: string): Promise<void> {
  await Promise.all(engines.map(async (engine) => endLeftOver(engine, dataDir)));
}

/** Ends one engine that no record knows of, or that does not answer: it would hold the data folder's lock. */
export async function endLeftOver(engine: Engine, dataDir: string): Promise<void> {
  const folder = join(dataDir, engine.name);
  const written = await readFile(join(folder, engine.pidFile), 'utf8').catch(() => '');
  for (const pid of [
    Number.parseInt(written, 10),
    readEngineRecord(dataDir, engine.name)?.pid ?? Number.NaN,
  ]) {
    if (!Number.isNaN(pid)) await endServer(pid, folder, engine.stopSignal);
  }
}
