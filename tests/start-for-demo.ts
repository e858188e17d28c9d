import { join } from 'node:path';
import { checkout, dataDir } from '../engines/src/checkout.ts';
import { givenVariables } from '../engines/src/given-variables.ts';
import { runSystem } from '../engines/src/run-system.ts';
import type { RunningSystem } from '../engines/src/running-system.ts';
import { seedDemo } from '../engines/src/seed.ts';

/**
 * Starts the system of this checkout as `npm start` does, demo people included, telling `say` how it
 * goes; disposing stops it.
 */
export async function startForDemo(
  say: (line: string) => void,
): Promise<AsyncDisposable & { system: RunningSystem }> {
  const signal = AbortSignal.timeout(180_000);
  const system = await runSystem({
    checkout,
    dataDir,
    env: givenVariables(checkout),
    say,
    signal,
    watch: false,
  });
  await seedDemo(checkout, join(dataDir, 'logs', 'seed.log'), system.env, signal);
  return { system: system.record, [Symbol.asyncDispose]: () => system[Symbol.asyncDispose]() };
}
