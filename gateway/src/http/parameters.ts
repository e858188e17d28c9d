import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isObject, type JsonObject } from '../execution/json.ts';
import { documentIdOf } from '../operations/document-id.ts';
import type { AskedDocument } from '../operations/find-document.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Exchange } from './exchange.ts';

/** A GraphQL request as it came, its parts of the right types. */
export interface Parameters extends AskedDocument {
  readonly operationName: string | null;
  readonly variables: JsonObject;
}

const bodyLimit = 256 * 1024;

/** Reads a POST's JSON body; throws a refusal for any other body. */
export function readPost(exchange: Exchange): Parameters | Promise<Parameters> {
  checkContentType(exchange.headers);
  const body = exchange.body();
  if (!Buffer.isBuffer(body)) return readBody(body, bodyLimit).then(read);
  if (body.length > bodyLimit) throw tooLarge(bodyLimit);
  return read(body);
}

function read(bytes: Buffer): Parameters {
  return toParameters(parseJson(decode(bytes), 'The body'));
}

/** Reads a GET's search parameters. */
export function readGet(search: URLSearchParams): Parameters {
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return toParameters({
    query: search.get('query'),
    documentId: search.get('documentId'),
    // Empty is the same as left out.
    operationName: search.get('operationName') || null,
    variables: variables === null ? null : parseJson(variables, 'variables'),
    extensions: extensions === null ? null : parseJson(extensions, 'extensions'),
  });
}

/** The body's bytes; throws 413 as soon as there are more than `limit`. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return Promise.reject(tooLarge(limit));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) reject(tooLarge(limit));
    });
    request.once('end', () => {
      const [only] = chunks;
      resolve(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks));
    });
    request.once('error', reject);
  });
}

/** A simple content type would let any page of the web post here on behalf of its visitor. */
function checkContentType(headers: IncomingHttpHeaders): void {
  if (headers['content-type'] === 'application/json' && !('content-encoding' in headers)) return;
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json') throw unsupported('Send application/json.');
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) throw unsupported('Send UTF-8.');
  if (encoding.toLowerCase() !== 'identity') throw unsupported('Send the body uncompressed.');
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw badRequest('The body is not UTF-8.');
  return bytes.toString('utf8', startsWithMark(bytes) ? 3 : 0);
}

/** A byte order mark is no part of the text. */
function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}

function toParameters(body: unknown): Parameters {
  if (!isObject(body)) throw badRequest('Send one JSON object per request.');
  const { query, operationName, variables, extensions } = body;
  if (!isAbsent(query) && typeof query !== 'string') {
    throw badRequest('`query` must be the text of a GraphQL document.');
  }
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw badRequest('`operationName` must be text.');
  }
  if (!isAbsent(variables) && !isObject(variables)) {
    throw badRequest('`variables` must be an object.');
  }
  if (!isAbsent(extensions) && !isObject(extensions)) {
    throw badRequest('`extensions` must be an object.');
  }
  const documentId = documentIdOf(body['documentId'], extensions);
  const text = isAbsent(query) || query.trim() === '' ? null : query;
  if (text === null && documentId === null) {
    throw badRequest('Send `query`, the text of a GraphQL document, or `documentId`.');
  }
  return {
    query: text,
    documentId,
    operationName: operationName ?? null,
    variables: variables ?? {},
  };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function badRequest(message: string): Refusal {
  return refuse(400, 'BAD_REQUEST', message);
}

function unsupported(message: string): Refusal {
  return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function tooLarge(limit: number): Refusal {
  const message = `The body is larger than ${String(limit)} bytes.`;
  return refuse(413, 'PAYLOAD_TOO_LARGE', message, { connection: 'close' });
}
