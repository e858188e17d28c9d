import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readMailbox } from '@skillswap/kit/mail';
import type { Redis } from 'ioredis';
import { mailboxPage } from './http/mailbox-page.ts';
import { wantsPage } from './http/negotiation.ts';
import type { Metrics } from './metrics.ts';
import type { JudgeDoor } from './operations/judge-door.ts';

/**
 * What a gateway is doing. It serves whether or not its subgraphs can be reached: what they own is
 * then missing from answers, and another gateway would not find them either. A cluster is down while
 * all its workers have died and none has started again yet.
 */
export type GatewayState = 'starting' | 'serving' | 'draining' | 'down';

/** What {@link createInternalServer} needs. */
export interface InternalServerOptions {
  readonly metrics: Pick<Metrics, 'contentType' | 'print'>;
  readonly state: () => GatewayState;
  /** Where development's mails are; null in production, which has no mailbox. */
  readonly mailbox: Redis | null;
  /** Judges operations for our own services; null until there is a graph to judge them by. */
  readonly judge: () => JudgeDoor | null;
}

/** Probes, metrics, the judging of operations and development's mailbox, for this machine only. */
export function createInternalServer(options: InternalServerOptions): Server {
  return createServer((request, response) => {
    route(options, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 503, { error: 'This is not available right now.' });
    });
  });
}

async function route(
  options: InternalServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const { mailbox } = options;
  if (await answerProbe(options, request, response)) return;
  const judge = options.judge();
  if (path === '/operations/judge' && request.method === 'POST' && judge !== null) {
    await judge(request, response);
  } else if (!isRead(request)) {
    response.setHeader('allow', 'GET');
    sendJson(response, 405, { error: 'Use GET.' });
  } else if (path === '/mailbox' && mailbox !== null) {
    await showMailbox(mailbox, request, response);
  } else sendJson(response, 404, { error: 'There is nothing here.' });
}

/** Answers probes and metrics; false, with nothing written, when the request is for something else. */
export async function answerProbe(
  { metrics, state }: Pick<InternalServerOptions, 'metrics' | 'state'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (!isRead(request)) return false;
  if (path === '/livez') sendJson(response, 200, { live: true });
  else if (path === '/startupz') {
    const started = state() !== 'starting';
    sendJson(response, started ? 200 : 503, { started });
  } else if (path === '/readyz') {
    const ready = state() === 'serving';
    sendJson(response, ready ? 200 : 503, { ready, state: state() });
  } else if (path === '/metrics') {
    const figures = await metrics.print();
    response.writeHead(200, { 'content-type': metrics.contentType });
    response.end(figures);
  } else return false;
  return true;
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

async function showMailbox(
  redis: Redis,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mails = await readMailbox(redis);
  if (wantsPage(request.headers.accept)) {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(mailboxPage(mails));
  } else {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(`[${mails.join(',')}]`);
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
