import { createClient, type Client } from 'graphql-ws';
import type { Viewer } from '@skillswap/kit/viewer';
import { WebSocket } from 'ws';
import type { JsonObject } from '../execution/json.ts';

/** An event as a subgraph sent it, unchecked. */
export interface UpstreamEvent {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** What an upstream subscription tells; nothing follows anything but `next`. */
export interface UpstreamSink {
  next(event: UpstreamEvent): void;
  /** The subgraph refused the subscription or ended it with these errors. */
  refused(errors: unknown): void;
  /** The subgraph cannot be reached; the subscription has never begun. */
  unreachable(): void;
  /** The connection is lost; events may be missing from here on. */
  lost(): void;
  complete(): void;
}

/** What to subscribe to, and for whom. */
export interface UpstreamRequest {
  readonly subgraph: string;
  readonly document: string;
  readonly variables: JsonObject;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly acceptLanguage: string | null;
}

/** Subscribes at subgraphs, over one connection to each. */
export interface Upstreams extends AsyncDisposable {
  /** Returns how to stop. */
  subscribe(request: UpstreamRequest, sink: UpstreamSink): () => void;
}

/** What {@link createUpstreams} needs. */
export interface UpstreamOptions {
  readonly urls: ReadonlyMap<string, string>;
  /** Says who asks: for each subscription its viewer, for the connection the gateway itself. */
  readonly identify: (subgraph: string, viewer: Viewer) => Promise<string>;
  /** How long a subgraph that is restarting is waited for. */
  readonly patienceMilliseconds: number;
}

const betweenAttempts = 250;
/** How often a connection is asked whether it still stands, and how long the answer may take. */
const pingMilliseconds = 10_000;
const pongMilliseconds = 5_000;

/** A connection that carries the subscriptions of all viewers to one subgraph. */
interface Connection {
  readonly client: Client;
  /** True from the moment the connection is up until it is lost. */
  isUp: boolean;
  /** Fulfilled when the next attempt to connect may be made; all that wait make it together. */
  pause: Promise<void> | null;
}

/**
 * Connections are opened with the first subscription and asked regularly whether they stand. What a
 * lost connection carried ends as lost: where to go on is the subscriber's to know. A connection that
 * never came up is tried again for a while.
 */
export function createUpstreams(options: UpstreamOptions): Upstreams {
  const connections = new Map<string, Connection>();
  const connectionTo = (subgraph: string): Connection => {
    const known = connections.get(subgraph) ?? openConnection(options, subgraph);
    connections.set(subgraph, known);
    return known;
  };

  return {
    subscribe(request, sink) {
      const { subgraph, document, variables, viewer, requestId, acceptLanguage } = request;
      const connection = connectionTo(subgraph);
      const giveUpAt = performance.now() + options.patienceMilliseconds;
      let isStopped = false;
      let unsubscribe = () => undefined;

      const start = async (): Promise<void> => {
        await connection.pause;
        const identity = await options.identify(subgraph, viewer);
        if (isStopped) return;
        let wasUp = connection.isUp;
        const stopWatching = connection.client.on('connected', () => {
          // After a normal closure the client subscribes again by itself, at the old place.
          if (wasUp) lose();
          wasUp = true;
        });
        const lose = (): void => {
          stopWatching();
          if (isStopped) return;
          isStopped = true;
          unsubscribe();
          sink.lost();
        };
        const extensions = { identity, requestId, acceptLanguage };
        const stop = connection.client.subscribe<unknown>(
          { query: document, variables, extensions },
          {
            next: (event) => {
              if (!isStopped) sink.next(event);
            },
            error: (error) => {
              stopWatching();
              if (isStopped) return;
              if (Array.isArray(error)) sink.refused(error);
              else if (wasUp) lose();
              else if (performance.now() > giveUpAt) sink.unreachable();
              else {
                rest(connection);
                begin();
              }
            },
            complete: () => {
              stopWatching();
              if (!isStopped) sink.complete();
            },
          },
        );
        unsubscribe = () => {
          stop();
        };
      };
      const begin = (): void => {
        start().catch(() => {
          if (!isStopped) sink.unreachable();
        });
      };
      begin();
      return () => {
        isStopped = true;
        unsubscribe();
      };
    },
    async [Symbol.asyncDispose]() {
      for (const { client } of connections.values()) await client.dispose();
    },
  };
}

/** Lets nobody connect for a moment. */
function rest(connection: Connection): void {
  connection.pause ??= new Promise((resolve) => {
    setTimeout(() => {
      connection.pause = null;
      resolve();
    }, betweenAttempts);
  });
}

function openConnection({ urls, identify }: UpstreamOptions, subgraph: string): Connection {
  let unanswered: NodeJS.Timeout | undefined;
  const client = createClient({
    url: (urls.get(subgraph) ?? '').replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 10_000,
    keepAlive: pingMilliseconds,
    connectionParams: async () => ({
      identity: await identify(subgraph, { kind: 'service', name: 'gateway' }),
    }),
    on: {
      connected: () => {
        connection.isUp = true;
      },
      ping: (isReceived) => {
        if (isReceived) return;
        unanswered = setTimeout(() => {
          client.terminate();
        }, pongMilliseconds);
      },
      pong: () => {
        clearTimeout(unanswered);
      },
      closed: () => {
        clearTimeout(unanswered);
        connection.isUp = false;
      },
    },
  });
  const connection: Connection = { client, isUp: false, pause: null };
  return connection;
}
