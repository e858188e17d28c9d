import { checkout, dataDir } from '../engines/src/checkout.ts';
import { givenVariables } from '../engines/src/given-variables.ts';
import { runSystem } from '../engines/src/run-system.ts';
import type { RunningSystem } from '../engines/src/running-system.ts';

/** Starts the system of this checkout, telling `say` how it goes; disposing stops it. */
export async function startForDemo(
  say: (line: string) => void,
): Promise<AsyncDisposable & { system: RunningSystem }> {
  const system = await runSystem({
    checkout,
    dataDir,
    env: givenVariables(checkout),
    say,
    signal: AbortSignal.timeout(180_000),
    watch: false,
  });
  return { system: system.record, [Symbol.asyncDispose]: () => system[Symbol.asyncDispose]() };
}
