import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Refusal } from '../refusal.ts';
import type { Body, Exchange } from './exchange.ts';
import type { Negotiated } from './negotiation.ts';

/** Writes a GraphQL answer; `others` are further headers, names and values in turn. */
export function writeAnswer(
  exchange: Exchange,
  status: number,
  { mediaType }: Negotiated,
  body: Body,
  others: readonly string[],
): void {
  exchange.answer(status, [...headersOf(mediaType, lengthOf(body)), ...others], body);
}

function lengthOf(body: Body): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return Buffer.byteLength(body.start) + body.bytes.length + Buffer.byteLength(body.end);
}

function headersOf(mediaType: string, length: number): string[] {
  // prettier-ignore
  return [
    'content-type', `${mediaType}; charset=utf-8`,
    'content-length', String(length),
    'cache-control', 'no-store',
    'x-content-type-options', 'nosniff',
  ];
}

/** Writes why a request is not run. */
export function writeRefused(
  exchange: Exchange,
  refusal: Refusal,
  negotiated: Negotiated,
  others: readonly string[],
): void {
  const headers = [...Object.entries(refusal.headers).flat(), ...others];
  writeAnswer(exchange, statusOf(refusal, negotiated), negotiated, errorsBody(refusal), headers);
}

/** Writes why a request is not answered that is not for GraphQL. */
export function writeRefusal(
  response: ServerResponse,
  refusal: Refusal,
  negotiated: Negotiated,
): void {
  const body = errorsBody(refusal);
  const headers = headersOf(negotiated.mediaType, Buffer.byteLength(body));
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  }
  response.writeHead(statusOf(refusal, negotiated), refusal.headers).end(body);
}

function statusOf({ status, isRequestError }: Refusal, { isLegacy }: Negotiated): number {
  return isLegacy && isRequestError ? 200 : status;
}

function errorsBody({ errors }: { readonly errors: readonly GraphQLFormattedError[] }): string {
  return JSON.stringify({ errors });
}
