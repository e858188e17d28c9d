import type { Context } from '@opentelemetry/api';
import type { Log } from '@skillswap/kit/log';
import type { Cancellation } from './cancellation.ts';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts';
import { isObject } from './execution/json.ts';
import type { UnplacedError } from './execution/failures.ts';
import { ConnectionLost } from './http1/connection.ts';
import { createPool, PoolExhausted, type Pool } from './http1/pool.ts';
import type { HttpResponse } from './http1/response-reader.ts';
import type { Viewer } from '@skillswap/kit/viewer';

/** On whose behalf, and how long, the gateway asks subgraphs. */
export interface Caller {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly clientAddress: string | null;
  readonly acceptLanguage: string | null;
  /** Headers of the client that are passed on as they came. */
  readonly forwarded?: Readonly<Record<string, string>>;
  /** When the whole request must be answered, on `performance.now()`'s scale. */
  readonly deadline: number;
  /** Aborts when the client has left or the deadline has passed. */
  readonly signal: Cancellation;
  /** Made when something is to be told: most requests have nothing. */
  readonly log: () => Log;
  /** Where spans on the caller's behalf belong; absent or null while tracing is off. */
  readonly trace?: Context | null;
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
  /** The subgraphs that do not answer and are left alone at the moment. */
  leftAlone(): readonly string[];
  /** What the client is told when {@link send} throws; the cause goes to the log. */
  describe(cause: unknown, subgraph: string, caller: Caller): UnplacedError;
}

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** What {@link createSubgraphClient} needs. */
export interface SubgraphClientOptions {
  /** Each subgraph's GraphQL endpoint. */
  readonly urls: ReadonlyMap<string, string>;
  /** The headers that say who asks. */
  readonly headersFor: (subgraph: string, caller: Caller) => Headers | Promise<Headers>;
  readonly timeoutMilliseconds: number;
  /** Called once per request with how long it took and how it ended. */
  readonly observe: (subgraph: string, outcome: string, seconds: number) => void;
}

const poolOptions = { connections: 128, waiting: 2_048, mostBytes: 10 * 1024 * 1024 };
const breakerOptions = {
  failures: 10,
  retryMilliseconds: 500,
  now: () => performance.now(),
};

/** The subgraph could not be reached or did not answer with GraphQL. */
class SubgraphUnusable extends Error {
  override readonly name = 'SubgraphUnusable';
}

interface Endpoint {
  readonly pool: Pool;
  readonly breaker: CircuitBreaker;
  /** What every request to it begins with. */
  readonly start: string;
}

/** Opens the pools; connections are made when they are needed and kept. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const endpoints = new Map(
    [...options.urls].map(([subgraph, url]) => [subgraph, openEndpoint(new URL(url))]),
  );

  const attempt = async (
    { pool, start }: Endpoint,
    subgraph: string,
    body: string,
    caller: Caller,
  ): Promise<SubgraphAnswer> => {
    const given = options.headersFor(subgraph, caller);
    const headers = given instanceof Promise ? await given : given;
    const remaining = Math.max(1, Math.floor(caller.deadline - performance.now()));
    const useful = Math.min(options.timeoutMilliseconds, remaining);
    const request = `${start}x-deadline-ms: ${String(useful)}\r\n${toLines(headers)}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
    return readAnswer(
      await pool.send(request, {
        timeoutMilliseconds: options.timeoutMilliseconds,
        signal: caller.signal,
      }),
    );
  };

  return {
    async send(subgraph, operation, body, caller) {
      const endpoint = endpoints.get(subgraph);
      if (endpoint === undefined) throw new SubgraphUnusable('no address is known');
      const { breaker } = endpoint;
      if (!breaker.admits()) {
        options.observe(subgraph, 'refused', 0);
        throw new SubgraphUnusable('it does not answer and is left alone for a moment');
      }
      const started = performance.now();
      const finish = (outcome: string) => {
        options.observe(subgraph, outcome, (performance.now() - started) / 1000);
      };
      try {
        const answer = await attempt(endpoint, subgraph, body, caller).catch((cause: unknown) => {
          if (operation !== 'query' || !isConnectionError(cause)) throw cause;
          return attempt(endpoint, subgraph, body, caller);
        });
        breaker.succeeded();
        finish('answered');
        return answer;
      } catch (cause) {
        if (blames(cause)) breaker.failed();
        finish(isTimeout(cause) ? 'timeout' : 'failed');
        throw cause;
      }
    },
    leftAlone: () =>
      [...endpoints].filter(([, { breaker }]) => breaker.isOpen()).map(([subgraph]) => subgraph),
    describe(cause, subgraph, caller) {
      caller.log().warn({ err: cause, subgraph }, 'a subgraph did not answer');
      return isTimeout(cause)
        ? unavailable('SUBREQUEST_TIMEOUT', 'This part of the answer took too long.')
        : unavailable(
            'SUBREQUEST_HTTP_ERROR',
            'This part of the answer is not available right now.',
          );
    },
    [Symbol.asyncDispose]() {
      for (const { pool } of endpoints.values()) pool[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}

function openEndpoint(url: URL): Endpoint {
  const start =
    `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n` +
    'content-type: application/json\r\naccept: application/json\r\n';
  return {
    pool: createPool(url, poolOptions),
    breaker: createCircuitBreaker(breakerOptions),
    start,
  };
}

/** What may not stand in a header's value would begin another header. */
const unprintable = /[^\t\x20-\x7e\x80-\xff]/g;

function toLines(headers: Headers): string {
  let lines = '';
  for (const name in headers) {
    lines += `${name}: ${(headers[name] ?? '').replace(unprintable, '')}\r\n`;
  }
  return lines;
}

/** A GraphQL answer counts whatever its status; a refused identity or anything else does not. */
function readAnswer({ status, body: text }: HttpResponse): SubgraphAnswer {
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

/** True when the failure says something about the subgraph, not about who asked. */
function blames(cause: unknown): boolean {
  return (
    !(cause instanceof PoolExhausted) && !(cause instanceof Error && cause.name === 'AbortError')
  );
}

const connectionErrors: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** True when the request may never have arrived. */
function isConnectionError(cause: unknown): boolean {
  if (cause instanceof ConnectionLost) return true;
  return cause instanceof Error && 'code' in cause && connectionErrors.has(cause.code);
}
