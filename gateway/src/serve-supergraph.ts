import { drain } from '@skillswap/kit/drain';
import type { Log } from '@skillswap/kit/log';
import { traceHeaders, type Tracing } from '@skillswap/kit/tracing';
import { type Authenticate, anonymousCredential } from './authentication.ts';
import { isWorker, reportToPrimary } from './cluster/worker.ts';
import { loadGraph, type Graph } from './graph.ts';
import { serveGraphs } from './graphs.ts';
import { createCors } from './http/cors.ts';
import { createGraphqlHandler } from './http/graphql.ts';
import { createPublicServer, defaultPatience } from './http/public-server.ts';
import { defaultLimits } from './limits.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { createOperationLines } from './operation-log.ts';
import { createFindDocument } from './operations/find-document.ts';
import { createPlaces, defaultOverloadLimits } from './overload.ts';
import { noClients } from './registry/clients.ts';
import { toServed, type ServedGraph } from './served-graph.ts';
import { createSubgraphClient, type Caller, type SubgraphClient } from './subgraph-client.ts';
import type { OpenSockets } from './subscriptions/open-sockets.ts';
import { serveSockets } from './subscriptions/socket-server.ts';
import { createUpstreams } from './subscriptions/upstreams.ts';
import { addressesOf, refuseRestricted, unservable } from './supergraph-file.ts';
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
