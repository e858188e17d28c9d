import {
  port,
  readConfig,
  requiredInProduction,
  subgraphVariables,
  type Environment,
} from '@skillswap/kit/config';
import { z } from 'zod';

const sandboxKey = 'sk_test_sandbox';

const url = (byDefault: string) =>
  z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).default(byDefault);

const variables = z.object({
  ...subgraphVariables,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  PAYMENTS_PORT: port(4106),
  USERS_URL: url('http://127.0.0.1:4101/graphql'),
  APP_URL: url('http://localhost:4000'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// URL' }).optional(),
  MAIL_FROM: z.string().default('SkillSwap <no-reply@skillswap.example>'),
  COMMISSION_BASIS_POINTS: z.coerce.number().int().min(0).max(10_000).default(1_500),
  STRIPE_SECRET_KEY: z.string().min(1).default(sandboxKey),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret.length >= 8), {
      error: 'must be one secret or several, separated by commas',
    })
    .default(['whsec_development_only_webhook_secret']),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .optional(),
});

/** What the payments process needs to know. */
export type PaymentsConfig = ReturnType<typeof readPaymentsConfig>;

/** Reads the environment, or throws with every problem in it. */
export function readPaymentsConfig(env: Environment) {
  const read = readConfig(variables, env, refuseSandbox);
  return {
    environment: read.SKILLSWAP_ENV,
    port: read.PAYMENTS_PORT,
    logLevel: read.LOG_LEVEL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    usersUrl: read.USERS_URL,
    appUrl: read.APP_URL.replace(/\/$/, ''),
    commissionBasisPoints: read.COMMISSION_BASIS_POINTS,
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
    stripe: {
      secretKey: read.STRIPE_SECRET_KEY,
      webhookSecrets: read.STRIPE_WEBHOOK_SECRET,
      apiBase: read.STRIPE_API_BASE === undefined ? null : new URL(read.STRIPE_API_BASE),
    },
  };
}

/** In production money moves at Stripe itself, with keys of one's own. */
function refuseSandbox(given: Readonly<Record<string, string>>): string[] {
  return [
    ...requiredInProduction(given, 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'SMTP_URL'),
    ...(given['STRIPE_SECRET_KEY'] === sandboxKey ? ["STRIPE_SECRET_KEY: is the sandbox's"] : []),
    ...('STRIPE_API_BASE' in given ? ['STRIPE_API_BASE: must not be set in production'] : []),
  ];
}
