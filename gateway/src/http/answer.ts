import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Refusal } from '../refusal.ts';
import type { Negotiated } from './negotiation.ts';

/** Writes a GraphQL answer. */
export function writeAnswer(
  response: ServerResponse,
  status: number,
  { mediaType }: Negotiated,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

/** Writes why a request is not run. */
export function writeRefusal(
  response: ServerResponse,
  refusal: Refusal,
  negotiated: Negotiated,
): void {
  const status = negotiated.isLegacy && refusal.isRequestError ? 200 : refusal.status;
  writeAnswer(response, status, negotiated, errorsBody(refusal.errors), refusal.headers);
}

function errorsBody(errors: readonly GraphQLFormattedError[]): string {
  return JSON.stringify({ errors });
}
