import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { trace } from '@opentelemetry/api';
import { Kind, parse, type GraphQLSchema } from 'graphql';
import { drain } from './drain.ts';
import { codedError, isCoded, maskedError, unauthenticated } from './errors.ts';
import type { Log } from './log.ts';
import { probes } from './probes.ts';
import { BodyTooLargeError, dispatch, header, readBody, sendJson, type Route } from './route.ts';
import { createSubgraphMetrics, type Lag, type SubgraphMetrics } from './subgraph-metrics.ts';
import { serveSubscriptions } from './subscription-server.ts';
import {
  currentTrace,
  inSpan,
  markFailed,
  readTraceparent,
  SpanKind,
  type SpanOptions,
  type Tracing,
} from './tracing.ts';
import {
  createIdentityVerifier,
  identityHeader,
  type VerifyIdentity,
  type Viewer,
} from './viewer.ts';

/** What a subgraph learns of each request. */
export interface OperationRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The client's address as the gateway saw it; null for internal calls. */
  readonly clientAddress: string | null;
  /** The client's `accept-language`, for localised answers. */
  readonly acceptLanguage: string | null;
  readonly log: Log;
}

/** What every context has; a subgraph adds its repositories and loaders. */
export interface RequestContext extends BaseContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly log: Log;
}

/** Resolvers as the maker of the schema takes them; codegen checks their real types. */
export type ResolverMap = NonNullable<GraphQLSchemaModule['resolvers']>;

/** One subgraph, ready to be served. */
export interface Subgraph<Context extends RequestContext> {
  readonly name: string;
  /** The file `schema.graphql`. */
  readonly schemaFile: URL;
  readonly resolvers: ResolverMap;
  /** Makes the context of one operation, or of one event of a subscription: its loaders are fresh. */
  readonly createContext: (request: OperationRequest) => Context;
  /** By method and path, `GET /.well-known/jwks.json`; a path that ends in `/` serves what is below. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** Rejects while a store is away. */
  readonly ready: () => Promise<void>;
  /** How far its background work is behind. */
  readonly lag?: () => Promise<Lag>;
}

/** What {@link startSubgraph} needs besides the subgraph. */
export interface ServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly identitySecret: string;
  readonly log: Log;
  /** Aborts some time before the subgraph is disposed, so that others look elsewhere meanwhile. */
  readonly stopping?: AbortSignal;
  readonly tracing?: Tracing | null;
}

/** A subgraph that is being served. */
export interface RunningSubgraph extends AsyncDisposable {
  /** Where its GraphQL endpoint is. */
  readonly url: string;
  readonly schema: GraphQLSchema;
}

const bodyLimit = 4 * 1024 * 1024;
const drainMilliseconds = 5_000;

/**
 * Serves a subgraph on loopback: GraphQL over HTTP and WebSocket for those who carry an identity
 * signed for it, its side doors, probes and metrics. Disposing drains it: running operations
 * finish, subscriptions are closed with 1012.
 */
export async function startSubgraph<Context extends RequestContext>(
  subgraph: Subgraph<Context>,
  options: ServerOptions,
): Promise<RunningSubgraph> {
  const { port, identitySecret, log, tracing = null } = options;
  const { stopping = new AbortController().signal } = options;
  const typeDefs = parse(readFileSync(subgraph.schemaFile, 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: subgraph.resolvers }]);
  const verifyIdentity = createIdentityVerifier(identitySecret, subgraph.name);
  const metrics = createSubgraphMetrics(subgraph.lag);
  const server = new ApolloServer<Context>({
    schema,
    introspection: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => (isCoded(error) ? formatted : maskedError().toJSON()),
    plugins: [
      // Nobody reads its hints, and it would be called for every field.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      logUnexpected,
      measure(metrics),
      ...(tracing === null ? [] : [nameSpan]),
    ],
    logger: log,
  });
  await server.start();

  const routes: Readonly<Record<string, Route>> = {
    'POST /graphql': graphqlRoute({ subgraph, server, verifyIdentity, log, tracing }),
    ...probes({ stopping, ready: subgraph.ready, metrics }),
    ...subgraph.routes,
  };
  const http = createServer((request, response) => {
    // Whoever keeps this connection learns with the next answer that it ends.
    if (stopping.aborted) response.setHeader('connection', 'close');
    dispatch(routes, request, response).catch((error: unknown) => {
      if (error instanceof BodyTooLargeError) {
        refuseBody(response);
        return;
      }
      log.error({ err: error }, 'a request failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { errors: [maskedError().toJSON()] });
    });
  });
  // The gateway keeps connections open; the side that opened one is the side that ends it.
  http.keepAliveTimeout = 75_000;
  const subscriptions = serveSubscriptions({ http, schema, verifyIdentity, subgraph, log });
  const boundPort = await listen(http, port);
  log.info({ port: boundPort }, 'serving');

  const stop = async () => {
    // Whoever never finishes sending a request must not keep the process from ending.
    const closed = drain(http, drainMilliseconds);
    await subscriptions[Symbol.asyncDispose]();
    await server.stop();
    http.closeIdleConnections();
    await closed;
  };
  let stopped: Promise<void> | null = null;

  return {
    url: `http://127.0.0.1:${String(boundPort)}/graphql`,
    schema,
    [Symbol.asyncDispose]: () => (stopped ??= stop()),
  };
}

