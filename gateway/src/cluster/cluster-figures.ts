import type { Worker } from 'node:cluster';
import { AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client';
import type { ToWorker } from './messages.ts';

/** The figures of all workers as one. */
export interface ClusterFigures {
  readonly contentType: string;
  /** All metrics in Prometheus' text format: sums, unless a metric says otherwise. */
  print(): Promise<string>;
  /** Takes what a worker answered. */
  receive(worker: Worker, request: number, figures: readonly object[]): void;
  countRestart(): void;
}

/** A worker that is too busy to answer is left out. */
const patience = 2_000;

interface Collection {
  readonly missing: Set<Worker>;
  readonly received: object[];
  readonly done: () => void;
}

/** Asks, each time somebody looks, the workers that serve at that moment. */
export function createClusterFigures(serving: ReadonlyMap<Worker, unknown>): ClusterFigures {
  const own = new Registry();
  const registers = [own];
  const collections = new Map<number, Collection>();
  const restarts = new Counter({
    name: 'gateway_worker_restarts_total',
    help: 'Workers that ended without being asked to.',
    registers,
  });
  const workers = new Gauge({
    name: 'gateway_workers',
    help: 'Workers that serve.',
    registers,
    collect() {
      workers.set(serving.size);
    },
  });
  let requests = 0;

  const collect = async (): Promise<readonly object[]> => {
    requests += 1;
    const request = requests;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const done = (): void => {
      resolve(undefined);
    };
    const collection: Collection = { missing: new Set(serving.keys()), received: [], done };
    collections.set(request, collection);
    const message: ToWorker = { kind: 'figures', request };
    for (const worker of collection.missing) worker.send(message);
    if (collection.missing.size === 0) done();
    const timer = setTimeout(done, patience);
    await promise;
    clearTimeout(timer);
    collections.delete(request);
    return collection.received;
  };

  return {
    contentType: own.contentType,
    async print() {
      const ofWorkers = await collect();
      return AggregatorRegistry.aggregate([...ofWorkers, await own.getMetricsAsJSON()]).metrics();
    },
    receive(worker, request, figures) {
      const collection = collections.get(request);
      if (collection?.missing.delete(worker) !== true) return;
      collection.received.push(figures);
      if (collection.missing.size === 0) collection.done();
    },
    countRestart() {
      restarts.inc();
    },
  };
}
