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
}

/**
 * Connections are opened with the first subscription and carry those of all viewers; each
 * subscribe message brings its viewer's identity. A lost connection is not repaired behind the
 * client's back: only the client knows its cursor.
 */
export function createUpstreams({ urls, identify }: UpstreamOptions): Upstreams {
  const clients = new Map<string, Client>();

  const clientOf = (subgraph: string): Client => {
    const known = clients.get(subgraph);
    if (known !== undefined) return known;
    const client = createClient({
      url: (urls.get(subgraph) ?? '').replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazyCloseTimeout: 10_000,
      connectionParams: async () => ({
        identity: await identify(subgraph, { kind: 'service', name: 'gateway' }),
      }),
      onNonLazyError: () => undefined,
    });
    clients.set(subgraph, client);
    return client;
  };

  return {
    subscribe(fetch, variables, caller, sink) {
      let stop: (() => void) | null = null;
      let stopped = false;
      const start = async (): Promise<void> => {
        const identity = await identify(fetch.subgraph, caller.viewer);
        if (stopped) return;
        const { requestId, acceptLanguage } = caller;
        const payload = {
          query: fetch.document,
          variables,
          extensions: { identity, requestId, acceptLanguage },
        };
        stop = clientOf(fetch.subgraph).subscribe<unknown>(payload, {
          next: (result) => {
            sink.next(result);
          },
          error: (error) => {
            if (Array.isArray(error)) sink.refused(error);
            else sink.lost();
          },
          complete: () => {
            sink.complete();
          },
        });
      };
      start().catch(() => {
        sink.lost();
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients.values()) await client.dispose();
    },
  };
}
