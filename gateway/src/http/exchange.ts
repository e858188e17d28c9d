import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A GraphQL request over HTTP, and the one place for its answer. */
export interface Exchange {
  readonly method: string;
  /** Path and search. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
  /** The body, or the request whose body is still to be read. */
  body(): Buffer | IncomingMessage;
  /** Answers, once; nothing is sent to who has left. `headers` are names and values in turn. */
  answer(status: number, headers: string[], body: Body): void;
  /** The status of the answer; null while there is none. */
  status(): number | null;
  /** True when the client has left before its answer. */
  hasLeft(): boolean;
  /** Calls back when the client leaves before its answer. */
  onLeft(listener: () => void): void;
}

/** A text, or one whose middle is sent to others, too. */
export type Body = string | SharedBody;

/** A body in three parts. */
export interface SharedBody {
  readonly start: string;
  readonly bytes: Buffer;
  readonly end: string;
}

/** What of Node's server an exchange is. */
export function toExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    remoteAddress: request.socket.remoteAddress,
    body: () => request,
    answer(status, headers, body) {
      if (response.destroyed) return;
      response.writeHead(status, headers);
      if (typeof body === 'string') {
        response.end(body);
        return;
      }
      response.cork();
      response.write(body.start);
      response.write(body.bytes);
      response.end(body.end);
      response.uncork();
    },
    status: () => (response.writableEnded ? response.statusCode : null),
    hasLeft: () => response.destroyed,
    onLeft(listener) {
      response.once('close', () => {
        if (!response.writableEnded) listener();
      });
    },
  };
}
