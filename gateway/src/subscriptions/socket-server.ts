import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { maskedError } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import type { Admit } from '../admission.ts';
import type { Authenticate } from '../authentication.ts';
import { startDeadline } from '../deadline.ts';
import type { Documents } from '../documents.ts';
import { toResult, type Result } from '../execution-result.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Cors } from '../http/cors.ts';
import type { Metrics } from '../metrics.ts';
import { Refusal } from '../refusal.ts';
import type { Caller } from '../subgraph-client.ts';
import { readTask } from '../task.ts';
import { joinEvents, nothingThere, type JoinOptions } from './joined-events.ts';
import type { OpenSocket, OpenSockets } from './open-sockets.ts';

/** What {@link serveSockets} needs. */
export interface SocketServerOptions extends JoinOptions {
  readonly http: Server;
  readonly documents: Documents;
  readonly admit: Admit;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly openSockets: OpenSockets;
  readonly metrics: Metrics;
  readonly trustedProxies: number;
  readonly log: Log;
}

const frameLimit = 128 * 1024;
/** Time for a client to answer the closing of its socket. */
const closeMilliseconds = 1_000;

/** The graphql-transport-ws entrance at `/graphql`, behind the same admission as HTTP. */
export function serveSockets(options: SocketServerOptions): AsyncDisposable {
  const { http, cors, log, metrics, openSockets } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimit,
    perMessageDeflate: false,
  });
  const open = new WeakMap<WebSocket, OpenSocket>();
  http.on('upgrade', (request, socket, head) => {
    if (!isWelcome(request, cors)) refuseUpgrade(socket);
    else
      sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  });

  const server = useServer(
    {
      isProd: true,
      onConnect: async ({ connectionParams, extra: { socket } }) => {
        const opened = await openSocket(options, connectionParams, socket);
        if (opened === null) return false;
        open.set(socket, opened);
        openSockets.add(opened);
        metrics.countSockets(1);
        return true;
      },
      onPing: async ({ extra: { socket } }, payload) => {
        const opened = open.get(socket);
        if (opened !== undefined) await renew(options, opened, payload);
      },
      onClose: ({ extra: { socket } }) => {
        const opened = open.get(socket);
        if (opened === undefined) return;
        openSockets.remove(opened);
        metrics.countSockets(-1);
      },
      onSubscribe: ({ extra }, _id, payload) => {
        const opened = open.get(extra.socket);
        if (opened === undefined) return [toError(nothingThere().errors[0])];
        return examine(options, opened, extra, payload);
      },
      execute: (args) => execute(options, args),
      subscribe: (args) => subscribe(options, args),
      onError: (_context, _id, _payload, errors) => errors.flatMap((error) => tell(error, log)),
    },
    sockets,
  );
  return {
    async [Symbol.asyncDispose]() {
      openSockets.drain();
      for (const socket of sockets.clients) socket.close(1012, 'Restarting');
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, closeMilliseconds);
      await server.dispose();
      clearTimeout(cut);
    },
  };
}

