import { createInternalClient } from '@skillswap/kit/internal-client';
import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph } from '@skillswap/kit/server';
import { collections } from './collections.ts';
import type { ReviewsConfig } from './config.ts';
import { createSessions } from './sessions.ts';
import { reviewsSubgraph } from './subgraph.ts';

/** Opens the stores and serves the subgraph; disposing drains it and closes them. */
export async function startReviews(config: ReviewsConfig, host: Host): Promise<AsyncDisposable> {
  const { environment, mongodbUri, redisUrl, identitySecret, sessionsUrl, windowDays } = config;
  const log = createLog('reviews', config.logLevel);
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(
    await openMongoRuntime({
      subgraph: 'reviews',
      environment,
      mongodbUri,
      redisUrl,
      collections,
      log,
      tracing: host.tracing,
    }),
  );
  const sessions = createSessions(
    createInternalClient({
      self: 'reviews',
      subgraph: 'sessions',
      url: sessionsUrl,
      secret: identitySecret,
      log,
    }),
  );
  const subgraph = await reviewsSubgraph({ runtime, sessions, windowDays });
  opening.use(await startSubgraph(subgraph, { port: config.port, identitySecret, log, ...host }));
  return opening.move();
}
