import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which pages may call the gateway from a browser. */
export interface Cors {
  /** The headers that let an allowed page read an answer; names and values in turn. */
  headersFor(origin: string | undefined): readonly string[];
  /** Adds them. */
  apply(request: IncomingMessage, response: ServerResponse): void;
  /** Answers a browser's question before a request. */
  preflight(request: IncomingMessage, response: ServerResponse): void;
  /** True when a page of this origin, or no page at all, may open a socket. */
  allowsSocket(request: IncomingMessage): boolean;
}

const allowedHeaders = [
  'content-type',
  'authorization',
  'x-api-key',
  'apollographql-client-name',
  'apollographql-client-version',
  'apollo-require-preflight',
].join(', ');

const forNoPage = ['vary', 'origin'];
const exposing = ['access-control-expose-headers', 'x-request-id, retry-after, deprecation'];

/** Allows exactly `origins`; the gateway's own pages need no permission. */
export function createCors(origins: readonly string[]): Cors {
  const allowed = new Set(origins);

  const headersFor = (origin: string | undefined): readonly string[] =>
    origin !== undefined && allowed.has(origin)
      ? [...forNoPage, 'access-control-allow-origin', origin, ...exposing]
      : forNoPage;
  const apply = (request: IncomingMessage, response: ServerResponse): void => {
    const headers = headersFor(request.headers.origin);
    for (let at = 0; at < headers.length; at += 2) {
      response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    }
  };

  return {
    headersFor,
    apply,
    preflight(request, response) {
      apply(request, response);
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.setHeader('access-control-allow-headers', allowedHeaders);
      response.setHeader('access-control-max-age', '600');
      response.writeHead(204).end();
    },
    allowsSocket({ headers }) {
      const { origin, host } = headers;
      return origin === undefined || allowed.has(origin) || isSameHost(origin, host);
    },
  };
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
