import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
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
  response.writeHead(status, headersOf(mediaType, Buffer.byteLength(body), headers));
  response.end(body);
}

/** Writes a GraphQL answer whose middle others get, too. */
export function writeShared(
  response: ServerResponse,
  status: number,
  { mediaType }: Negotiated,
  { start, bytes, end }: { readonly start: string; readonly bytes: Buffer; readonly end: string },
  headers: Readonly<Record<string, string>>,
): void {
  const length = Buffer.byteLength(start) + bytes.length + Buffer.byteLength(end);
  response.writeHead(status, headersOf(mediaType, length, headers));
  response.cork();
  response.write(start);
  response.write(bytes);
  response.end(end);
  response.uncork();
}

function headersOf(
  mediaType: string,
  length: number,
  others: Readonly<Record<string, string>>,
): OutgoingHttpHeaders {
  return {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...others,
  };
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
