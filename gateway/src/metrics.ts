import { errorCodes } from '@skillswap/kit/errors';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the gateway counts; every label has few values. */
export interface Metrics {
  readonly register: Registry;
  readonly contentType: string;
  /** All metrics in Prometheus' text format. */
  print(): Promise<string>;
  observeOperation(kind: string, seconds: number, outcome?: string): void;
  /** Counts operations that run, up by 1 or down by -1. */
  countRunning(change: 1 | -1): void;
  /** Counts an operation that is not run, by the first code of its refusal. */
  countRefusal(code: string): void;
  /** Counts an operation of a client that calls itself so. */
  countClient(name: string | null): void;
  /** Planning of a document that was not planned before took so long. */
  observePlanning(seconds: number): void;
  /** Shows which of these subgraphs are left alone, each time that somebody looks. */
  followSubgraphs(names: Iterable<string>, leftAlone: () => readonly string[]): void;
  observeResponse(status: number): void;
  observeFetch(subgraph: string, outcome: string, seconds: number): void;
  /** Counts open sockets and running subscriptions, up by 1 or down by -1. */
  countSockets(change: 1 | -1): void;
  countSubscriptions(change: 1 | -1): void;
  /** Counts the subscriptions at subgraphs, each of which many of the clients' may share. */
  countUpstreams(change: 1 | -1): void;
  /** Counts how often a client read too slowly and its subscription went on from the store. */
  countBehind(): void;
}

/** Every code of a refusal; another one would be a label that a client chose. */
const refusalCodes: ReadonlySet<string> = new Set([
  ...errorCodes,
  ...['MAX_DEPTH_LIMIT', 'MAX_ALIASES_LIMIT', 'MAX_ROOT_FIELDS_LIMIT', 'MAX_DIRECTIVES_LIMIT'],
  ...['COST_ESTIMATED_TOO_EXPENSIVE', 'PERSISTED_QUERY_ID_REQUIRED', 'PERSISTED_QUERY_NOT_IN_LIST'],
  ...['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_RETIRED', 'CANNOT_SEND_PQ_ID_AND_BODY'],
  ...['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE'],
  'NOT_FOUND',
]);

/** A counter with one label, and what it is called. */
interface Tally {
  readonly name: string;
  readonly help: string;
  readonly label: string;
}

/**
 * Makes a counter for what happens with every request: to find the series of a label each time would
 * cost more than all that is counted, so they are told to the registry when somebody looks.
 */
function createTally(register: Registry, { name, help, label }: Tally): (value: string) => void {
  const untold = new Map<string, number>();
  const counter = new Counter({
    name,
    help,
    labelNames: [label],
    registers: [register],
    collect() {
      for (const [value, count] of untold) counter.inc({ [label]: value }, count);
      untold.clear();
    },
  });
  return (value) => {
    untold.set(value, (untold.get(value) ?? 0) + 1);
  };
}

/**
 * A registry of its own for each gateway, so that tests may run several. Clients are free to call
 * themselves anything, so only `knownClients` have a series of their own.
 */
export function createMetrics(knownClients: readonly string[] = []): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const clients: ReadonlySet<string> = new Set(knownClients);
  let running = 0;
  const registers = [register];
  const operations = new Histogram({
    name: 'gateway_operation_seconds',
    help: 'Time from reading an operation to its answer.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'gateway_refusals_total',
    help: 'Operations that were not run, by the code that the client was told.',
    labelNames: ['code'],
    registers,
  });
  const countClient = createTally(register, {
    name: 'gateway_client_operations_total',
    help: 'Operations by client, of those that are known.',
    label: 'client',
  });
  const inFlight = new Gauge({
    name: 'gateway_operations_running',
    help: 'Operations over HTTP that are not answered yet.',
    registers,
    collect() {
      inFlight.set(running);
    },
  });
  const planning = new Histogram({
    name: 'gateway_planning_seconds',
    help: 'Time to plan a document that was not planned before.',
    registers,
  });
  const countResponse = createTally(register, {
    name: 'gateway_responses_total',
    help: 'HTTP answers by class of status.',
    label: 'status',
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
  const upstreams = new Gauge({
    name: 'gateway_subscription_upstreams',
    help: 'Running subscriptions at subgraphs.',
    registers,
  });
  const behind = new Counter({
    name: 'gateway_subscriptions_behind_total',
    help: 'How often a client read its subscription too slowly.',
    registers,
  });
  return {
    register,
    contentType: register.contentType,
    print: () => register.metrics(),
    observeOperation(kind, seconds, outcome = 'ok') {
      operations.observe({ kind, outcome }, seconds);
    },
    countRunning(change) {
      running += change;
    },
    countRefusal(code) {
      refusals.inc({ code: refusalCodes.has(code) ? code : 'OTHER' });
    },
    countClient(name) {
      countClient(name === null ? 'unnamed' : clients.has(name) ? name : 'other');
    },
    observePlanning(seconds) {
      planning.observe(seconds);
    },
    followSubgraphs(names, leftAlone) {
      const open = new Gauge({
        name: 'gateway_subgraph_left_alone',
        help: '1 while a subgraph does not answer and is asked only now and then.',
        labelNames: ['subgraph'],
        registers,
        aggregator: 'max',
        collect() {
          const alone = leftAlone();
          for (const subgraph of names) open.set({ subgraph }, alone.includes(subgraph) ? 1 : 0);
        },
      });
    },
    observeResponse(status) {
      countResponse(`${String(Math.floor(status / 100))}xx`);
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
    countUpstreams(change) {
      upstreams.inc(change);
    },
    countBehind() {
      behind.inc();
    },
  };
}
