import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from './startup-error.ts';
import type { SupervisedService } from './supervisor.ts';

const readyWithin = 60_000;

/** Waits until a service says that it can work. One that ends first has something wrong with it. */
export async function waitUntilReady(
  supervised: SupervisedService,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + readyWithin;
  while (!(await isReady(supervised.service.readyUrl))) {
    signal.throwIfAborted();
    const problem = problemOf(supervised, performance.now() > deadline);
    if (problem !== null) throw new StartupError(problem);
    await delay(100);
  }
}

function problemOf(supervised: SupervisedService, isLate: boolean): string | null {
  const { deaths, lastWords, service } = supervised;
  const cause = lastWords === '' ? '' : ` (${lastWords})`;
  const where = `see .data/logs/${service.name}.log.`;
  if (deaths > 0) return `${service.name} does not start${cause}: ${where}`;
  if (isLate) return `${service.name} was not ready after a minute${cause}: ${where}`;
  return null;
}

async function isReady(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}
