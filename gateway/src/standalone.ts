import { drain } from '@skillswap/kit/drain';
import { ConfigurationError } from '@skillswap/kit/config';
import { createLog, type Log } from '@skillswap/kit/log';
import type { Host, RunningProgram } from '@skillswap/kit/process';
import { traceHeaders, type Tracing } from '@skillswap/kit/tracing';
import { type Authenticate, anonymousCredential } from './authentication.ts';
import { startCluster } from './cluster/primary.ts';
import { isWorker, reportToPrimary } from './cluster/worker.ts';
import type { CommandLine } from './command-line.ts';
import { examineGraph, loadGraph, type Graph } from './graph.ts';
import { createCors } from './http/cors.ts';
import { createGraphqlHandler } from './http/graphql.ts';
import { createPublicServer, defaultPatience } from './http/public-server.ts';
import { defaultLimits } from './limits.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { createOperationLines } from './operation-log.ts';
import { createFindDocument } from './operations/find-document.ts';
import { noClients } from './registry/clients.ts';
import { createPlaces, defaultOverloadLimits } from './overload.ts';
import { createSubgraphClient, type Caller, type SubgraphClient } from './subgraph-client.ts';
import { readSubgraphUrls } from './subgraph-urls.ts';
import type { OpenSockets } from './subscriptions/open-sockets.ts';
import { serveSockets } from './subscriptions/socket-server.ts';
import { createUpstreams } from './subscriptions/upstreams.ts';
import { serveGraphs } from './graphs.ts';
import { toServed, type ServedGraph } from './served-graph.ts';
import { linkedAccessSpecs } from './supergraph.ts';
import { traceFetches } from './trace-fetches.ts';

const subgraphTimeoutMilliseconds = 3_000;
const requestTimeoutMilliseconds = 5_000;
const drainMilliseconds = 10_000;

/** Nobody logs in, so no socket ends with a log-in. */
const openSockets: OpenSockets = {
  add: () => true,
  remove: () => undefined,
  [Symbol.dispose]: () => undefined,
};

/** Judges the supergraph that the command line names; throws a ConfigurationError. */
export async function examineSupergraph(commandLine: CommandLine): Promise<void> {
  const { file, supergraphSdl, subgraphUrls } = commandLine;
  addressesOf(file, supergraphSdl, subgraphUrls);
  refuseRestricted(file, supergraphSdl);
  const files = { supergraphSdl, contracts: null, accessRules: null };
  const examined = await examineGraph(files).catch((error: unknown) => {
    throw unservable(file, error);
  });
  await examined[Symbol.asyncDispose]();
}

/** Serves any supergraph as the command line says, and tells where. */
export async function startStandalone(
  commandLine: CommandLine,
  host: Host,
): Promise<RunningProgram> {
  const { file, supergraphSdl, subgraphUrls, forwardedHeaders, port, logLevel } = commandLine;
  const log = createLog('gateway', logLevel);
  const urls = addressesOf(file, supergraphSdl, subgraphUrls);
  const serving = await serveSupergraph({
    file,
    supergraphSdl,
    urls,
    forwardedHeaders,
    port,
    log,
    ...host,
  });
  if (!isWorker) announce(file, serving.url);
  return {
    ...serving,
    reload: async () => {
      try {
        await serving.replaceGraph(commandLine.reread());
      } catch (error) {
        log.error({ err: error }, 'the supergraph is refused, the one before is served on');
      }
    },
  };
}

/** Serves it with as many processes as the command line says. */
export async function startStandaloneCluster(
  { file, logLevel }: CommandLine,
  workers: number,
  host: Host,
): Promise<RunningProgram> {
  const serving = (url: string): void => {
    announce(file, url);
  };
  const log = createLog('gateway', logLevel);
  return startCluster({ workers, internalPort: null, serving, log }, host);
}

function announce(file: string, url: string): void {
  process.stdout.write(`Serving ${file} at ${url}/graphql\n`);
}

/** A supergraph to serve, and where. */
export interface Served {
  /** What messages call it. */
  readonly file: string;
  readonly supergraphSdl: string;
  readonly urls: ReadonlyMap<string, string>;
  /** Headers that are passed on to subgraphs, in lower case; none when left out. */
  readonly forwardedHeaders?: readonly string[];
  readonly port: number;
  readonly log: Log;
  /** Aborts some time before the gateway is disposed, so that clients look elsewhere meanwhile. */
  readonly stopping?: AbortSignal;
  readonly tracing?: Tracing | null;
}

/** A gateway for any supergraph that answers. */
export interface ServingSupergraph extends AsyncDisposable {
  readonly url: string;
  /**
   * Serves another supergraph of the same subgraphs from now on. Throws when it is refused, and the
   * one before goes on.
   */
  replaceGraph(supergraphSdl: string): Promise<void>;
}

