import { inspect } from 'node:util';
import { Redis } from 'ioredis';
import { resetClock } from '@skillswap/kit/clock';
import { dataDir } from '../engines/src/checkout.ts';
import { findRunningSystem, type RunningSystem } from '../engines/src/running-system.ts';
import { playJourney } from './journey/play-journey.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';
import { startForDemo } from './start-for-demo.ts';

/**
 * Plays the member's journey live, with two new people, against the system that runs from this
 * checkout, and starts it for as long as the demo takes when none does. It moves the system's clock
 * and puts it back at the end.
 */
await using running = await findOrStart();
try {
  await play(running.system);
} catch (error) {
  process.exitCode = 1;
  console.error(
    `\nThe journey ended here: ${error instanceof Error ? error.message : String(error)}`,
  );
} finally {
  const redis = new Redis(running.system.redisUrl);
  await resetClock(redis);
  redis.disconnect();
}

async function findOrStart(): Promise<AsyncDisposable & { system: RunningSystem }> {
  const system = findRunningSystem(dataDir);
  if (system === null) return startForDemo(console.log);
  return { system, [Symbol.asyncDispose]: () => Promise.resolve() };
}

async function play(system: RunningSystem): Promise<void> {
  await using clock = openSystemClock(system);
  let number = 0;
  const stage = {
    endpoint: endpointOf(system),
    now: clock.now,
    async moveClockTo(instant: Date) {
      await clock.moveClockTo(instant);
      console.log(`\n    … the clock moves to ${instant.toISOString()}`);
    },
    tell(step: string, answer: unknown) {
      number += 1;
      console.log(`\n${String(number).padStart(2)}. ${step}`);
      if (answer != null) console.log(inspect(answer, { depth: 6, colors: process.stdout.isTTY }));
    },
  };
  const pair = [somebody('Ada'), somebody('Bob', 'America/New_York')] as const;
  await playJourney(stage, [...pair], crypto.randomUUID().slice(0, 8));
  console.log('\nThe journey is complete. The clock is back on real time.');
}
