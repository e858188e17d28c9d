import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readBody, sendJson, type Route } from '@skillswap/kit/route';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MoneyDesk } from './money-desk.ts';
import type { ProviderEvent } from './payment-provider.ts';
import { settlePayment } from './settle-payment.ts';
import { settleRefund } from './settle-refund.ts';

const bodyLimit = 256 * 1024;

/**
 * The side door for the provider's reports. A report is stored and applied in one transaction, so
 * that repeating it has no effect; one that does not prove its origin is counted and refused.
 */
export function stripeWebhook(desk: MoneyDesk): Route {
  return async (request, response) => {
    const body = await readBody(request, bodyLimit).catch(() => null);
    if (body === null) {
      sendJson(response, 413, refusal('PAYLOAD_TOO_LARGE', 'The report is too large.'));
      return;
    }
    const signature = signatureOf(request);
    const event = signature === null ? null : desk.provider.readEvent(body, signature);
    if (event === null) {
      await countRejection(desk, signature === null ? 'UNSIGNED' : 'BAD_SIGNATURE', body);
      sendJson(response, 400, refusal('BAD_REQUEST', 'The signature is not valid.'));
      return;
    }
    const changed = await applyReport(desk, event);
    if (changed !== null) desk.announce(changed);
    sendJson(response, 200, { received: true });
  };
}

/** The id of the payment that changed, or null when the report was known or late. */
function applyReport(desk: MoneyDesk, event: ProviderEvent): Promise<string | null> {
  const now = desk.clock.now();
  const { intent, refund } = event;
  const providerIntentId = intent?.id ?? refund?.intentId;
  return desk.transact(async (tx) => {
    if (intent?.state === 'SUCCEEDED' || refund?.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    const stored = await tx`
      insert into webhook_events (id, type, payload, received_at)
      values (${event.id}, ${event.type}, ${event.body}::text::jsonb, ${now})
      on conflict (id) do nothing`;
    if (stored.count === 0 || providerIntentId === undefined) return null;
    const id = await desk.intents.idOfProviderIntent(tx, providerIntentId);
    if (id === null) return null;
    const changed =
      intent === null
        ? refund !== null && (await settleRefund(tx, desk, id, { refund, now }))
        : await settlePayment(tx, desk, id, { ...intent, now });
    return changed ? id : null;
  });
}

/** A flood of forgeries stays one row a minute. */
async function countRejection({ transact, clock }: MoneyDesk, reason: string, body: Buffer) {
  const sha256 = createHash('sha256').update(body).digest('hex');
  await transact(async (tx) => {
    await tx`
      insert into webhook_rejections (minute, reason, count, last_body_sha256)
      values (date_trunc('minute', ${clock.now()}::timestamptz), ${reason}, 1, ${sha256})
      on conflict (minute, reason) do update
      set count = webhook_rejections.count + 1, last_body_sha256 = excluded.last_body_sha256`;
  });
}

function signatureOf(request: IncomingMessage): string | null {
  const signature = request.headers['stripe-signature'];
  return typeof signature === 'string' ? signature : null;
}

function refusal(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
