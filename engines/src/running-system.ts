import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isStillThere } from './process-identity.ts';
import { writeWhole } from './write-whole.ts';

const system = z.object({
  /** The process that watches over the rest, as `identityOf` names it. */
  supervisor: z.string(),
  environment: z.string(),
  origin: z.string(),
  internalOrigin: z.string(),
  mongodbUri: z.string(),
  databaseUrl: z.string(),
  redisUrl: z.string(),
  /** The processes it has started, by name. */
  services: z.record(z.string(), z.string()),
});

/** What other programs of the checkout need to know of a system that runs. */
export type RunningSystem = z.infer<typeof system>;

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/** The system that runs from this data folder, or null. */
export function findRunningSystem(dataDir: string): RunningSystem | null {
  const found = readRecord(dataDir);
  return found !== null && isStillThere(found.supervisor) ? found : null;
}

/** Tells other programs of the checkout what runs. */
export function recordRunningSystem(dataDir: string, running: RunningSystem): void {
  writeWhole(fileIn(dataDir), running);
}

/** Forgets the system, when it has ended. */
export function forgetRunningSystem(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Ends the processes of a system whose supervisor was killed: they would hold its ports. */
export async function endOrphans(dataDir: string): Promise<void> {
  const found = readRecord(dataDir);
  if (found === null || isStillThere(found.supervisor)) return;
  for (const orphan of Object.values(found.services)) {
    if (isStillThere(orphan)) process.kill(Number.parseInt(orphan, 10), 'SIGKILL');
    while (isStillThere(orphan)) await delay(20);
  }
  forgetRunningSystem(dataDir);
}

function readRecord(dataDir: string): RunningSystem | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return system.parse(parsed);
  } catch {
    return null;
  }
}
