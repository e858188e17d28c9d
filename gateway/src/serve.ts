import type { Server } from 'node:http';
import * as scalars from '@skillswap/kit/scalars';
import type { Clock } from '@skillswap/kit/clock';
import { drain } from '@skillswap/kit/drain';
import type { Log } from '@skillswap/kit/log';
import { traceHeaders, type Tracing } from '@skillswap/kit/tracing';
import { identityHeader } from '@skillswap/kit/viewer';
import type { Redis } from 'ioredis';
import type { AccessRules } from './access-rules.ts';
import type { Budgets } from './budgets/budgets.ts';
import { createAuthentication, demandLogIn } from './authentication.ts';
import { isWorker, reportToPrimary } from './cluster/worker.ts';
import type { Config } from './config.ts';
import type { ContractSdls } from './contracts.ts';
import { readFieldCosts } from './cost/field-costs.ts';
import { loadGraph, type GraphFiles } from './graph.ts';
import { serveGraphs } from './graphs.ts';
import { createCors } from './http/cors.ts';
import { createGraphqlHandler } from './http/graphql.ts';
import { createPublicServer, defaultPatience, type Patience } from './http/public-server.ts';
import { createSideDoors } from './http/side-doors.ts';
import { unlessBroken } from './operations/broken-operations.ts';
import { planAhead } from './operations/plan-ahead.ts';
import { createFindDocument } from './operations/find-document.ts';
import { createJudgeDoor, type JudgeDoor } from './operations/judge-door.ts';
import { createRequestAuthentication } from './partners/request-credential.ts';
import { noClients, type Clients } from './registry/clients.ts';
import { noRevocations, type Revocations } from './revocations/revocations.ts';
import { createIdentities } from './identity.ts';
import { createInternalServer, type GatewayState } from './internal-server.ts';
import { toServed, type ServedGraph } from './served-graph.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { listen, listenAlone } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { createOperationLines } from './operation-log.ts';
import { createPlaces, defaultOverloadLimits, type OverloadLimits } from './overload.ts';
import { createSubgraphClient, type Caller } from './subgraph-client.ts';
import { traceFetches } from './trace-fetches.ts';
import { identityScope } from './subscriptions/identity-scope.ts';
import { createOpenSockets } from './subscriptions/open-sockets.ts';
import { serveSockets } from './subscriptions/socket-server.ts';
import { createUpstreams } from './subscriptions/upstreams.ts';

/** Root fields that check a secret. */
const credentialFields = new Set([
  'logIn',
  'logInWithIdentity',
  'refreshSession',
  'verifyEmail',
  'requestPasswordReset',
  'resetPassword',
  'changePassword',
  'confirmEmailChange',
  'confirmTotp',
  'disableTotp',
  'stepUp',
]);

/** What a gateway serves besides its configuration. */
export interface Served {
  readonly supergraphSdl: string;
  readonly contracts: ContractSdls;
  readonly accessRules: AccessRules;
  readonly clock: Clock;
  /** Where development's mails are; null where there is no mailbox. */
  readonly mailbox: Redis | null;
  /** Null where nobody has one. */
  readonly budgets: Budgets | null;
  /** Partners and registered operations; without it there are none. */
  readonly clients?: Clients;
  /** Without it every token is good until it ends. */
  readonly revocations?: Revocations;
  readonly log: Log;
  readonly limits?: Limits;
  readonly overloadLimits?: OverloadLimits;
  readonly patience?: Patience;
  readonly subgraphTimeoutMilliseconds?: number;
  readonly requestTimeoutMilliseconds?: number;
  readonly upstreamPatienceMilliseconds?: number;
  /** Aborts some time before the gateway is disposed, so that clients look elsewhere meanwhile. */
  readonly stopping?: AbortSignal;
  /** How long a socket may wait for its `connection_init`. */
  readonly initTimeoutMilliseconds?: number;
  /** How often sockets are asked for a sign of life. */
  readonly lifeCheckMilliseconds?: number;
  readonly tracing?: Tracing | null;
}

/** Whatever of a caller reaches subgraphs, and may change what they answer. */
function identityOf({ viewer, clientAddress, acceptLanguage }: Caller): string {
  return JSON.stringify([viewer, clientAddress, acceptLanguage]);
}

/** A gateway that answers. */
export interface RunningGateway extends AsyncDisposable {
  /** The public origin. */
  readonly url: string;
  /** Probes, metrics and the mailbox, on loopback. */
  readonly internalUrl: string;
  /**
   * Serves another supergraph from now on. Throws when it is refused, and the one before goes on.
   */
  replaceGraph(files: GraphFiles): Promise<void>;
}

const drainMilliseconds = 10_000;

/** A worker's own port; the primary passes on what comes to the one that is known. */
function listenInternally(internal: Server, port: number): Promise<string> {
  return isWorker ? listenAlone(internal) : listen(internal, port, '127.0.0.1');
}

