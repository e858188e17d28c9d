import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillThere } from '../engines/src/process-identity.ts';
import { redisEngine } from '../engines/src/redis-engine.ts';
import { findRunningSystem } from '../engines/src/running-system.ts';

/** Kills a service of a running system and waits until it is gone; its supervisor starts another. */
export async function killService(dataDir: string, service: string): Promise<void> {
  // Between its end and its next start it is not in the record.
  for (;;) {
    const identity = findRunningSystem(dataDir)?.services[service];
    if (identity !== undefined && isStillThere(identity)) {
      process.kill(Number.parseInt(identity, 10), 'SIGKILL');
      while (isStillThere(identity)) await pause(5);
      return;
    }
    await pause(20);
  }
}

/** Kills a running system's Redis; its keeper starts it again. */
export function killRedis(dataDir: string): void {
  const pid = readFileSync(join(dataDir, redisEngine.name, redisEngine.pidFile), 'utf8');
  process.kill(Number.parseInt(pid, 10), 'SIGKILL');
}
