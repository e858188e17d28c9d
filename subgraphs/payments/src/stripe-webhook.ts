import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readBody, sendJson, type Route } from '@skillswap/kit/route';
import { receiveReport } from './apply-report.ts';
import type { MoneyDesk } from './money-desk.ts';

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
    await receiveReport(desk, event);
    sendJson(response, 200, { received: true });
  };
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
