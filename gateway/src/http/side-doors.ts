import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@skillswap/kit/log';
import type { Identify } from '../identity.ts';
import { identityHeader } from '@skillswap/kit/viewer';
import { Refusal, refuse } from '../refusal.ts';
import { writeRefusal } from './answer.ts';
import { plainJson } from './negotiation.ts';
import { readBody } from './parameters.ts';

/** A plain HTTP endpoint of the public origin that a subgraph answers. */
interface SideDoor {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly subgraph: string;
  /** The client's headers that go along. */
  readonly headers: readonly string[];
}

const doors: readonly SideDoor[] = [
  { method: 'GET', path: /^\/\.well-known\/jwks\.json$/, subgraph: 'users', headers: [] },
  { method: 'GET', path: /^\/calendar\/[\w-]+\.ics$/, subgraph: 'sessions', headers: [] },
  { method: 'GET', path: /^\/invoices\/[\w.-]+\.pdf$/, subgraph: 'payments', headers: [] },
  {
    method: 'POST',
    path: /^\/identity\/callback$/,
    subgraph: 'users',
    headers: ['content-type'],
  },
  {
    method: 'POST',
    path: /^\/webhooks\/stripe$/,
    subgraph: 'payments',
    headers: ['stripe-signature', 'content-type'],
  },
];

const bodyLimit = 256 * 1024;
const timeoutMilliseconds = 3_000;
const passedBack = ['content-type', 'cache-control', 'etag', 'last-modified', 'location'];

/** What {@link createSideDoors} needs. */
export interface SideDoorOptions {
  readonly urls: ReadonlyMap<string, string>;
  readonly identify: Identify;
  readonly log: Log;
}

/** Answers a request to a side door, or says that there is none here. */
export type SideDoors = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | null;

/** Forwards side doors byte for byte; nothing else of the client's request goes along. */
export function createSideDoors(options: SideDoorOptions): SideDoors {
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const door = doors.find((candidate) => candidate.path.test(path));
    if (door === undefined) return null;
    return forward(options, door, path, request, response).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : unavailable();
      if (!(error instanceof Refusal)) options.log.warn({ err: error }, 'a side door failed');
      writeRefusal(response, refusal, plainJson);
    });
  };
}

async function forward(
  { urls, identify }: SideDoorOptions,
  door: SideDoor,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isHead = request.method === 'HEAD' && door.method === 'GET';
  if (request.method !== door.method && !isHead) {
    throw refuse(405, 'METHOD_NOT_ALLOWED', `Use ${door.method}.`, { allow: door.method });
  }
  const body = door.method === 'POST' ? await readBody(request, bodyLimit) : null;
  const headers = new Headers({
    [identityHeader]: await identify(door.subgraph, { kind: 'service', name: 'gateway' }),
  });
  for (const name of door.headers) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const answer = await fetch(new URL(path, urls.get(door.subgraph)), {
    method: door.method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMilliseconds),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  for (const name of passedBack) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(answer.status, { 'content-length': bytes.length });
  response.end(isHead ? undefined : bytes);
}

function unavailable(): Refusal {
  return refuse(503, 'SERVICE_UNAVAILABLE', 'This is not available right now. Try again soon.', {
    'retry-after': '2',
  });
}
