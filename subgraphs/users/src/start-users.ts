import { availableParallelism } from 'node:os';
import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph } from '@skillswap/kit/server';
import { collections } from './collections.ts';
import type { UsersConfig } from './config.ts';
import { createJudgeOperations } from './judge-operations.ts';
import { usersSubgraph } from './subgraph.ts';

const hashing = {
  // One processor stays free for everything else.
  atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)),
  waiting: 50,
  patienceMilliseconds: 1_000,
};

/** Opens the stores and serves the subgraph; disposing drains it and closes the stores last. */
export async function startUsers(config: UsersConfig, host: Host): Promise<AsyncDisposable> {
  const { environment, mongodbUri, redisUrl, smtp, port, identitySecret } = config;
  const log = createLog('users', config.logLevel);
  await using starting = new AsyncDisposableStack();
  const runtime = starting.use(
    await openMongoRuntime({
      subgraph: 'users',
      environment,
      mongodbUri,
      redisUrl,
      collections,
      log,
      tracing: host.tracing,
      ...(smtp !== null && { smtp }),
    }),
  );
  const gatewayUrl = config.gatewayInternalUrl;
  const judgeOperations = createJudgeOperations({ gatewayUrl, identitySecret, log });
  const subgraph = await usersSubgraph(runtime, { ...config, judgeOperations, hashing });
  starting.use(await startSubgraph(subgraph, { port, identitySecret, log, ...host }));
  return starting.move();
}