function isWelcome(request: IncomingMessage, cors: Cors): boolean {
  const [path] = (request.url ?? '').split('?', 1);
  return path === '/graphql' && cors.allowsSocket(request);
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

/** A socket is for somebody: without a valid token it is not opened. */
async function openSocket(
  { authenticate }: SocketServerOptions,
  parameters: Readonly<Record<string, unknown>> | undefined,
  socket: WebSocket,
): Promise<OpenSocket | null> {
  const authorization = parameters?.['authorization'];
  if (typeof authorization !== 'string') return null;
  const credential = await authenticate(authorization).catch(() => null);
  if (credential === null) return null;
  return {
    credential,
    close(code, reason) {
      socket.close(code, reason);
    },
  };
}

/** A ping may bring a fresh token of the same person. */
async function renew(
  { authenticate }: SocketServerOptions,
  opened: OpenSocket,
  payload: Readonly<Record<string, unknown>> | undefined,
): Promise<void> {
  const authorization = payload?.['authorization'];
  if (typeof authorization !== 'string') return;
  const fresh = await authenticate(authorization).catch(() => null);
  const isSame =
    fresh?.viewer.kind === 'member' &&
    opened.credential.viewer.kind === 'member' &&
    fresh.viewer.id === opened.credential.viewer.id;
  if (fresh !== null && isSame) opened.credential = fresh;
  else opened.close(4403, 'Forbidden');
}

function examine(
  options: SocketServerOptions,
  opened: OpenSocket,
  { request, socket }: Extra,
  payload: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  const { viewer } = opened.credential;
  const requestId = crypto.randomUUID();
  try {
    const { document } = options.documents.read(payload.query);
    const { operationName = null, variables } = payload;
    const admitted = options.admit(document, { operationName, variables: variables ?? {} }, viewer);
    const isSubscription = admitted.operation.kind === 'subscription';
    if (isSubscription && options.engine.planOf(admitted).primary === null) throw nothingThere();
    const caller: Caller = {
      viewer,
      requestId,
      clientAddress: clientAddress(request, options.trustedProxies),
      acceptLanguage: request.headers['accept-language'] ?? null,
      deadline: Infinity,
      signal: closing(socket),
      log: options.log.child({ requestId, operation: admitted.operation.name }),
    };
    const resume = () => {
      opened.close(1012, 'Resume from your cursor');
    };
    const contextValue = { task: { admitted, caller }, resume };
    return { schema: options.engine.schema, document, operationName, contextValue };
  } catch (error) {
    if (error instanceof Refusal) return error.errors.map(toError);
    options.log.error({ err: error, requestId }, 'an operation failed');
    return [toError({ ...maskedError().toJSON() })];
  }
}

async function execute(
  { engine, eventTimeoutMilliseconds }: SocketServerOptions,
  args: ExecutionArgs,
): Promise<Result> {
  const { admitted, caller } = readTask(toContext(args.contextValue));
  const deadline = startDeadline(eventTimeoutMilliseconds);
  const signal = AbortSignal.any([caller.signal, deadline.signal]);
  try {
    return toResult(await engine.execute(admitted, { ...caller, deadline: deadline.at, signal }));
  } finally {
    deadline.end();
  }
}

function subscribe(
  options: SocketServerOptions,
  args: ExecutionArgs,
): AsyncIterableIterator<Result> {
  const context = toContext(args.contextValue);
  const { admitted, caller } = readTask(context);
  const resume = () => {
    if (typeof context['resume'] === 'function') context['resume']();
  };
  const events = joinEvents(options, admitted, { caller, resume });
  options.metrics.countSubscriptions(1);
  let counted = true;
  const leave = () => {
    if (counted) options.metrics.countSubscriptions(-1);
    counted = false;
  };
  const results: AsyncIterableIterator<Result> = {
    async next() {
      try {
        const event = await events.next();
        if (event.done !== true) return { done: false, value: toResult(event.value) };
      } catch (error) {
        leave();
        throw error;
      }
      leave();
      return { done: true, value: undefined };
    },
    async return() {
      leave();
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

function closing(socket: WebSocket): AbortSignal {
  const controller = new AbortController();
  socket.once('close', () => {
    controller.abort(new DOMException('the client has left', 'AbortError'));
  });
  return controller.signal;
}

function toContext(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function toError(error: GraphQLFormattedError | undefined): GraphQLError {
  const { message = maskedError().message, extensions } = error ?? {};
  return new GraphQLError(message, { extensions });
}

/** What leaves for an error that ended a subscription. */
function tell(error: GraphQLError, log: Log): readonly GraphQLFormattedError[] {
  if (error.originalError instanceof Refusal) return error.originalError.errors;
  if (error.originalError === undefined) return [error.toJSON()];
  log.error({ err: error.originalError }, 'a subscription failed');
  return [maskedError().toJSON()];
}
