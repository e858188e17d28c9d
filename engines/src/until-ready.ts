import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from './engine.ts';

const readyWithin = 60_000;

/** Connects again and again until the server is ready; throws when it ends first or takes too long. */
export async function untilReady(
  engine: Engine,
  port: number,
  isRunning: () => boolean,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + readyWithin;
  for (;;) {
    try {
      await engine.becomeReady(port);
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (!isRunning() || performance.now() > deadline) throw error;
      await delay(50);
    }
  }
}