/** The engine and its entrances without the product: everybody is anonymous and may read all. */
export async function serveSupergraph(served: Served): Promise<ServingSupergraph> {
  const { urls, log, port, tracing = null, stopping = new AbortController().signal } = served;
  await using opened = new AsyncDisposableStack();
  const metrics = createMetrics();
  const plainClient = opened.use(
    createSubgraphClient({
      urls,
      timeoutMilliseconds: subgraphTimeoutMilliseconds,
      observe: (subgraph, outcome, seconds) => {
        metrics.observeFetch(subgraph, outcome, seconds);
      },
      headersFor: (_subgraph, { requestId, forwarded, trace }) => ({
        'x-request-id': requestId,
        ...forwarded,
        ...(trace && traceHeaders(trace)),
      }),
    }),
  );
  const client = tracing === null ? plainClient : traceFetches(plainClient, tracing);
  const identityOf = ({ forwarded }: Caller) => JSON.stringify(forwarded);
  const loadServed = async (supergraphSdl: string): Promise<ServedGraph> =>
    toServed(await load({ ...served, supergraphSdl }, client), tracing, identityOf);
  const graphs = opened.use(
    serveGraphs({
      first: await loadServed(served.supergraphSdl),
      retire: ({ engine }) => {
        sockets.retire(engine);
      },
      lingerMilliseconds: 2 * requestTimeoutMilliseconds,
    }),
  );
  const authenticate: Authenticate = () => Promise.resolve(anonymousCredential);
  const findDocument = createFindDocument({ clients: noClients, safelist: 'off', log });
  const cors = createCors([]);
  const observation = { metrics, lines: createOperationLines(log), tracing };
  const entrance = { findDocument, budgets: null, trustedProxies: 0, metrics, observation, log };
  // How late its answers may be under load is for whoever runs it to say.
  const places = opened.use(
    createPlaces({ ...defaultOverloadLimits, delayMilliseconds: Infinity }),
  );
  const http = createPublicServer({
    graphql: createGraphqlHandler({
      ...entrance,
      cors,
      authenticate: () => Promise.resolve({ ...anonymousCredential, key: null }),
      graph: () => graphs.current(),
      forwardedHeaders: served.forwardedHeaders ?? [],
      places,
      requestTimeoutMilliseconds,
    }),
    sideDoors: () => null,
    cors,
    authenticate,
    console: 'admins',
    metrics,
    patience: defaultPatience,
    stopping,
  });
  const upstreams = opened.use(
    createUpstreams({
      urls,
      identify: () => Promise.resolve(''),
      patienceMilliseconds: requestTimeoutMilliseconds,
    }),
  );
  const sockets = opened.use(
    serveSockets({
      http,
      cors,
      trustedProxies: 0,
      graph: () => graphs.current(),
      findDocument,
      authenticate,
      budgets: null,
      openSockets,
      // Sockets forward nothing that would tell subgraphs who asks: they answer everybody the same.
      identityScope: () => 'everybody',
      upstreams,
      patienceMilliseconds: requestTimeoutMilliseconds,
      requestTimeoutMilliseconds,
      initTimeoutMilliseconds: 3_000,
      lifeCheckMilliseconds: 10_000,
      metrics,
      observation,
      log,
    }),
  );
  const url = await listen(http, port);
  if (isWorker) reportToPrimary({ url, internalUrl: null }, metrics.register);
  opened.defer(() => drain(http, drainMilliseconds));
  const running = opened.move();
  return {
    url,
    replaceGraph: (supergraphSdl) =>
      graphs.replace(() => {
        addressesOf(served.file, supergraphSdl, urls);
        return loadServed(supergraphSdl);
      }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Where each subgraph is; what is given counts more than what the supergraph says. */
function addressesOf(
  file: string,
  supergraphSdl: string,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = explaining(file, () => readSubgraphUrls(supergraphSdl));
  const names = [...known.keys()];
  if (names.length === 0) {
    throw new ConfigurationError(`${file} is not a supergraph: it names no subgraphs.`);
  }
  for (const name of given.keys()) {
    if (known.has(name)) continue;
    const message = `${file} has no subgraph ${name}; it has ${names.join(', ')}.`;
    throw new ConfigurationError(message);
  }
  const urls = new Map([...known, ...given]);
  for (const [name, url] of urls) {
    if (URL.canParse(url)) continue;
    const message = `${file} has no address for ${name}; give --subgraph ${name}=<url>.`;
    throw new ConfigurationError(message);
  }
  return urls;
}

async function load({ file, supergraphSdl }: Served, client: SubgraphClient): Promise<Graph> {
  refuseRestricted(file, supergraphSdl);
  const policy = {
    limits: defaultLimits,
    accessRules: null,
    credentialFields: new Set<string>(),
    demandsPageSize: false,
    fieldCosts: null,
    introspection: 'everyone',
  } as const;
  return await loadGraph({
    supergraphSdl,
    contracts: null,
    scalars: [],
    policy,
    client,
  }).catch((error: unknown) => {
    throw unservable(file, error);
  });
}

/** Where nobody logs in, a supergraph that keeps something from the anonymous is not served. */
function refuseRestricted(file: string, supergraphSdl: string): void {
  const specs = linkedAccessSpecs(supergraphSdl);
  if (specs.length === 0) return;
  const message = `${file} restricts access by @${specs.join(', @')}, which only the product's gateway enforces.`;
  throw new ConfigurationError(message);
}

function explaining<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw unservable(file, error);
  }
}

function unservable(file: string, error: unknown): ConfigurationError {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new ConfigurationError(`${file} is not a supergraph that can be served: ${reason}`);
}
