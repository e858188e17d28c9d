import { z } from 'zod';
import { mongodbUri, port, readConfig, subgraphVariables } from '@skillswap/kit/config';

const variables = z.object({
  ...subgraphVariables,
  MONGODB_URI: mongodbUri,
  SKILLS_PORT: port(4102),
});

/** What the process runs with. */
export type SkillsConfig = ReturnType<typeof readSkillsConfig>;

/** Reads the environment; throws with every problem at once. */
export function readSkillsConfig(env: Readonly<Record<string, string | undefined>>) {
  const read = readConfig(variables, env);
  return {
    environment: read.SKILLSWAP_ENV,
    logLevel: read.LOG_LEVEL,
    port: read.SKILLS_PORT,
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
  };
}
