import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout, dataDir } from './checkout.ts';
import { removeData } from './fresh.ts';
import { givenVariables } from './given-variables.ts';
import { runSystem } from './run-system.ts';
import type { System } from './run-system.ts';
import { seedDemo } from './seed.ts';
import { reasonOf, StartupError } from './startup-error.ts';
import { stopSignal } from './stop-signal.ts';
import { welcome } from './welcome.ts';

const say = (line: string) => {
  console.log(line);
};

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof StartupError ? error.message : `Cannot start: ${reasonOf(error)}`);
}

async function main(): Promise<void> {
  requireNode24();
  const { fresh, watch } = readArguments();
  let system: System | undefined;
  const signal = stopSignal(() => system?.kill());
  const begin = performance.now();
  const env = givenVariables(checkout);
  if (fresh) await removeData(dataDir, env);
  say('SkillSwap is starting …');
  try {
    system = await runSystem({ checkout, dataDir, env, say, signal, watch });
    await seed(system, signal);
    say(welcome(system.record, performance.now() - begin));
    await untilAborted(signal);
    say('\nStopping …');
  } catch (error) {
    // Stopped on request while starting: what had started is gone already, and nothing is wrong.
    if (!signal.aborted) throw error;
  } finally {
    await system?.[Symbol.asyncDispose]();
  }
  say('Stopped.');
}

async function seed(system: System, signal: AbortSignal): Promise<void> {
  if (system.record.environment === 'production') return;
  const logFile = join(dataDir, 'logs', 'seed.log');
  const outcome = await seedDemo(checkout, logFile, system.env, signal);
  signal.throwIfAborted();
  if (outcome === 'failed') say('The demo people could not be made: see .data/logs/seed.log.');
}

function requireNode24(): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return;
  throw new StartupError(
    `SkillSwap needs Node.js 24 and this is ${process.versions.node}: run npm ci, then npm start.`,
  );
}

function readArguments(): { fresh: boolean; watch: boolean } {
  try {
    const options = { fresh: { type: 'boolean' }, watch: { type: 'boolean' } } as const;
    const { fresh = false, watch = false } = parseArgs({ options }).values;
    return { fresh, watch };
  } catch (error) {
    throw new StartupError(`${reasonOf(error)} Usage: npm start -- [--fresh] [--watch]`);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // An event listener alone keeps no process alive; the services' pipes do, but only while they run.
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
  clearInterval(alive);
}
