import type { Server } from 'node:http';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { isCoded, maskedError, unauthenticated } from './errors.ts';
import type { Log } from './log.ts';
import type { OperationRequest, RequestContext } from './server.ts';
import { anonymous, type VerifyIdentity, type Viewer } from './viewer.ts';

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
  const viewers = new WeakMap<SubscribePayload, Viewer>();
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
      // Refused here and not while the context is made: that would close the socket of everybody.
      onSubscribe: async (_socket, _id, payload) => {
        const identity = textOrNothing(payload.extensions?.['identity']);
        const viewer = await verifyIdentity(identity).catch(() => null);
        if (viewer === null) return [unauthenticated()];
        viewers.set(payload, viewer);
        return undefined;
      },
      context: (_socket, _id, payload) => ({ request: toRequest(payload, viewers, log) }),
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

function toRequest(
  payload: SubscribePayload,
  viewers: WeakMap<SubscribePayload, Viewer>,
  log: Log,
): OperationRequest {
  const requestId = textOrNothing(payload.extensions?.['requestId']) ?? crypto.randomUUID();
  return {
    viewer: viewers.get(payload) ?? anonymous,
    requestId,
    clientAddress: null,
    acceptLanguage: textOrNothing(payload.extensions?.['acceptLanguage']) ?? null,
    log: log.child({ requestId }),
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
