import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Controls } from './controls.ts';
import { stripeId, unixSeconds, type StripeObject } from './objects.ts';

/** An event and what became of its deliveries. */
export interface SandboxEvent {
  readonly id: string;
  readonly type: string;
  readonly body: string;
  /** The HTTP status of each delivery; 0 when there was no answer. */
  readonly deliveries: readonly number[];
}

/** Sends events to the product. */
export interface Webhooks {
  /** Makes an event and sends it as the controls say. */
  emit(type: string, object: StripeObject): void;
  /** Sends an event again; false when there is none with this id. */
  resend(id: string): boolean;
  list(): readonly SandboxEvent[];
}

/** What {@link createWebhooks} needs. */
export interface WebhookOptions {
  readonly url: () => string;
  readonly secret: string;
  readonly controls: () => Controls;
  /** Ends deliveries that wait. */
  readonly signal: AbortSignal;
}

const retryMilliseconds = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];
const collectMilliseconds = 300;
const kept = 10_000;

/** Signs and sends events as Stripe does: again and again until they are answered with 2xx. */
export function createWebhooks({ url, secret, controls, signal }: WebhookOptions): Webhooks {
  const events = new Map<
    string,
    { id: string; type: string; body: string; deliveries: number[] }
  >();
  let collected: string[] = [];

  const deliver = async (id: string) => {
    const event = events.get(id);
    if (event === undefined) return;
    for (const wait of [controls().events.delayMilliseconds, ...retryMilliseconds]) {
      await pause(wait, undefined, { signal });
      const status = await post(url(), secret, event.body, signal);
      event.deliveries.push(status);
      if (status >= 200 && status < 300) return;
    }
  };
  const send = (id: string) => {
    const { times, dropped } = controls().events;
    if (dropped) return;
    for (let count = 0; count < times; count += 1) void deliver(id).catch(() => undefined);
  };
  const collect = (id: string) => {
    collected.push(id);
    if (collected.length > 1) return;
    const sendCollected = () => {
      const ids = collected.toReversed();
      collected = [];
      ids.forEach(send);
    };
    void pause(collectMilliseconds, undefined, { signal }).then(sendCollected, () => undefined);
  };

  return {
    emit(type, object) {
      const id = stripeId('evt');
      const body = JSON.stringify({
        id,
        object: 'event',
        api_version: '2026-10-28.endive',
        created: unixSeconds(),
        data: { object },
        livemode: false,
        pending_webhooks: 1,
        request: { id: stripeId('req'), idempotency_key: null },
        type,
      });
      const [oldest] = events.keys();
      if (events.size >= kept && oldest !== undefined) events.delete(oldest);
      events.set(id, { id, type, body, deliveries: [] });
      if (controls().events.reversed) collect(id);
      else send(id);
    },
    resend(id) {
      if (!events.has(id)) return false;
      void deliver(id).catch(() => undefined);
      return true;
    },
    list: () => [...events.values()],
  };
}

/** The `Stripe-Signature` of a body. */
export function signWebhook(body: string, secret: string, seconds: number): string {
  const digest = createHmac('sha256', secret)
    .update(`${String(seconds)}.${body}`)
    .digest('hex');
  return `t=${String(seconds)},v1=${digest}`;
}

async function post(url: string, secret: string, body: string, signal: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signWebhook(body, secret, unixSeconds()),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
