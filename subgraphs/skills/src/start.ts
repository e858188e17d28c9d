import { createInternalClient } from '@skillswap/kit/internal-client';
import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph, type RunningSubgraph } from '@skillswap/kit/server';
import { createAddressees } from './addressees.ts';
import { collections } from './collections.ts';
import type { SkillsConfig } from './config.ts';
import { createSkillsSubgraph, defaultLimits } from './subgraph.ts';

/** Opens the stores and serves; disposing drains the server first. */
export async function startSkills(config: SkillsConfig, host: Host): Promise<RunningSubgraph> {
  const { environment, mongodbUri, redisUrl, identitySecret, port, smtp } = config;
  const { usersUrl, appUrl, staleAfterDays, hiddenAfterDays } = config;
  const log = createLog('skills', config.logLevel);
  await using starting = new AsyncDisposableStack();
  const runtime = starting.use(
    await openMongoRuntime({
      subgraph: 'skills',
      environment,
      mongodbUri,
      redisUrl,
      collections,
      log,
      tracing: host.tracing,
      ...(smtp && { smtp }),
    }),
  );
  const users = createInternalClient({
    ...{ self: 'skills', subgraph: 'users', url: usersUrl, secret: identitySecret, log },
  });
  const subgraph = await createSkillsSubgraph(
    runtime,
    { addressees: createAddressees(users), appUrl },
    { ...defaultLimits, staleAfterDays, hiddenAfterDays },
  );
  const running = starting.use(
    await startSubgraph(subgraph, { port, identitySecret, log, ...host }),
  );
  const started = starting.move();
  return {
    url: running.url,
    schema: running.schema,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
