import type { Log } from '@skillswap/kit/log';
import { Pool } from 'undici';
import { isObject } from './execution/json.ts';
import type { UnplacedError } from './execution/failures.ts';
import type { Viewer } from '@skillswap/kit/viewer';

/** On whose behalf, and how long, the gateway asks subgraphs. */
export interface Caller {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly clientAddress: string | null;
  readonly acceptLanguage: string | null;
  /** When the whole request must be answered, on `performance.now()`'s scale. */
  readonly deadline: number;
  /** Aborts when the client has left or the deadline has passed. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** What a subgraph answered, unchecked. */
export interface SubgraphAnswer {
  readonly data: unknown;
  readonly errors: unknown;
}

/** Asks subgraphs over pooled keep-alive connections. */
export interface SubgraphClient extends AsyncDisposable {
  /** Sends a GraphQL request body; throws when no GraphQL answer comes in time. */
  send(
    subgraph: string,
    operation: 'query' | 'mutation' | 'subscription',
    body: string,
    caller: Caller,
  ): Promise<SubgraphAnswer>;
  /** What the client is told when {@link send} throws; the cause goes to the log. */
  describe(cause: unknown, subgraph: string, caller: Caller): UnplacedError;
}

/** What {@link createSubgraphClient} needs. */
export interface SubgraphClientOptions {
  /** Each subgraph's GraphQL endpoint. */
  readonly urls: ReadonlyMap<string, string>;
  /** The headers that say who asks. */
  readonly headersFor: (subgraph: string, caller: Caller) => Promise<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** Called once per request with how long it took and how it ended. */
  readonly observe: (subgraph: string, outcome: string, seconds: number) => void;
}

const maxAnswerBytes = 10 * 1024 * 1024;

/** The subgraph could not be reached or did not answer with GraphQL. */
class SubgraphUnusable extends Error {
  override readonly name = 'SubgraphUnusable';
}

/** Opens the pools; connections are made when they are needed and kept. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const endpoints = new Map(
    [...options.urls].map(([subgraph, url]) => {
      const { origin, pathname, search } = new URL(url);
      const pool = new Pool(origin, { connections: 128, maxResponseSize: maxAnswerBytes });
      return [subgraph, { pool, path: `${pathname}${search}` }];
    }),
  );

  const attempt = async (
    subgraph: string,
    body: string,
    caller: Caller,
  ): Promise<SubgraphAnswer> => {
    const endpoint = endpoints.get(subgraph);
    if (endpoint === undefined) throw new SubgraphUnusable('no address is known');
    const remaining = Math.max(1, Math.floor(caller.deadline - performance.now()));
    const useful = Math.min(options.timeoutMilliseconds, remaining);
    const response = await endpoint.pool.request({
      path: endpoint.path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-deadline-ms': String(useful),
        ...(await options.headersFor(subgraph, caller)),
      },
      body,
      signal: AbortSignal.any([caller.signal, AbortSignal.timeout(options.timeoutMilliseconds)]),
    });
    return readAnswer(response.statusCode, await response.body.text());
  };

  return {
    async send(subgraph, operation, body, caller) {
      const started = performance.now();
      const finish = (outcome: string) => {
        options.observe(subgraph, outcome, (performance.now() - started) / 1000);
      };
      try {
        const answer = await attempt(subgraph, body, caller).catch((cause: unknown) => {
          if (operation !== 'query' || !isConnectError(cause)) throw cause;
          return attempt(subgraph, body, caller);
        });
        finish('answered');
        return answer;
      } catch (cause) {
        finish(isTimeout(cause) ? 'timeout' : 'failed');
        throw cause;
      }
    },
    describe(cause, subgraph, caller) {
      caller.log.warn({ err: cause, subgraph }, 'a subgraph did not answer');
      return isTimeout(cause)
        ? unavailable('SUBREQUEST_TIMEOUT', 'This part of the answer took too long.')
        : unavailable(
            'SUBREQUEST_HTTP_ERROR',
            'This part of the answer is not available right now.',
          );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...endpoints.values()].map(({ pool }) => pool.close()));
    },
  };
}

/** A GraphQL answer counts whatever its status; a refused identity or anything else does not. */
function readAnswer(status: number, text: string): SubgraphAnswer {
  const body = parseJson(text);
  if (status === 401 || !isObject(body) || !('data' in body || 'errors' in body)) {
    throw new SubgraphUnusable(`answered ${String(status)} without GraphQL`);
  }
  return { data: body['data'], errors: body['errors'] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unavailable(code: string, message: string): UnplacedError {
  return { message, extensions: { code } };
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

const connectErrors: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

function isConnectError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && connectErrors.has(cause.code);
}
