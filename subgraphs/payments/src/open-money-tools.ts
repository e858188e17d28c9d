import { followSharedClock, systemClock } from '@skillswap/kit/clock';
import type { Environment } from '@skillswap/kit/config';
import { postgresDueWork } from '@skillswap/kit/due-work';
import { createLog } from '@skillswap/kit/log';
import { openPubSub, openRedis } from '@skillswap/kit/redis';
import { readPaymentsConfig } from './config.ts';
import { createMoneyDesk } from './create-money-desk.ts';
import type { MoneyDesk } from './money-desk.ts';
import { openPostgres } from './open-postgres.ts';
import { paymentChannel } from './payment-channel.ts';
import { createStripeProvider } from './stripe-provider.ts';
import { createTransact } from './transact.ts';

/**
 * Opens a desk at the terminal, on the stores that the environment names. What it brings about is
 * told to others by the subgraph that runs, or by the next one that does.
 */
export async function openMoneyTools(env: Environment): Promise<MoneyDesk & AsyncDisposable> {
  const config = readPaymentsConfig(env);
  const log = createLog('payments', 'error');
  await using opening = new AsyncDisposableStack();
  const sql = openPostgres({
    url: config.databaseUrl,
    schema: 'payments',
    applicationName: 'skillswap-payments-tools',
  });
  opening.defer(() => sql.end({ timeout: 5 }));
  const redis = openRedis(config.redisUrl, log);
  opening.defer(() => {
    redis.disconnect();
  });
  const pubsub = openPubSub(redis);
  opening.defer(async () => {
    await pubsub.close();
  });
  const isProduction = config.environment === 'production';
  const clock = isProduction ? systemClock : opening.use(await followSharedClock(redis));
  const desk = createMoneyDesk({
    ...{ sql, clock, dueWork: postgresDueWork(sql) },
    commissionBasisPoints: config.commissionBasisPoints,
    transact: createTransact(sql, log, () => undefined),
    provider: createStripeProvider({ ...config.stripe, log }),
    announce: (id) => void pubsub.publish(paymentChannel('', id), '').catch(() => undefined),
  });
  const tools = opening.move();
  return { ...desk, [Symbol.asyncDispose]: () => tools.disposeAsync() };
}
