import { mongodbUri, port, readConfig, subgraphVariables } from '@skillswap/kit/config';
import { z } from 'zod';

/** What the reviews process needs to know. */
export type ReviewsConfig = ReturnType<typeof readReviewsConfig>;

/** Reads the environment, or throws with every problem in it. */
export function readReviewsConfig(env: Readonly<Record<string, string | undefined>>) {
  const variables = readConfig(
    z.object({
      ...subgraphVariables,
      MONGODB_URI: mongodbUri,
      REVIEWS_PORT: port(4105),
      SESSIONS_URL: z.url().default('http://127.0.0.1:4103/graphql'),
      REVIEW_WINDOW_DAYS: z.coerce.number().int().min(1).max(365).default(14),
    }),
    env,
  );
  return {
    environment: variables.SKILLSWAP_ENV,
    port: variables.REVIEWS_PORT,
    identitySecret: variables.INTERNAL_IDENTITY_SECRET,
    logLevel: variables.LOG_LEVEL,
    mongodbUri: variables.MONGODB_URI,
    redisUrl: variables.REDIS_URL,
    sessionsUrl: variables.SESSIONS_URL,
    windowDays: variables.REVIEW_WINDOW_DAYS,
  };
}
