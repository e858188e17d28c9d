import { startSubgraph } from '@skillswap/kit/server';
import { engineUrl, testLog, testSecret } from '@skillswap/kit/test/testkit';
import { openPostgresRuntime } from '../src/postgres-runtime.ts';
import { createStripeProvider } from '../src/stripe-provider.ts';
import { paymentsSubgraph } from '../src/subgraph.ts';
import { commissionBasisPoints, webhookSecrets } from './start-payments.ts';

/** An instance of the subgraph in a process of its own, to be killed. It reports its address. */
const schema = process.env['schema'] ?? '';
const runtime = await openPostgresRuntime({
  environment: 'development',
  databaseUrl: engineUrl('DATABASE_URL'),
  redisUrl: engineUrl('REDIS_URL'),
  log: testLog,
  schema,
  prefix: `${schema}:`,
  applicationName: `${schema}_child`,
});
const provider = createStripeProvider({
  secretKey: 'sk_test_sandbox',
  webhookSecrets,
  apiBase: new URL(process.env['sandbox'] ?? ''),
  log: testLog,
});
const subgraph = await paymentsSubgraph({
  ...{ runtime, provider, appUrl: 'http://127.0.0.1:9', commissionBasisPoints },
  addressees: { find: () => Promise.resolve(null) },
  linkSecret: testSecret,
});
const { url } = await startSubgraph(subgraph, {
  port: 0,
  identitySecret: testSecret,
  log: testLog,
});
process.send?.(url);
