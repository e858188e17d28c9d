import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { DueWorkStore } from './due-work.ts';
import type { Outbox } from './outbox.ts';

/** How far background work is behind, in seconds; 0 when nothing waits. */
export interface Lag {
  /** Age of the oldest event that is not published yet. */
  readonly outboxSeconds: number;
  /** How long the oldest piece of due work has been due. */
  readonly dueWorkSeconds: number;
}

/** Reads from the store how far its background work is behind, by the product's clock. */
export async function readLag(outbox: Outbox, dueWork: DueWorkStore, clock: Clock): Promise<Lag> {
  const now = clock.now();
  const [waiting, due] = await Promise.all([outbox.waitingSince(), dueWork.dueSince(now)]);
  const age = (since: Date | null) =>
    since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000);
  return { outboxSeconds: age(waiting), dueWorkSeconds: age(due) };
}

/** What a subgraph counts; every label has few values. */
export interface SubgraphMetrics {
  readonly contentType: string;
  /** All metrics in Prometheus' text format. */
  print(): Promise<string>;
  observeOperation(kind: string, outcome: 'ok' | 'failed', seconds: number): void;
}

/** A registry of its own for each subgraph. `lag` is asked whenever somebody looks. */
export function createSubgraphMetrics(lag: (() => Promise<Lag>) | undefined): SubgraphMetrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const operations = new Histogram({
    name: 'subgraph_operation_seconds',
    help: 'Time from reading an operation to its answer.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  if (lag !== undefined) addLag(lag, registers);
  return {
    contentType: register.contentType,
    print: () => register.metrics(),
    observeOperation(kind, outcome, seconds) {
      operations.observe({ kind, outcome }, seconds);
    },
  };
}

function addLag(lag: () => Promise<Lag>, registers: Registry[]): void {
  const dueWork = new Gauge({
    name: 'subgraph_due_work_lag_seconds',
    help: 'How long the oldest piece of due work has been due.',
    registers,
  });
  const outbox = new Gauge({
    name: 'subgraph_outbox_lag_seconds',
    help: 'Age of the oldest event that is not published yet.',
    registers,
    async collect() {
      // While the store is away nobody knows; the other metrics are still there.
      const { outboxSeconds, dueWorkSeconds } = await lag().catch(() => unknown);
      outbox.set(outboxSeconds);
      dueWork.set(dueWorkSeconds);
    },
  });
}

const unknown: Lag = { outboxSeconds: NaN, dueWorkSeconds: NaN };
