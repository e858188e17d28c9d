import {
  mongodbUri,
  port,
  readConfig,
  requiredInProduction,
  subgraphVariables,
  type Environment,
} from '@skillswap/kit/config';
import { z } from 'zod';

const url = (byDefault: string) =>
  z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).default(byDefault);

const variables = z.object({
  ...subgraphVariables,
  MONGODB_URI: mongodbUri,
  SESSIONS_PORT: port(4103),
  USERS_URL: url('http://127.0.0.1:4101/graphql'),
  SKILLS_URL: url('http://127.0.0.1:4102/graphql'),
  APP_URL: url('http://localhost:4000'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// URL' }).optional(),
  MAIL_FROM: z.string().default('SkillSwap <no-reply@skillswap.example>'),
});

export type SessionsConfig = ReturnType<typeof readSessionsConfig>;

/** Reads the environment; throws with all problems at once. */
export function readSessionsConfig(env: Environment) {
  const read = readConfig(variables, env, (given) => requiredInProduction(given, 'SMTP_URL'));
  return {
    environment: read.SKILLSWAP_ENV,
    port: read.SESSIONS_PORT,
    logLevel: read.LOG_LEVEL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    usersUrl: read.USERS_URL,
    skillsUrl: read.SKILLS_URL,
    appUrl: read.APP_URL.replace(/\/$/, ''),
    mailAddress: addressOf(read.MAIL_FROM),
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
  };
}

/** The address alone of `Name <address>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}
