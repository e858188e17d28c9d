import { createManualClock } from '@skillswap/kit/clock';
import { eventStream } from '@skillswap/kit/outbox';
import { startSubgraph } from '@skillswap/kit/server';
import {
  callSubgraph,
  engineUrl,
  testLog,
  testSecret,
  uniqueName,
} from '@skillswap/kit/test/testkit';
import { newId } from '@skillswap/kit/id';
import { openRedis } from '@skillswap/kit/redis';
import { openPostgresRuntime } from '../src/postgres-runtime.ts';
import { postgres } from '../src/postgres-driver.ts';
import { startStripeSandbox } from '../src/sandbox/start-stripe-sandbox.ts';
import { createStripeProvider } from '../src/stripe-provider.ts';
import { paymentsSubgraph } from '../src/subgraph.ts';
import { openPostOffice } from './post-office.ts';

/** The secrets with which the tests' webhooks are signed: the second is the one in use. */
export const webhookSecrets: readonly [string, string] = [
  'whsec_next_one_of_tests',
  'whsec_present_one_of_tests',
];

/** What is kept of payments for sessions: a rate that divides few amounts evenly. */
export const commissionBasisPoints = 1_533;

/** The subgraph on a schema of its own, with a sandbox of its own instead of Stripe. */
export async function startTestPayments() {
  await using opening = new AsyncDisposableStack();
  const schema = uniqueName('payments');
  const prefix = `${schema}:`;
  const clock = createManualClock(new Date());
  const owner = postgres(engineUrl('DATABASE_URL'), {
    max: 2,
    onnotice: () => undefined,
    connection: { search_path: schema },
    transform: { column: { from: postgres.toCamel } },
  });
  opening.defer(async () => {
    await owner`drop schema if exists ${owner(schema)} cascade`;
    await owner.end();
  });
  const redis = openRedis(engineUrl('REDIS_URL'), testLog);
  opening.defer(() => {
    redis.disconnect();
  });
  const sandbox = opening.use(
    await startStripeSandbox({
      port: 0,
      webhookUrl: 'http://127.0.0.1:9/webhooks/stripe',
      webhookSecret: webhookSecrets[1],
    }),
  );
  const runtime = opening.use(
    await openPostgresRuntime({
      environment: 'development',
      databaseUrl: engineUrl('DATABASE_URL'),
      redisUrl: engineUrl('REDIS_URL'),
      log: testLog,
      schema,
      prefix,
      clock,
      applicationName: schema,
    }),
  );
  const provider = createStripeProvider({
    secretKey: 'sk_test_sandbox',
    webhookSecrets,
    apiBase: new URL(sandbox.url),
    log: testLog,
  });
  const post = openPostOffice();
  const subgraph = await paymentsSubgraph({
    runtime: { ...runtime, sendMail: post.sendMail },
    ...{ provider, addressees: post.addressees, appUrl: 'http://127.0.0.1:9' },
    commissionBasisPoints,
    linkSecret: testSecret,
  });
  const running = opening.use(
    await startSubgraph(subgraph, { port: 0, identitySecret: testSecret, log: testLog }),
  );
  const webhookUrl = new URL('/webhooks/stripe', running.url).href;
  sandbox.sendWebhooksTo(webhookUrl);
  const disposables = opening.move();

  return {
    ...running,
    /** How this subgraph's backends are named. */
    applicationName: schema,
    clock,
    sandbox,
    runtime,
    provider,
    post,
    webhookUrl,
    /** Connected as the owner of the schema, who may look into everything. */
    owner,
    as: callSubgraph('payments', running.url).as,
    /** Tells the sandbox how to misbehave; `{}` ends it. */
    async control(change: unknown) {
      const response = await fetch(new URL('/sandbox/controls', sandbox.url), {
        method: 'POST',
        body: JSON.stringify(change),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    /** What the payer does at the bank. */
    async authenticate(providerIntentId: string) {
      await fetch(
        new URL(`/sandbox/payment_intents/${providerIntentId}/authenticate`, sandbox.url),
        { method: 'POST' },
      );
    },
    /** Publishes an event as another subgraph's relay does. */
    async publish(subgraphName: string, type: string, payload: object, id = newId('evt')) {
      const event = JSON.stringify({ id, type, at: clock.now().toISOString(), payload });
      await redis.xadd(eventStream(prefix, subgraphName), '*', 'event', event);
    },
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

/** See {@link startTestPayments}. */
export type TestPayments = Awaited<ReturnType<typeof startTestPayments>>;
