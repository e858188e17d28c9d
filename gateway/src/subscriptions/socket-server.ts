import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Engine } from '../engine.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Cors } from '../http/cors.ts';
import {
  serveConnection,
  type ClientConnection,
  type ClientSocket,
  type ConnectionOptions,
  type Opening,
} from './client-connection.ts';
import { createHub, type HubOptions } from './hub.ts';
import { createLifeChecks } from './life-checks.ts';
import { createAfterTurn } from './turns.ts';

/** What {@link serveSockets} needs. */
export interface SocketServerOptions
  extends
    Omit<ConnectionOptions, 'afterTurn' | 'hub'>,
    Omit<HubOptions, 'eventTimeoutMilliseconds'> {
  readonly http: Server;
  readonly cors: Cors;
  readonly trustedProxies: number;
  /** How often clients are asked for a sign of life; one that gives none is gone by the next time. */
  readonly lifeCheckMilliseconds: number;
}

/** The sockets of a gateway. Disposing asks their clients to come back elsewhere. */
export interface SocketServer extends AsyncDisposable {
  /**
   * Closes the sockets on which something runs on an engine that is to end, so that their clients
   * come back and go on from their cursors.
   */
  retire(engine: Engine): void;
}

const frameLimit = 128 * 1024;
/** Time for a client to answer the closing of its socket. */
const closeMilliseconds = 1_000;
const restarting = 1012;

/** The graphql-transport-ws entrance at `/graphql`, behind the same admission as HTTP. */
export function serveSockets(options: SocketServerOptions): SocketServer {
  const { http, cors, trustedProxies } = options;
  const connections = new Set<ClientConnection>();
  const lifeChecks = createLifeChecks(options.lifeCheckMilliseconds);
  const connectionOptions: ConnectionOptions = {
    ...options,
    hub: createHub({ ...options, eventTimeoutMilliseconds: options.requestTimeoutMilliseconds }),
    afterTurn: createAfterTurn(),
  };
  let isDraining = false;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: frameLimit,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });

  const open = (client: ClientSocket): void => {
    const { ws } = client;
    if (ws.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      ws.on('error', () => undefined);
      ws.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
      return;
    }
    const connection = serveConnection(connectionOptions, client);
    connections.add(connection);
    const stopChecks = lifeChecks.add(connection.checkLife);
    ws.once('close', () => {
      stopChecks();
      connections.delete(connection);
    });
  };
  const accept = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    sockets.handleUpgrade(request, stream, head, (ws) => {
      open({ ws, stream, opening: openingOf(request, trustedProxies) });
    });
  };
  http.on('upgrade', (request, stream, head) => {
    if (isDraining) refuseUpgrade(stream, '503 Service Unavailable');
    else if (!isWelcome(request, cors)) refuseUpgrade(stream, '403 Forbidden');
    else accept(request, stream, head);
  });

  return {
    retire(engine) {
      for (const connection of connections) {
        if (connection.uses(engine)) connection.close(restarting, 'Resume from your cursor');
      }
    },
    async [Symbol.asyncDispose]() {
      isDraining = true;
      for (const { close } of connections) close(restarting, 'Restarting');
      const cut = setTimeout(() => {
        for (const ws of sockets.clients) ws.terminate();
      }, closeMilliseconds);
      await new Promise((resolve) => {
        sockets.close(resolve);
      });
      clearTimeout(cut);
      lifeChecks[Symbol.dispose]();
    },
  };
}

/** A request is a kilobyte and more; what stays of it lives as long as its socket. */
function openingOf({ headers, socket }: IncomingMessage, trustedProxies: number): Opening {
  return {
    clientAddress: clientAddress({ headers, remoteAddress: socket.remoteAddress }, trustedProxies),
    acceptLanguage: headers['accept-language'] ?? null,
    headers: {
      'apollographql-client-name': headers['apollographql-client-name'],
      'apollographql-client-version': headers['apollographql-client-version'],
      traceparent: headers['traceparent'],
    },
  };
}

function isWelcome(request: IncomingMessage, cors: Cors): boolean {
  const [path] = (request.url ?? '').split('?', 1);
  return path === '/graphql' && cors.allowsSocket(request);
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
