import type { Engine } from './engine.ts';
import type { Graph } from './graph.ts';
import { shareInFlight } from './in-flight.ts';
import type { Caller } from './subgraph-client.ts';
import { traceEngine } from './trace-engine.ts';
import type { Tracing } from '@skillswap/kit/tracing';

/** A graph as the entrances use it: observed, and with equal queries under way being one. */
export interface ServedGraph extends Graph {
  /** Runs a query or mutation of an HTTP request. */
  readonly execute: Engine['execute'];
}

/** What `identityOf` must tell apart is said at {@link shareInFlight}. */
export function toServed(
  graph: Graph,
  tracing: Tracing | null,
  identityOf: (caller: Caller) => string,
): ServedGraph {
  const engine = tracing === null ? graph.engine : traceEngine(graph.engine, tracing);
  return {
    ...graph,
    engine,
    execute: shareInFlight((...asked) => engine.execute(...asked), identityOf),
  };
}
