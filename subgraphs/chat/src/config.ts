import { mongodbUri, port, readConfig, subgraphVariables } from '@skillswap/kit/config';
import { z } from 'zod';

/** What the process needs to know. */
export type ChatConfig = ReturnType<typeof readChatConfig>;

/** Reads the environment; all its problems are reported at once. */
export function readChatConfig(env: Readonly<Record<string, string | undefined>>) {
  const read = readConfig(
    z.object({
      ...subgraphVariables,
      MONGODB_URI: mongodbUri,
      CHAT_PORT: port(4104),
      CHAT_RETENTION_MONTHS: z.coerce.number().int().min(1).max(1_200).default(24),
      USERS_URL: z.url().default('http://127.0.0.1:4101/graphql'),
      SKILLS_URL: z.url().default('http://127.0.0.1:4102/graphql'),
    }),
    env,
  );
  return {
    environment: read.SKILLSWAP_ENV,
    port: read.CHAT_PORT,
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    logLevel: read.LOG_LEVEL,
    keepMonths: read.CHAT_RETENTION_MONTHS,
    usersUrl: read.USERS_URL,
    skillsUrl: read.SKILLS_URL,
  };
}
