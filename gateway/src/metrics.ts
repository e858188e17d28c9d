import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the gateway counts; every label has few values. */
export interface Metrics {
  readonly contentType: string;
  /** All metrics in Prometheus' text format. */
  print(): Promise<string>;
  observeOperation(kind: string, seconds: number): void;
  observeResponse(status: number): void;
  observeFetch(subgraph: string, outcome: string, seconds: number): void;
  /** Counts open sockets and running subscriptions, up by 1 or down by -1. */
  countSockets(change: 1 | -1): void;
  countSubscriptions(change: 1 | -1): void;
}

/** A registry of its own for each gateway, so that tests may run several. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const operations = new Histogram({
    name: 'gateway_operation_seconds',
    help: 'Time from reading an operation to its answer.',
    labelNames: ['kind'],
    registers,
  });
  const responses = new Counter({
    name: 'gateway_responses_total',
    help: 'HTTP answers by class of status.',
    labelNames: ['status'],
    registers,
  });
  const fetches = new Histogram({
    name: 'gateway_subgraph_fetch_seconds',
    help: 'Time of one request to a subgraph.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  const sockets = new Gauge({ name: 'gateway_sockets', help: 'Open WebSockets.', registers });
  const subscriptions = new Gauge({
    name: 'gateway_subscriptions',
    help: 'Running subscriptions.',
    registers,
  });
  return {
    contentType: register.contentType,
    print: () => register.metrics(),
    observeOperation(kind, seconds) {
      operations.observe({ kind }, seconds);
    },
    observeResponse(status) {
      responses.inc({ status: `${String(Math.floor(status / 100))}xx` });
    },
    observeFetch(subgraph, outcome, seconds) {
      fetches.observe({ subgraph, outcome }, seconds);
    },
    countSockets(change) {
      sockets.inc(change);
    },
    countSubscriptions(change) {
      subscriptions.inc(change);
    },
  };
}
