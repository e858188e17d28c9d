import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@skillswap/kit/clock';
import { createLog } from '@skillswap/kit/log';
import type { Mail } from '@skillswap/kit/mail';
import { startSubgraph } from '@skillswap/kit/server';
import { engineUrl, openTestRuntime, testSecret, uniqueName } from '@skillswap/kit/test/testkit';
import { startTracing, tracingVariables, type Tracing } from '@skillswap/kit/tracing';
import { z } from 'zod';
import { postgres } from '../../subgraphs/payments/src/postgres-driver.ts';
import { openPostgresRuntime } from '../../subgraphs/payments/src/postgres-runtime.ts';
import { createStripeProvider } from '../../subgraphs/payments/src/stripe-provider.ts';
import { paymentsSubgraph } from '../../subgraphs/payments/src/subgraph.ts';
import { collections } from '../../subgraphs/users/src/collections.ts';
import { usersSubgraph } from '../../subgraphs/users/src/subgraph.ts';
import { readAccessRules } from '../src/access-rules.ts';
import { readConfig } from '../src/config.ts';
import { serve } from '../src/serve.ts';
import type { TraceReceiver } from './trace-receiver.ts';

const schemaFile = (...path: readonly string[]) =>
  readFileSync(join(import.meta.dirname, '..', '..', 'schema', ...path), 'utf8');

/** The product's gateway over its subgraphs on MongoDB and PostgreSQL, and all that they tell. */
export interface ObservedSystem extends AsyncDisposable {
  readonly url: string;
  readonly internalUrl: string;
  /** Where the users subgraph is. */
  readonly usersUrl: string;
  readonly mails: readonly Mail[];
  /** What was logged so far, at the lowest level. */
  readonly lines: readonly string[];
  post(query: string, options?: PostOptions): Promise<unknown>;
  /** Sends what was traced. */
  flush(): Promise<void>;
}

interface PostOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts it with traces going to `receiver`; the other four subgraphs are away. */
export async function startObservedSystem(receiver: TraceReceiver): Promise<ObservedSystem> {
  await using starting = new AsyncDisposableStack();
  const lines: string[] = [];
  const mails: Mail[] = [];
  const log = (name: string) => createLog(name, 'trace', { write: (line) => lines.push(line) });
  const tracings: Tracing[] = [];
  const traced = async (name: string): Promise<Tracing | null> => {
    const tracing = await startTracing(name, tracesTo(receiver));
    if (tracing !== null) tracings.push(tracing);
    return tracing;
  };
  const server = { port: 0, identitySecret: testSecret };

  const usersHost = { log: log('users'), tracing: await traced('users') };
  const store = starting.use(await openTestRuntime('users', collections, systemClock, usersHost));
  const sendMail = (mail: Mail) => {
    mails.push(mail);
    return Promise.resolve();
  };
  const users = await usersSubgraph(
    { ...store, sendMail },
    {
      appUrl: 'http://localhost:4000',
      breachListUrl: null,
      sealKeys: [testSecret],
      hashing: { atOnce: 2, waiting: 50, patienceMilliseconds: 60_000 },
      identityProviders: { google: null, apple: null },
      judgeOperations: () => Promise.resolve([]),
      accessTokens: { issuer: 'http://localhost:4000', privateKeys: null },
    },
  );
  const usersServer = starting.use(await startSubgraph(users, { ...server, ...usersHost }));

  const paymentsHost = { log: log('payments'), tracing: await traced('payments') };
  const schema = uniqueName('payments');
  const owner = postgres(engineUrl('DATABASE_URL'), { max: 1, onnotice: () => undefined });
  starting.defer(async () => {
    await owner`drop schema if exists ${owner(schema)} cascade`;
    await owner.end();
  });
  const runtime = starting.use(
    await openPostgresRuntime({
      environment: 'development',
      databaseUrl: engineUrl('DATABASE_URL'),
      redisUrl: engineUrl('REDIS_URL'),
      schema,
      prefix: `${schema}:`,
      applicationName: schema,
      clock: systemClock,
      ...paymentsHost,
    }),
  );
  const provider = createStripeProvider({
    secretKey: 'sk_test_sandbox',
    webhookSecrets: ['whsec_one_of_tests', 'whsec_other_of_tests'],
    apiBase: new URL('http://127.0.0.1:9'),
    log: paymentsHost.log,
  });
  const payments = await paymentsSubgraph({
    ...{ runtime, provider, appUrl: 'http://127.0.0.1:9', commissionBasisPoints: 1_500 },
    addressees: { find: () => Promise.resolve(null) },
    linkSecret: testSecret,
  });
  const paymentsServer = starting.use(
    await startSubgraph(payments, { ...server, ...paymentsHost }),
  );

  const away = 'http://127.0.0.1:9/graphql';
  const config = readConfig({
    PORT: '0',
    INTERNAL_PORT: '0',
    REDIS_URL: engineUrl('REDIS_URL'),
    INTERNAL_IDENTITY_SECRET: testSecret,
    USERS_URL: usersServer.url,
    PAYMENTS_URL: paymentsServer.url,
    ...{ SKILLS_URL: away, SESSIONS_URL: away, CHAT_URL: away, REVIEWS_URL: away },
  });
  const gateway = starting.use(
    await serve(config, {
      supergraphSdl: schemaFile('supergraph.graphql'),
      contracts: {
        mobile: schemaFile('contracts', 'mobile.graphql'),
        partner: schemaFile('contracts', 'partner.graphql'),
      },
      accessRules: readAccessRules(schemaFile('authorization.json')),
      clock: systemClock,
      mailbox: null,
      budgets: null,
      log: log('gateway'),
      tracing: await traced('gateway'),
    }),
  );
  const running = starting.move();
  return {
    url: `${gateway.url}/graphql`,
    internalUrl: gateway.internalUrl,
    usersUrl: usersServer.url,
    mails,
    lines,
    async post(query, { variables = {}, headers = {} } = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const body: unknown = await response.json();
      return body;
    },
    async flush() {
      await Promise.all(tracings.map((tracing) => tracing[Symbol.asyncDispose]()));
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function tracesTo({ url }: TraceReceiver) {
  return z.object(tracingVariables).parse({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
}
