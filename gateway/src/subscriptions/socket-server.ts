import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticate } from '../authentication.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Cors } from '../http/cors.ts';
import { refuse } from '../refusal.ts';
import { nothingThere } from './joined-events.ts';
import type { OpenSocket, OpenSockets } from './open-sockets.ts';
import {
  admitOnSocket,
  executeOnSocket,
  subscribeOnSocket,
  tell,
  toError,
  type SocketOperationOptions,
} from './socket-operations.ts';

/** What {@link serveSockets} needs. */
export interface SocketServerOptions extends SocketOperationOptions {
  readonly http: Server;
  /** Decides also whether a socket is opened without a token; throws when not. */
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly openSockets: OpenSockets;
  readonly trustedProxies: number;
}

const frameLimit = 128 * 1024;
/** Operations that run on one socket at a time. */
const mostOperations = 50;
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
      onConnect: async ({ connectionParams, extra }) => {
        const opened = await openSocket(options, connectionParams, extra);
        if (opened === null) return false;
        if (!openSockets.add(opened)) {
          opened.close(4429, 'Too many sockets');
          return false;
        }
        open.set(extra.socket, opened);
        metrics.countSockets(1);
        return true;
      },
      onPing: async ({ extra: { socket } }, payload) => {
        const opened = open.get(socket);
        if (opened !== undefined) await renew(options, opened, payload);
      },
      onDisconnect: ({ extra: { socket } }) => {
        const opened = open.get(socket);
        if (opened === undefined) return;
        openSockets.remove(opened);
        metrics.countSockets(-1);
      },
      onSubscribe: ({ extra: { socket }, subscriptions }, _id, payload) => {
        const opened = open.get(socket);
        if (opened === undefined) return nothingThere().errors.map(toError);
        if (Object.keys(subscriptions).length > mostOperations) return tooMany();
        return admitOnSocket(options, opened, payload);
      },
      execute: (args) => executeOnSocket(options, args),
      subscribe: (args) => subscribeOnSocket(options, args),
      onError: (_context, _id, _payload, errors) => errors.flatMap((error) => tell(error, log)),
    },
    sockets,
  );
  return {
    async [Symbol.asyncDispose]() {
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

function tooMany(): readonly GraphQLError[] {
  const message = `This socket runs ${String(mostOperations)} operations already. Complete one first.`;
  return refuse(429, 'RATE_LIMITED', message).errors.map(toError);
}

/** A socket is for somebody: when nobody is authenticated it is not opened. */
async function openSocket(
  { authenticate, trustedProxies }: SocketServerOptions,
  parameters: Readonly<Record<string, unknown>> | undefined,
  { socket, request }: Extra,
): Promise<OpenSocket | null> {
  const authorization = parameters?.['authorization'];
  const given = typeof authorization === 'string' ? authorization : undefined;
  const credential = await authenticate(given).catch(() => null);
  // The client may have left while its token was looked at.
  if (credential === null || socket.readyState !== socket.OPEN) return null;
  const closed = new AbortController();
  socket.once('close', () => {
    closed.abort(new DOMException('the client has left', 'AbortError'));
  });
  return {
    credential,
    clientAddress: clientAddress(request, trustedProxies),
    acceptLanguage: request.headers['accept-language'] ?? null,
    closed: closed.signal,
    close: (code, reason) => {
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
