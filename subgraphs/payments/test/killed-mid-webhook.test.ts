import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signWebhook } from '../src/sandbox/webhooks.ts';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, webhookSecrets, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

const repeats = 20;

it.each([1, repeats])(
  'a process that is killed over a webhook, after %i answers, leaves one invoice and one grant once it is sent again',
  async (answersBefore) => {
    const { ada, bodies } = await aPendingMembership();
    const events = Array.from({ length: repeats }, () => bodies)
      .flat()
      .sort(() => Math.random() - 0.5);

    const { child, webhookUrl } = await anotherInstance();
    const exited = once(child, 'exit');
    let answers = 0;
    const deliveries = events.map(async (body) => {
      await deliver(webhookUrl, body).catch(() => null);
      answers += 1;
      if (answers === answersBefore) child.kill('SIGKILL');
    });
    await Promise.all([exited, ...deliveries]);

    const again = await Promise.all(events.map((body) => deliver(payments.webhookUrl, body)));
    expect(new Set(again)).toEqual(new Set([200]));
    expect(await ada.membership()).toMatchObject({ status: 'ACTIVE' });
    expect(
      await payments.owner`
      select from invoices where user_id = ${ada.viewer.id}`,
    ).toHaveLength(1);
    expect(
      await payments.owner`
      select from outbox where payload ->> 'userId' = ${ada.viewer.id}
        and type = 'entitlements.changed'`,
    ).toHaveLength(1);
    expect(await brokenInvariants(payments.owner)).toEqual({});
  },
);

/** A membership whose payment has succeeded at the provider, and the reports that say so. */
async function aPendingMembership() {
  await payments.control({ events: { dropped: true } });
  const ada = aPayer(payments);
  await ada.joins({ paymentMethod: 'pm_card_authenticationRequired' });
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where user_id = ${ada.viewer.id}`;
  const providerId = row?.providerIntentId ?? '';
  await payments.authenticate(providerId);
  const bodies = payments.sandbox.webhooks
    .list()
    .map(({ body }) => body)
    .filter((body) => body.includes(providerId));
  return { ada, bodies };
}

/** Another instance on the same store, in a process of its own. */
async function anotherInstance() {
  const program = fileURLToPath(new URL('payments-process.ts', import.meta.url));
  const child = fork(program, [], {
    env: { ...process.env, schema: payments.applicationName, sandbox: payments.sandbox.url },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise<unknown>((resolve) => child.once('message', resolve));
  return { child, webhookUrl: new URL('/webhooks/stripe', String(url)).href };
}

async function deliver(url: string, body: string): Promise<number> {
  const signature = signWebhook(body, webhookSecrets[1], Math.floor(Date.now() / 1000));
  const headers = { 'stripe-signature': signature };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
