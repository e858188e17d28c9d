import { createInternalClient } from '@skillswap/kit/internal-client';
import { createLog } from '@skillswap/kit/log';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph } from '@skillswap/kit/server';
import { createAddressees } from './addressees.ts';
import type { PaymentsConfig } from './config.ts';
import { openPostgresRuntime } from './postgres-runtime.ts';
import { createStripeProvider } from './stripe-provider.ts';
import { paymentsSubgraph } from './subgraph.ts';

/** Opens the stores and serves the subgraph; disposing drains it and closes them. */
export async function startPayments(config: PaymentsConfig, host: Host): Promise<AsyncDisposable> {
  const { environment, databaseUrl, redisUrl, identitySecret, appUrl, port, smtp } = config;
  const log = createLog('payments', config.logLevel);
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(
    await openPostgresRuntime({
      ...{ environment, databaseUrl, redisUrl, log },
      tracing: host.tracing,
      ...(smtp && { smtp }),
    }),
  );
  const provider = createStripeProvider({ ...config.stripe, log });
  const users = createInternalClient({
    ...{ self: 'payments', subgraph: 'users', url: config.usersUrl, secret: identitySecret, log },
  });
  const subgraph = await paymentsSubgraph({
    ...{ runtime, provider, appUrl, commissionBasisPoints: config.commissionBasisPoints },
    addressees: createAddressees(users),
    linkSecret: identitySecret,
  });
  opening.use(await startSubgraph(subgraph, { port, identitySecret, log, ...host }));
  return opening.move();
}