interface GraphqlRouteOptions<Context extends RequestContext> {
  readonly subgraph: Subgraph<Context>;
  readonly server: ApolloServer<Context>;
  readonly verifyIdentity: VerifyIdentity;
  readonly log: Log;
  readonly tracing: Tracing | null;
}

function graphqlRoute<Context extends RequestContext>(
  options: GraphqlRouteOptions<Context>,
): Route {
  const { subgraph, server, verifyIdentity, log, tracing } = options;
  return async (request, response) => {
    const viewer = await verifyIdentity(header(request, identityHeader)).catch(() => null);
    if (viewer === null) {
      sendJson(response, 401, { errors: [unauthenticated().toJSON()] });
      return;
    }
    const body = await readJson(request);
    const requestId = header(request, 'x-request-id') ?? crypto.randomUUID();
    const answer = () =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body,
        },
        context: () =>
          Promise.resolve(
            subgraph.createContext({
              viewer,
              requestId,
              clientAddress: header(request, 'x-client-address') ?? null,
              acceptLanguage: header(request, 'accept-language') ?? null,
              log: log.child({ requestId }),
            }),
          ),
      });
    // Who has proved to be of this graph may say which trace the request belongs to.
    const span: SpanOptions = {
      kind: SpanKind.SERVER,
      parent: tracing && readTraceparent(header(request, 'traceparent')),
      attributes: { 'skillswap.request_id': requestId },
    };
    const answered = await inSpan(tracing, 'operation', span, answer);
    response.writeHead(answered.status ?? 200, Object.fromEntries(answered.headers));
    response.end(answered.body.kind === 'complete' ? answered.body.string : '');
  };
}

function measure(metrics: SubgraphMetrics): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      const started = performance.now();
      return Promise.resolve({
        willSendResponse: ({ operation, errors = [] }) => {
          const outcome = errors.some((error) => !isCoded(error)) ? 'failed' : 'ok';
          const seconds = (performance.now() - started) / 1000;
          metrics.observeOperation(operation?.operation ?? 'unknown', outcome, seconds);
          return Promise.resolve();
        },
      });
    },
  };
}

/** Gives an operation's span the name of what it asks for, from the schema and never from values. */
const nameSpan: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        const context = currentTrace();
        if (operation === undefined) return Promise.resolve();
        const fields = operation.selectionSet.selections.flatMap((node) =>
          node.kind === Kind.FIELD ? [node.name.value] : [],
        );
        const named = [...new Set(fields)].slice(0, 3).join(' ');
        const span = context === null ? undefined : trace.getSpan(context);
        span?.updateName(`${operation.operation} ${named}`);
        span?.setAttribute('graphql.operation.type', operation.operation);
        return Promise.resolve();
      },
      didEncounterErrors: ({ errors }) => {
        const context = currentTrace();
        const unexpected = errors.find((error) => !isCoded(error));
        const span = context === null ? undefined : trace.getSpan(context);
        if (span !== undefined && unexpected !== undefined) markFailed(span, unexpected);
        return Promise.resolve();
      },
    }),
};

/** Logs the cause of what the client sees only as INTERNAL_SERVER_ERROR. */
const logUnexpected: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const error of errors) {
          if (!isCoded(error))
            contextValue.log.error({ err: error, path: error.path }, 'unexpected');
        }
        return Promise.resolve();
      },
    }),
};

/** The body as JSON; `undefined` when it is none, which GraphQL then refuses. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, bodyLimit);
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Answers without reading the rest of the body, and so ends the connection. */
function refuseBody(response: ServerResponse): void {
  response.setHeader('connection', 'close');
  const message = 'The request is too large.';
  sendJson(response, 413, { errors: [codedError('BAD_REQUEST', message).toJSON()] });
}

function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
