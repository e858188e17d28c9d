import type { Server } from 'node:http';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { isCoded, maskedError } from './errors.ts';
import type { Log } from './log.ts';
import type { OperationRequest, RequestContext } from './server.ts';
import type { VerifyIdentity } from './viewer.ts';

interface SubscriptionServerOptions {
  readonly http: Server;
  readonly schema: GraphQLSchema;
  readonly verifyIdentity: VerifyIdentity;
  readonly subgraph: { readonly createContext: (request: OperationRequest) => RequestContext };
  readonly log: Log;
}

/**
 * Serves subscriptions at `/graphql` over graphql-transport-ws. One socket carries the
 * subscriptions of many viewers: `connection_init` proves that the peer is a gateway, and each
 * subscribe message brings its viewer's identity in `extensions.identity`.
 */
export function serveSubscriptions(options: SubscriptionServerOptions): AsyncDisposable {
  const { http, schema, verifyIdentity, subgraph, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  http.on('upgrade', (request, socket, head) => {
    if (request.url !== '/graphql') {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  });

  const subscriptions = useServer(
    {
      schema,
      onConnect: async ({ connectionParams }) => {
        const identity = connectionParams?.['identity'];
        const viewer = await verifyIdentity(textOrNothing(identity)).catch(() => null);
        return viewer?.kind === 'service';
      },
      context: async (_socket, _id, { extensions }) => {
        const viewer = await verifyIdentity(textOrNothing(extensions?.['identity']));
        const requestId = textOrNothing(extensions?.['requestId']) ?? crypto.randomUUID();
        const request: OperationRequest = {
          viewer,
          requestId,
          clientAddress: null,
          acceptLanguage: textOrNothing(extensions?.['acceptLanguage']) ?? null,
          log: log.child({ requestId }),
        };
        return { request };
      },
      subscribe: (args) => subscribePerEvent(args, subgraph.createContext),
      onError: (_socket, _id, _payload, errors) => errors.map((error) => mask(error, log).toJSON()),
      onNext: (_socket, _id, _payload, _args, { data, errors }) =>
        errors && { data: data ?? null, errors: errors.map((error) => mask(error, log).toJSON()) },
    },
    sockets,
  );
  return {
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets.clients) socket.close(1012, 'Restarting');
      await subscriptions.dispose();
    },
  };
}

/**
 * Subscribes like graphql-js, except that every event is executed with a context of its own: a
 * loader that outlived an event would answer later ones from its cache. The iterator is explicit,
 * because an async generator's `return` waits behind a pending `next`.
 */
async function subscribePerEvent(
  args: ExecutionArgs,
  createContext: (request: OperationRequest) => RequestContext,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const request = readRequest(args.contextValue);
  const source = await createSourceEventStream({ ...args, contextValue: createContext(request) });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      const contextValue = createContext(request);
      return {
        done: false,
        value: await execute({ ...args, rootValue: event.value, contextValue }),
      };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

function readRequest(context: unknown): OperationRequest {
  if (isRequestHolder(context)) return context.request;
  throw new TypeError('a subscription without its request');
}

function isRequestHolder(context: unknown): context is { request: OperationRequest } {
  return typeof context === 'object' && context !== null && 'request' in context;
}

function mask(error: GraphQLError, log: Log): GraphQLError {
  if (isCoded(error) || error.extensions['code'] === 'INTERNAL_SERVER_ERROR') return error;
  if (error.originalError === undefined && error.path === undefined) return error;
  log.error({ err: error, path: error.path }, 'unexpected');
  return new GraphQLError(maskedError().message, {
    path: error.path,
    extensions: maskedError().extensions,
  });
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
