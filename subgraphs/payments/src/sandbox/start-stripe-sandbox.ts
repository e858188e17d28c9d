import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readBody, sendJson } from '@skillswap/kit/route';
import { createApi } from './api.ts';
import { createBalance } from './balance.ts';
import { changeControls, wellBehaved, type Controls } from './controls.ts';
import { createDisputes, type Disputes } from './disputes.ts';
import { createPaymentIntents } from './payment-intents.ts';
import { StripeApiError } from './stripe-error.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

/** What {@link startStripeSandbox} needs. */
export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
}

/** A stand-in for Stripe that is running. */
export interface StripeSandbox extends AsyncDisposable {
  /** Where its API is. */
  readonly url: string;
  readonly webhooks: Webhooks;
  /** Sends webhooks elsewhere from now on. */
  sendWebhooksTo(url: string): void;
}

const bodyLimit = 1024 * 1024;

/**
 * Serves, on loopback, the part of Stripe's API that is used here, and sends signed webhooks. Below
 * `/sandbox/` it can be told to misbehave. It forgets everything when it ends.
 */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
  const stopping = new AbortController();
  let controls: Controls = wellBehaved;
  let webhookUrl = options.webhookUrl;
  const webhooks = createWebhooks({
    url: () => webhookUrl,
    secret: options.webhookSecret,
    controls: () => controls,
    signal: stopping.signal,
  });
  const balance = createBalance();
  const intents = createPaymentIntents(balance, (type, object) => {
    webhooks.emit(type, object);
  });
  const disputes = createDisputes(intents, balance, (type, object) => {
    webhooks.emit(type, object);
  });
  const api = createApi(intents, balance, webhooks);
  const use = (control: 'failNext' | 'cutNext'): boolean => {
    const left = controls.api[control];
    controls = { ...controls, api: { ...controls.api, [control]: Math.max(0, left - 1) } };
    return left > 0;
  };

  const answerApi = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await readBody(request, bodyLimit)).toString();
    await pause(controls.api.delayMilliseconds, undefined, { signal: stopping.signal });
    if (use('failNext')) throw unavailable();
    const { status, body: answer, replayed } = api(request, body);
    if (use('cutNext')) {
      response.destroy();
      return;
    }
    if (replayed) response.setHeader('idempotent-replayed', 'true');
    sendJson(response, status, answer);
  };
  const answerControls = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') {
      const change: unknown = JSON.parse((await readBody(request, bodyLimit)).toString());
      const changed = changeControls(controls, change);
      if (changed === null) {
        sendJson(response, 400, { error: 'These are not controls of the sandbox.' });
        return;
      }
      controls = changed;
    }
    sendJson(response, 200, controls);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/v1/')) await answerApi(request, response);
    else if (pathname === '/sandbox/controls') await answerControls(request, response);
    else answerSandbox(pathname, { request, response, intents, disputes, webhooks });
  };

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      if (error instanceof StripeApiError) sendJson(response, error.status, { error: error.body });
      else
        sendJson(response, 400, {
          error: { type: 'invalid_request_error', message: 'Bad request.' },
        });
    });
  });
  const port = await listen(http, options.port);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    webhooks,
    sendWebhooksTo(url) {
      webhookUrl = url;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

interface SandboxRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly intents: ReturnType<typeof createPaymentIntents>;
  readonly disputes: Disputes;
  readonly webhooks: Webhooks;
}

/** What is not Stripe's: the events that were sent, sending one again, the payer and their bank. */
function answerSandbox(
  pathname: string,
  { request, response, intents, disputes, webhooks }: SandboxRequest,
): void {
  const [, root, kind, id = '', action] = pathname.split('/');
  if (root === 'livez' || root === 'readyz') sendJson(response, 200, { ready: true });
  else if (root !== 'sandbox') sendJson(response, 404, { error: 'There is nothing here.' });
  else if (kind === 'events' && id === '') sendJson(response, 200, webhooks.list());
  else if (kind === 'events' && action === 'resend' && request.method === 'POST') {
    sendJson(response, webhooks.resend(id) ? 200 : 404, {});
  } else if (kind === 'disputes' && request.method === 'POST') {
    const dispute = disputes.step(id, action ?? '');
    sendJson(response, dispute === null ? 404 : 200, dispute ?? {});
  } else if (kind === 'payment_intents' && request.method === 'POST') {
    if (action === 'dispute' || action === 'inquire') {
      sendJson(response, 200, disputes.open(id, action === 'inquire'));
      return;
    }
    sendJson(response, 200, intents.authenticate(id, action === 'authenticate'));
  } else sendJson(response, 404, { error: 'There is nothing here.' });
}

function unavailable() {
  return new StripeApiError(500, { type: 'api_error', message: 'Something went wrong.' });
}

function listen(http: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