/** Serves the supergraph over HTTP and WebSocket. Disposing drains before it closes. */
export async function serve(config: Config, served: Served): Promise<RunningGateway> {
  const { log, clock, budgets, tracing = null, clients = noClients } = served;
  const { revocations = noRevocations, stopping = new AbortController().signal } = served;
  const { isDevelopment, trustedProxies, subgraphUrls: urls } = config;
  const requestTimeoutMilliseconds = served.requestTimeoutMilliseconds ?? 5_000;
  const metrics = createMetrics(config.knownClients);
  let state: GatewayState = 'starting';
  let judge: JudgeDoor | null = null;
  const internal = createInternalServer({
    metrics,
    state: () => (stopping.aborted ? 'draining' : state),
    mailbox: served.mailbox,
    judge: () => judge,
  });
  // Probes answer while the supergraph is being loaded, and are gone when that fails.
  await using opened = new AsyncDisposableStack();
  const internalUrl = await listenInternally(internal, config.internalPort);
  opened.defer(() => drain(internal, 0));
  const identify = createIdentities(config.identitySecret);
  const plainClient = createSubgraphClient({
    urls,
    timeoutMilliseconds: served.subgraphTimeoutMilliseconds ?? 3_000,
    observe: (subgraph, outcome, seconds) => {
      metrics.observeFetch(subgraph, outcome, seconds);
    },
    headersFor: async (subgraph, { viewer, requestId, clientAddress, acceptLanguage, trace }) => ({
      [identityHeader]: await identify(subgraph, viewer),
      'x-request-id': requestId,
      ...(trace && traceHeaders(trace)),
      ...(clientAddress !== null && { 'x-client-address': clientAddress }),
      ...(acceptLanguage !== null && { 'accept-language': acceptLanguage }),
    }),
  });
  const client = tracing === null ? plainClient : traceFetches(plainClient, tracing);
  metrics.followSubgraphs([...urls.keys()], () => client.leftAlone());
  const audience = isDevelopment ? 'everyone' : 'admins';
  const load = async (files: GraphFiles): Promise<ServedGraph> => {
    const graph = await loadGraph({
      ...files,
      scalars: Object.values(scalars).filter((value) => typeof value === 'object'),
      policy: {
        limits: served.limits ?? defaultLimits,
        accessRules: files.accessRules,
        credentialFields,
        demandsPageSize: true,
        fieldCosts: readFieldCosts(files.supergraphSdl),
        introspection: audience,
      },
      client,
      observePlanning: (seconds) => {
        metrics.observePlanning(seconds);
      },
    });
    return toServed(graph, tracing, identityOf);
  };
  const authenticate = createAuthentication({
    jwksUrl: new URL('/.well-known/jwks.json', urls.get('users')).href,
    issuer: config.issuer,
    clock,
    revocations,
  });
  const findDocument = createFindDocument({ clients, safelist: config.safelist, log });
  const cors = createCors(config.corsOrigins);
  const first = await load(served);
  await planAhead(first, clients.registry()?.operations ?? []);
  const observation = { metrics, lines: createOperationLines(log), tracing };
  const entrance = {
    findDocument,
    authenticate,
    budgets,
    trustedProxies,
    metrics,
    observation,
    log,
  };
  const places = createPlaces(served.overloadLimits ?? defaultOverloadLimits);
  const http = createPublicServer({
    graphql: createGraphqlHandler({
      ...entrance,
      cors,
      authenticate: createRequestAuthentication({ authenticate, clients, clock }),
      graph: () => graphs.current(),
      forwardedHeaders: [],
      places,
      requestTimeoutMilliseconds,
    }),
    sideDoors: createSideDoors({ urls, identify, log }),
    cors,
    authenticate,
    console: audience,
    metrics,
    patience: served.patience ?? defaultPatience,
    stopping,
  });
  const patienceMilliseconds = served.upstreamPatienceMilliseconds ?? 10_000;
  const upstreams = createUpstreams({ urls, identify, patienceMilliseconds });
  const openSockets = createOpenSockets(clock, revocations);
  const sockets = serveSockets({
    findDocument,
    http,
    cors,
    trustedProxies,
    graph: () => graphs.current(),
    authenticate: demandLogIn(authenticate),
    budgets,
    openSockets,
    identityScope,
    upstreams,
    patienceMilliseconds,
    requestTimeoutMilliseconds,
    initTimeoutMilliseconds: served.initTimeoutMilliseconds ?? 3_000,
    lifeCheckMilliseconds: served.lifeCheckMilliseconds ?? 10_000,
    metrics,
    observation,
    log,
  });
  const graphs = serveGraphs({
    first,
    retire: ({ engine }) => {
      sockets.retire(engine);
    },
    lingerMilliseconds: 2 * requestTimeoutMilliseconds,
  });
  judge = createJudgeDoor({
    contractOf: (viewer) => graphs.current().contractOf(viewer),
    identitySecret: config.identitySecret,
  });
  const url = await listen(http, config.port);
  state = 'serving';
  if (isWorker) reportToPrimary({ url, internalUrl }, metrics.register);
  else log.info({ url, internalUrl }, 'serving');

  const probes = opened.move();
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    state = 'draining';
    const drained = drain(http, drainMilliseconds);
    await sockets[Symbol.asyncDispose]();
    await drained;
    openSockets[Symbol.dispose]();
    places[Symbol.dispose]();
    await upstreams[Symbol.asyncDispose]();
    authenticate.stop();
    await client[Symbol.asyncDispose]();
    await graphs[Symbol.asyncDispose]();
    await probes.disposeAsync();
  };

  return {
    url,
    internalUrl,
    replaceGraph: async (files) => {
      const operations = clients.registry()?.operations ?? [];
      await graphs.replace(async () => {
        const next = await unlessBroken(await load(files), operations);
        await planAhead(next, operations);
        return next;
      });
      log.info('another supergraph is served');
    },
    [Symbol.asyncDispose]: () => (stopped ??= stop()),
  };
}
