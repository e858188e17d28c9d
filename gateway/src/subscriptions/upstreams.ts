import { createClient, type Client } from 'graphql-ws';
import type { Viewer } from '@skillswap/kit/viewer';
import { WebSocket } from 'ws';
import type { CompiledFetch } from '../execution/compiled-plan.ts';
import type { JsonObject } from '../execution/json.ts';

/** What an upstream subscription tells. */
export interface UpstreamSink {
  next(result: { readonly data?: unknown; readonly errors?: unknown }): void;
  /** The subgraph refused the subscription or ended it with these errors. */
  refused(errors: unknown): void;
  /** The subgraph cannot be reached; there has been no event. */
  unreachable(): void;
  /** The connection is lost; events may be missing from here on. */
  lost(): void;
  complete(): void;
}

/** Who an upstream subscription is for. */
export interface UpstreamCaller {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly acceptLanguage: string | null;
}

/** Subscribes at subgraphs, over one connection to each. */
export interface Upstreams extends AsyncDisposable {
  /** Returns how to stop. */
  subscribe(
    fetch: CompiledFetch,
    variables: JsonObject,
    caller: UpstreamCaller,
    sink: UpstreamSink,
  ): () => void;
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

/** A connection that carries the subscriptions of all viewers to one subgraph. */
interface Connection {
  readonly client: Client;
  /** True from the moment the connection is up until it is lost. */
  isUp: boolean;
}

/**
 * Connections are opened with the first subscription. A lost connection is not repaired behind the
 * client's back: only the client knows its cursor. One that never came up is tried again for a
 * while.
 */
export function createUpstreams(options: UpstreamOptions): Upstreams {
  const connections = new Map<string, Connection>();
  const connectionTo = (subgraph: string): Connection => {
    const known = connections.get(subgraph) ?? openConnection(options, subgraph);
    connections.set(subgraph, known);
    return known;
  };

  return {
    subscribe(fetch, variables, caller, sink) {
      const giveUpAt = performance.now() + options.patienceMilliseconds;
      const stopped = new AbortController();
      let stop = () => undefined;
      const start = async (): Promise<void> => {
        const identity = await options.identify(fetch.subgraph, caller.viewer);
        if (stopped.signal.aborted) return;
        const { requestId, acceptLanguage } = caller;
        const extensions = { identity, requestId, acceptLanguage };
        const connection = connectionTo(fetch.subgraph);
        const wasUp = connection.isUp;
        let cameUp = false;
        const unsubscribeUp = connection.client.on('connected', () => {
          cameUp = true;
        });
        const query = { query: fetch.document, variables, extensions };
        const unsubscribe = connection.client.subscribe<unknown>(query, {
          next: (result) => {
            sink.next(result);
          },
          error: (error) => {
            unsubscribeUp();
            if (Array.isArray(error)) sink.refused(error);
            else if (wasUp || cameUp) sink.lost();
            else if (performance.now() > giveUpAt) sink.unreachable();
            else retry();
          },
          complete: () => {
            unsubscribeUp();
            sink.complete();
          },
        });
        stop = () => {
          unsubscribe();
        };
      };
      const retry = (): void => {
        const timer = setTimeout(begin, betweenAttempts);
        stop = () => {
          clearTimeout(timer);
        };
      };
      const begin = (): void => {
        start().catch(() => {
          sink.unreachable();
        });
      };
      begin();
      return () => {
        stopped.abort();
        stop();
      };
    },
    async [Symbol.asyncDispose]() {
      for (const { client } of connections.values()) await client.dispose();
    },
  };
}

function openConnection({ urls, identify }: UpstreamOptions, subgraph: string): Connection {
  const client = createClient({
    url: (urls.get(subgraph) ?? '').replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 10_000,
    connectionParams: async () => ({
      identity: await identify(subgraph, { kind: 'service', name: 'gateway' }),
    }),
    on: {
      connected: () => {
        connection.isUp = true;
      },
      closed: () => {
        connection.isUp = false;
      },
    },
  });
  const connection: Connection = { client, isUp: false };
  return connection;
}
