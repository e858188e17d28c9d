import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { codedError, isCoded, maskedError, unauthenticated } from './errors.ts';
import type { Log } from './log.ts';
import { probes } from './probes.ts';
import { BodyTooLargeError, dispatch, header, readBody, sendJson, type Route } from './route.ts';
import { serveSubscriptions } from './subscription-server.ts';
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
}

/** What {@link startSubgraph} needs besides the subgraph. */
export interface ServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly identitySecret: string;
  readonly log: Log;
  /** Aborts some time before the subgraph is disposed, so that others look elsewhere meanwhile. */
  readonly stopping?: AbortSignal;
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
  { port, identitySecret, log, stopping = new AbortController().signal }: ServerOptions,
): Promise<RunningSubgraph> {
  const typeDefs = parse(readFileSync(subgraph.schemaFile, 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: subgraph.resolvers }]);
  const verifyIdentity = createIdentityVerifier(identitySecret, subgraph.name);
  const server = new ApolloServer<Context>({
    schema,
    introspection: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => (isCoded(error) ? formatted : maskedError().toJSON()),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      logUnexpected,
    ],
    logger: log,
  });
  await server.start();

  const routes: Readonly<Record<string, Route>> = {
    'POST /graphql': graphqlRoute(subgraph, server, verifyIdentity, log),
    ...probes({ stopping, ready: subgraph.ready }),
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

  const drain = async () => {
    const closed = new Promise<void>((resolve) => {
      // Right after the loop has looked for connections: those that wait have been taken by then.
      setImmediate(() => {
        http.close(() => {
          resolve();
        });
      });
    });
    await subscriptions[Symbol.asyncDispose]();
    await server.stop();
    http.closeIdleConnections();
    // Whoever never finishes sending a request must not keep the process from ending.
    const timer = setTimeout(() => {
      http.closeAllConnections();
    }, drainMilliseconds);
    await closed;
    clearTimeout(timer);
  };
  let drained: Promise<void> | null = null;

  return {
    url: `http://127.0.0.1:${String(boundPort)}/graphql`,
    schema,
    [Symbol.asyncDispose]: () => (drained ??= drain()),
  };
}

function graphqlRoute<Context extends RequestContext>(
  subgraph: Subgraph<Context>,
  server: ApolloServer<Context>,
  verifyIdentity: VerifyIdentity,
  log: Log,
): Route {
  return async (request, response) => {
    const viewer = await verifyIdentity(header(request, identityHeader)).catch(() => null);
    if (viewer === null) {
      sendJson(response, 401, { errors: [unauthenticated().toJSON()] });
      return;
    }
    const body = await readJson(request);
    const requestId = header(request, 'x-request-id') ?? crypto.randomUUID();
    const answer = await server.executeHTTPGraphQLRequest({
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
    response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
    response.end(answer.body.kind === 'complete' ? answer.body.string : '');
  };
}

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
