import type { IncomingMessage, ServerResponse } from 'node:http';

/** A side door: a plain HTTP endpoint that the gateway forwards to. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers a request by the route of its method and path, else by that of its folder, else with 404.
 */
export async function dispatch(
  routes: Readonly<Record<string, Route>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const route = routes[`${method} ${path}`] ?? routes[`${method} ${folder}`];
  if (route === undefined) sendJson(response, 404, { error: 'There is nothing here.' });
  else await route(request, response);
}

/** A request's body is longer than its reader allows. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The raw body; throws a {@link BodyTooLargeError} when it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<unknown> = request;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the body comes as bytes');
    size += chunk.length;
    if (size > limit) throw new BodyTooLargeError('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers a side door's request with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** A header's first value. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
