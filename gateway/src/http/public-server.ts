import { Server, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Authenticate } from '../authentication.ts';
import type { Metrics } from '../metrics.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { answerUnreadable } from './unreadable.ts';
import { hasScope } from '@skillswap/kit/viewer';
import { writeRefusal } from './answer.ts';
import { consolePage } from './console-page.ts';
import type { Cors } from './cors.ts';
import { toExchange } from './exchange.ts';
import { createFastLane, type FastLane } from './fast-lane.ts';
import type { GraphqlHandler } from './graphql.ts';
import { consoleForMailLink } from './mail-links.ts';
import { plainJson, wantsPage } from './negotiation.ts';
import type { SideDoors } from './side-doors.ts';

/** What {@link createPublicServer} needs. */
export interface PublicServerOptions {
  readonly graphql: GraphqlHandler;
  readonly sideDoors: SideDoors;
  readonly cors: Cors;
  readonly authenticate: Authenticate;
  /** Who gets the console page. */
  readonly console: 'everyone' | 'admins';
  readonly metrics: Metrics;
  readonly patience: Patience;
  /** Aborts before the server stops, so that clients look elsewhere meanwhile. */
  readonly stopping: AbortSignal;
}

/** How long clients may take to send. */
export interface Patience {
  readonly headersMilliseconds: number;
  readonly requestMilliseconds: number;
}

/** What holds unless a test asks for less. */
export const defaultPatience: Patience = {
  headersMilliseconds: 8_000,
  requestMilliseconds: 30_000,
};

/** Bytes of a request's target and of its headers' names and values; Node refuses at its limit. */
const headerLimit = 16 * 1024;

/** The public origin's HTTP server, not yet listening. */
export function createPublicServer(options: PublicServerOptions): Server {
  const { headersMilliseconds, requestMilliseconds } = options.patience;
  const settings = {
    maxHeaderSize: headerLimit + 1,
    headersTimeout: headersMilliseconds,
    requestTimeout: requestMilliseconds,
    // Node looks for slow clients only every half a minute otherwise.
    connectionsCheckingInterval: Math.min(1_000, headersMilliseconds / 2),
  };
  const server = new PublicServer(settings, (request, response) => {
    // Whoever keeps this connection learns with the next answer that it ends.
    if (options.stopping.aborted) response.setHeader('connection', 'close');
    response.once('finish', () => {
      options.metrics.observeResponse(response.statusCode);
    });
    route(options, request, response).catch(() => {
      response.destroy();
    });
  });
  server.on('clientError', (error, socket) => {
    answerUnreadable(error, socket, options.metrics);
  });
  server.addFastLane(options);
  return server;
}

/** Node's server with a fast lane before it, which ends when the server does. */
class PublicServer extends Server {
  #lane: FastLane | null = null;

  addFastLane({ graphql, metrics, stopping }: PublicServerOptions): void {
    const listeners = this.listeners('connection');
    const lane = createFastLane({
      answer: graphql,
      handOver: (socket) => {
        for (const listen of listeners) Reflect.apply(listen, this, [socket]);
      },
      observe: (status) => {
        metrics.observeResponse(status);
      },
      idleMilliseconds: this.keepAliveTimeout,
      stopping,
    });
    this.removeAllListeners('connection').on('connection', (socket: Socket) => {
      lane.take(socket);
    });
    this.#lane = lane;
  }

  override closeIdleConnections(): void {
    this.#lane?.closeIdle();
    super.closeIdleConnections();
  }

  override closeAllConnections(): void {
    this.#lane?.closeAll();
    super.closeAllConnections();
  }
}

async function route(
  options: PublicServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (request.method === 'OPTIONS') {
    options.cors.preflight(request, response);
    return;
  }
  if (path === '/graphql' && isForGraphql(request)) {
    await options.graphql(toExchange(request, response));
    return;
  }
  options.cors.apply(request, response);
  if (path === '/graphql') {
    await showGraphql(options, request, response);
    return;
  }
  const linked = options.console === 'everyone' ? consoleForMailLink(request.url ?? '') : null;
  if (linked !== null) {
    response.writeHead(303, { location: linked }).end();
    return;
  }
  const forwarded = options.sideDoors(request, response);
  if (forwarded === null) {
    refuseWith(options, response, nothingHere());
  } else await forwarded;
}

function isForGraphql({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' || (method === 'GET' && !wantsPage(headers.accept));
}

async function showGraphql(
  options: PublicServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    await showConsole(options, request, response);
    return;
  }
  const refusal = refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET for queries.', {
    allow: 'GET, POST',
  });
  refuseWith(options, response, refusal);
}

async function showConsole(
  options: PublicServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { console: audience, authenticate } = options;
  const credential = await authenticate(request.headers.authorization).catch(() => null);
  const mayRead =
    audience === 'everyone' || (credential !== null && hasScope(credential.viewer, 'admin'));
  if (!mayRead) {
    refuseWith(options, response, nothingHere());
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; font-src data:; img-src data:; connect-src 'self' ws: wss:",
    'x-content-type-options': 'nosniff',
  });
  response.end(await consolePage());
}

function refuseWith(
  { metrics }: PublicServerOptions,
  response: ServerResponse,
  refusal: Refusal,
): void {
  metrics.countRefusal(refusal.code);
  writeRefusal(response, refusal, plainJson);
}

function nothingHere(): Refusal {
  return refuse(404, 'NOT_FOUND', 'There is nothing here.');
}
