import { drain } from '@skillswap/kit/drain';
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Log } from '@skillswap/kit/log';
import type { Host, RunningProgram } from '@skillswap/kit/process';
import type { GatewayState } from '../internal-server.ts';
import { listen } from '../listen.ts';
import { createClusterFigures } from './cluster-figures.ts';
import { createClusterDoor } from './cluster-door.ts';
import { readFromWorker, type ToWorker } from './messages.ts';

/** What {@link startCluster} needs. */
export interface ClusterOptions {
  /** How many processes serve. */
  readonly workers: number;
  /** Where probes and metrics are; null where there are none. */
  readonly internalPort: number | null;
  /** Called once, as soon as a worker serves. */
  readonly serving: (url: string, internalUrl: string | null) => void;
  readonly log: Log;
}

/** A worker that ends is started again after this time, doubled for each death in a row. */
const firstDelay = 500;
const longestDelay = 5_000;
/** Who lived this long did not die in a row. */
const longLife = 10_000;
/** Workers end by themselves long before; who does not is killed. */
const patience = 14_000;

/**
 * Starts this program again as workers that share its port, and watches over them: who dies is
 * replaced. The cluster is ready while at least one worker serves, since connections only go to
 * workers that do. Disposing waits until all have drained, which they begin when the host stops.
 */
export async function startCluster(options: ClusterOptions, host: Host): Promise<RunningProgram> {
  const { log } = options;
  /** The workers that serve, with their internal addresses. */
  const serving = new Map<Worker, string | null>();
  const timers = new Set<NodeJS.Timeout>();
  let hasServed = false;
  const isStopping = (): boolean => host.stopping.aborted;
  const state = (): GatewayState => {
    if (isStopping()) return 'draining';
    return serving.size > 0 ? 'serving' : hasServed ? 'down' : 'starting';
  };

  await using starting = new AsyncDisposableStack();
  const figures = createClusterFigures(serving);
  let internalUrl: string | null = null;
  if (options.internalPort !== null) {
    const internal = createClusterDoor({ figures, state, serving });
    internalUrl = await listen(internal, options.internalPort, '127.0.0.1');
    starting.defer(() => drain(internal, 0));
  }

  const start = (deaths: number): void => {
    const born = performance.now();
    const worker = cluster.fork();
    worker.on('message', (message: unknown) => {
      const told = readFromWorker(message);
      if (told?.kind === 'figures') figures.receive(worker, told.request, told.figures);
      if (told?.kind !== 'serving') return;
      serving.set(worker, told.internalUrl);
      if (!hasServed) options.serving(told.url, internalUrl);
      hasServed = true;
    });
    worker.once('exit', (code, signal) => {
      serving.delete(worker);
      if (isStopping()) return;
      const inRow = performance.now() - born > longLife ? 0 : deaths;
      const delay = Math.min(longestDelay, firstDelay * 2 ** inRow);
      log.error({ code, signal, delay }, 'a worker has ended; starting another');
      figures.countRestart();
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(inRow + 1);
      }, delay);
      timers.add(timer);
    });
  };
  for (let count = 0; count < options.workers; count += 1) start(0);
  host.stopping.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
    for (const worker of workers()) worker.process.kill('SIGTERM');
  });

  starting.defer(endWorkers);
  const running = starting.move();
  return {
    reload() {
      const message: ToWorker = { kind: 'reload' };
      for (const worker of serving.keys()) worker.send(message);
      return Promise.resolve();
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Waits until all have ended. */
async function endWorkers(): Promise<void> {
  const kill = setTimeout(() => {
    for (const worker of workers()) worker.process.kill('SIGKILL');
  }, patience);
  await Promise.all(workers().map((worker) => once(worker, 'exit')));
  clearTimeout(kill);
}

function workers(): readonly Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}
