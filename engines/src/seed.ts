import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { exists } from './exists.ts';

/** Fills empty stores with the demo people; says whether that went well. */
export async function seedDemo(
  checkout: string,
  logFile: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<'seeded' | 'failed' | 'absent'> {
  const program = join(checkout, 'tests', 'seed-demo.ts');
  if (!(await exists(program))) return 'absent';
  const log = createWriteStream(logFile);
  await once(log, 'open');
  const seed = spawn(process.execPath, [program, '--if-empty'], {
    cwd: checkout,
    env: { ...env },
    stdio: ['ignore', log, log],
    signal,
  });
  seed.on('error', () => undefined);
  await once(seed, 'close').catch(() => undefined);
  log.end();
  return seed.exitCode === 0 ? 'seeded' : 'failed';
}
