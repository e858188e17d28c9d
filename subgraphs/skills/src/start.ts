import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import { startSubgraph, type RunningSubgraph } from '@skillswap/kit/server';
import { collections } from './collections.ts';
import type { SkillsConfig } from './config.ts';
import { createSkillsSubgraph } from './subgraph.ts';

/** Opens the stores and serves; disposing drains the server first. */
export async function startSkills(config: SkillsConfig): Promise<RunningSubgraph> {
  const { environment, mongodbUri, redisUrl, identitySecret, port } = config;
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
    }),
  );
  const subgraph = await createSkillsSubgraph(runtime);
  const running = starting.use(await startSubgraph(subgraph, { port, identitySecret, log }));
  const started = starting.move();
  return {
    url: running.url,
    schema: running.schema,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
