import { z } from 'zod';
import {
  mongodbUri,
  port,
  readConfig,
  requiredInProduction,
  subgraphVariables,
  type Environment,
} from '@skillswap/kit/config';

const url = (byDefault: string) =>
  z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).default(byDefault);
const days = (byDefault: number) => z.coerce.number().int().min(1).max(3_650).default(byDefault);

const variables = z.object({
  ...subgraphVariables,
  MONGODB_URI: mongodbUri,
  SKILLS_PORT: port(4102),
  USERS_URL: url('http://127.0.0.1:4101/graphql'),
  APP_URL: url('http://localhost:4000'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// URL' }).optional(),
  MAIL_FROM: z.string().default('SkillSwap <no-reply@skillswap.example>'),
  SKILL_STALE_AFTER_DAYS: days(180),
  SKILL_HIDDEN_AFTER_DAYS: days(14),
});

/** What the process runs with. */
export type SkillsConfig = ReturnType<typeof readSkillsConfig>;

/** Reads the environment; throws with every problem at once. */
export function readSkillsConfig(env: Environment) {
  const read = readConfig(variables, env, (given) => requiredInProduction(given, 'SMTP_URL'));
  return {
    environment: read.SKILLSWAP_ENV,
    logLevel: read.LOG_LEVEL,
    port: read.SKILLS_PORT,
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    usersUrl: read.USERS_URL,
    appUrl: read.APP_URL.replace(/\/$/, ''),
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
    staleAfterDays: read.SKILL_STALE_AFTER_DAYS,
    hiddenAfterDays: read.SKILL_HIDDEN_AFTER_DAYS,
  };
}
